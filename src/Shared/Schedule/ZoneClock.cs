namespace DownPage.Schedule;

/// <summary>
/// The clocks of a time zone. A time that they skip is the first moment after the gap, one that they show twice the
/// first of the two. Only the zone's offset at a moment is asked for: what the framework says of times that do not
/// exist leaves out zones that changed their offset for good, such as the day that Samoa skipped.
/// </summary>
internal sealed class ZoneClock(TimeZoneInfo zone)
{
    // No clock is farther from UTC than 14 hours.
    private const long Reach = 15 * TimeSpan.TicksPerHour;

    /// <summary>What the calendars of the zone show at the moment.</summary>
    public DateOnly DateAt(DateTimeOffset moment)
        => DateOnly.FromDateTime(Moments.ClockAt(moment.UtcTicks + OffsetAt(moment.UtcTicks)));

    /// <summary>The first moment at which the zone's clocks show this time or a later one.</summary>
    public DateTimeOffset MomentOf(DateTime clock)
    {
        var before = OffsetAt(clock.Ticks - Reach);
        var after = OffsetAt(clock.Ticks + Reach);
        var byBefore = clock.Ticks - before;
        if (before == after)
        {
            return Moments.At(byBefore);
        }

        var change = ChangeBetween(clock.Ticks - Reach, clock.Ticks + Reach, before);
        return Moments.At(byBefore < change ? byBefore : Math.Max(change, clock.Ticks - after));
    }

    // The first tick at which the offset is another. Clocks do not change twice within these hours.
    private long ChangeBetween(long from, long to, long before)
    {
        while (to - from > 1)
        {
            var middle = from + ((to - from) / 2);
            if (OffsetAt(middle) == before)
            {
                from = middle;
            }
            else
            {
                to = middle;
            }
        }

        return to;
    }

    private long OffsetAt(long ticks) => zone.GetUtcOffset(Moments.ClockAt(ticks)).Ticks;
}
