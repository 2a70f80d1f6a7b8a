namespace DownPage.Schedule;

/// <summary>
/// All windows together. What it says depends on the moment that is given and on nothing else: a clock that jumps,
/// either way, is of no account.
/// </summary>
internal sealed class WindowSchedule(IReadOnlyList<ScheduledWindow> windows)
{
    public IReadOnlyList<ScheduledWindow> Windows { get; } = windows;

    /// <summary>
    /// The occurrence that the site is down by; of several the one that ends last. One that began at or before
    /// <paramref name="liftedAt"/>, when somebody took the site up by hand, does not count.
    /// </summary>
    public WindowOccurrence? Current(DateTimeOffset now, DateTimeOffset? liftedAt)
    {
        WindowOccurrence? current = null;
        foreach (var window in Windows)
        {
            if (window.At(now) is { } open
                && !(open.Start <= liftedAt)
                && (current is null || EndsLater(open, current)))
            {
                current = open;
            }
        }

        return current;
    }

    /// <summary>
    /// The next occurrence, if the moment is within the lead time of its announcement; of several the one that begins
    /// first.
    /// </summary>
    public WindowOccurrence? Announced(DateTimeOffset now)
    {
        WindowOccurrence? announced = null;
        foreach (var window in Windows)
        {
            if (window.Definition.Announce is { } lead
                && window.After(now) is { } next
                && Moments.Later(next.Start, -lead) <= now
                && (announced is null || next.Start < announced.Start))
            {
                announced = next;
            }
        }

        return announced;
    }

    /// <summary>When one of the answers above may change next, always later than the moment; null: never.</summary>
    public DateTimeOffset? NextChange(DateTimeOffset now)
    {
        DateTimeOffset? nearest = null;
        foreach (var window in Windows)
        {
            var next = window.After(now);
            Consider(window.At(now)?.End);
            Consider(next?.Start);
            if (next is not null && window.Definition.Announce is { } lead)
            {
                Consider(Moments.Later(next.Start, -lead));
            }
        }

        return nearest;

        void Consider(DateTimeOffset? moment)
        {
            if (moment > now && !(nearest <= moment))
            {
                nearest = moment;
            }
        }
    }

    private static bool EndsLater(WindowOccurrence one, WindowOccurrence other)
        => one.End is null ? other.End is not null || one.Start < other.Start
            : one.End > other.End || (one.End == other.End && one.Start < other.Start);
}
