namespace DownPage.Schedule;

/// <summary>Reckoning with moments that stops at the ends of the calendar instead of throwing there.</summary>
internal static class Moments
{
    /// <summary>The moment of so many ticks of UTC.</summary>
    public static DateTimeOffset At(long ticks) => new(ClockAt(ticks), TimeSpan.Zero);

    /// <summary>The moment that is so much later.</summary>
    public static DateTimeOffset Later(DateTimeOffset moment, TimeSpan span)
    {
        var sum = moment.UtcTicks + (Int128)span.Ticks;
        return At((long)Int128.Clamp(sum, long.MinValue, long.MaxValue));
    }

    /// <summary>The clock of UTC at so many ticks.</summary>
    public static DateTime ClockAt(long ticks)
        => new(Math.Clamp(ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), DateTimeKind.Utc);
}
