namespace DownPage.Soak.Results;

/// <summary>Many durations in little room: buckets, each a twentieth longer than the one before.</summary>
internal sealed class Durations
{
    private const double Base = 1.05;

    private readonly long[] buckets = new long[500];

    public void Add(TimeSpan duration)
    {
        var bucket = (int)(Math.Log(Math.Max(1, duration.TotalMicroseconds)) / Math.Log(Base));
        buckets[Math.Min(bucket, buckets.Length - 1)]++;
    }

    public void Add(Durations other)
    {
        for (var index = 0; index < buckets.Length; index++)
        {
            buckets[index] += other.buckets[index];
        }
    }

    /// <summary>The duration that so many do not exceed; 0.99 for 99 %.</summary>
    public TimeSpan Quantile(double part)
    {
        var wanted = (long)Math.Ceiling(buckets.Sum() * part);
        var seen = 0L;
        for (var index = 0; index < buckets.Length; index++)
        {
            seen += buckets[index];
            if (seen >= wanted && seen > 0)
            {
                return TimeSpan.FromMicroseconds(Math.Pow(Base, index + 1));
            }
        }

        return TimeSpan.Zero;
    }
}
