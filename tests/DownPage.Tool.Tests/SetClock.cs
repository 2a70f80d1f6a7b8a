namespace DownPage.Tool.Tests;

/// <summary>A clock that stands until it is set, in UTC or in a zone.</summary>
internal sealed class SetClock(DateTimeOffset now, TimeZoneInfo? zone = null) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override TimeZoneInfo LocalTimeZone => zone ?? TimeZoneInfo.Utc;

    public static SetClock AtNoon(TimeZoneInfo? zone = null)
        => new(new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero), zone);

    public override DateTimeOffset GetUtcNow() => Now;
}
