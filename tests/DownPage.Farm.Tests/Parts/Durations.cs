using System.Globalization;

namespace DownPage.Farm.Tests.Parts;

/// <summary>How long answers took.</summary>
internal sealed record Durations(int Count, TimeSpan Median, TimeSpan Late, TimeSpan Most)
{
    public static Durations Of(IEnumerable<TimeSpan> all)
    {
        var sorted = all.Order().ToArray();
        Assert.IsNotEmpty(sorted, "Nobody asked.");
        return new Durations(sorted.Length, sorted[sorted.Length / 2], sorted[sorted.Length * 99 / 100], sorted[^1]);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Count} answers, half within {Median.TotalMilliseconds:0.0} ms, 99 % within {Late.TotalMilliseconds:0.0} ms, "
        + $"all within {Most.TotalMilliseconds:0.0} ms");
}
