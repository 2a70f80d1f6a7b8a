namespace DownPage.Schedule;

/// <summary>All windows together.</summary>
internal sealed class WindowSchedule(IReadOnlyList<ScheduledWindow> windows)
{
    public IReadOnlyList<ScheduledWindow> Windows { get; } = windows;

    /// <summary>
    /// The occurrence that the site is down by; of several the one that ends last. One that began at or before <paramref name="liftedAt"/>, when somebody took
    /// the site up by hand, does not count.
    /// </summary>
    public WindowOccurrence? Current(DateTimeOffset now, DateTimeOffset? liftedAt) => null;

    /// <summary>The next occurrence, if the moment is within the lead time of its announcement.</summary>
    public WindowOccurrence? Announced(DateTimeOffset now) => null;

    /// <summary>When one of the answers above may change next; null: never.</summary>
    public DateTimeOffset? NextChange(DateTimeOffset now) => null;
}
