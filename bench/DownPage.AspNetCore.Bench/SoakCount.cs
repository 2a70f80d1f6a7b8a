using System.Globalization;

namespace DownPage.AspNetCore.Bench;

/// <summary>What a soak has seen so far.</summary>
internal sealed class SoakCount
{
    private long answers;
    private long wrong;
    private long flips;

    public long Wrong => Interlocked.Read(ref wrong);

    public void Answered(bool right)
    {
        Interlocked.Increment(ref answers);
        if (!right)
        {
            Interlocked.Increment(ref wrong);
        }
    }

    public void Flipped() => Interlocked.Increment(ref flips);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Interlocked.Read(ref answers)} answers, {Interlocked.Read(ref flips)} times down and up, {Wrong} wrong");
}
