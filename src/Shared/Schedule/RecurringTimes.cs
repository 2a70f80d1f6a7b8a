namespace DownPage.Schedule;

/// <summary>
/// A window that is open on certain days, from a time of the day on, for a length of time that has passed, not that
/// clocks show.
/// </summary>
internal sealed class RecurringTimes(ZoneClock clock, WindowDays days, TimeOnly time, TimeSpan duration) : WindowTimes
{
    // How many days a date can be off where clocks jump by up to a day.
    private const int Slack = 2;

    /// <summary>Before when it does not begin; null: no such bound.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>After when it does not begin; null: no such bound.</summary>
    public DateTimeOffset? NotAfter { get; init; }

    public override WindowSpan? At(DateTimeOffset now)
    {
        var today = clock.DateAt(now).DayNumber;
        var first = Math.Max(today - duration.Days - 1 - Slack, DateOnly.MinValue.DayNumber);
        for (var day = Math.Min(today + Slack, DateOnly.MaxValue.DayNumber); day >= first; day--)
        {
            // All last as long: when the latest that has begun is over, so are those before.
            if (SpanOn(DateOnly.FromDayNumber(day)) is { } span && span.Start <= now && IsWithinBounds(span))
            {
                return span.Contains(now) ? span : null;
            }
        }

        return null;
    }

    public override WindowSpan? After(DateTimeOffset now)
    {
        var earliest = NotBefore is { } bound && now < bound ? bound : now;
        var first = Math.Max(clock.DateAt(earliest).DayNumber - Slack, DateOnly.MinValue.DayNumber);

        // Every day of the month that there can be falls on every day of the week within a few years: this ends.
        for (var day = first; day <= DateOnly.MaxValue.DayNumber; day++)
        {
            if (SpanOn(DateOnly.FromDayNumber(day)) is not { } span)
            {
                continue;
            }

            if (span.Start > NotAfter)
            {
                return null;
            }

            if (span.Start > now && IsWithinBounds(span))
            {
                return span;
            }
        }

        return null;
    }

    private bool IsWithinBounds(WindowSpan span) => !(span.Start < NotBefore) && !(span.Start > NotAfter);

    private WindowSpan? SpanOn(DateOnly date)
    {
        if (!days.Contains(date))
        {
            return null;
        }

        var start = clock.MomentOf(date.ToDateTime(time));
        return new WindowSpan(start, Moments.Later(start, duration));
    }
}
