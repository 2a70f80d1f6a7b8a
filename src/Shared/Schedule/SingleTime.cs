namespace DownPage.Schedule;

/// <summary>A window that is open once.</summary>
internal sealed class SingleTime(WindowSpan span) : WindowTimes
{
    public override WindowSpan? At(DateTimeOffset now) => span.Contains(now) ? span : null;

    public override WindowSpan? After(DateTimeOffset now) => now < span.Start ? span : null;
}
