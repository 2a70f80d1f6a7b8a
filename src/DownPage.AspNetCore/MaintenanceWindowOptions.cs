namespace DownPage.AspNetCore;

/// <summary>A time for which the site is down by plan: once, or again and again.</summary>
/// <example>
/// <code>
/// { "Name": "move", "Start": "2026-11-28T22:00", "Duration": "02:00:00", "TimeZone": "Europe/Berlin" }
/// { "Name": "backup", "Days": [ "Sunday" ], "Time": "03:00", "Duration": "00:30:00", "TimeZone": "Europe/Berlin" }
/// </code>
/// </example>
public sealed class MaintenanceWindowOptions
{
    /// <summary>The window's name, for logs and commands. Null (default): its number.</summary>
    public string? Name { get; set; }

    /// <summary>
    /// When it begins, ISO 8601: <c>2026-11-28T22:00</c> in <see cref="TimeZone"/>, or with an offset,
    /// <c>2026-11-28T21:00Z</c>. Required of a window that occurs once. Of a recurring one: it does not begin before;
    /// null (default): no such bound.
    /// </summary>
    public string? Start { get; set; }

    /// <summary>
    /// When it ends, as <see cref="Start"/>. Of a recurring window: it does not begin after. Null (default): see
    /// <see cref="Duration"/>.
    /// </summary>
    public string? End { get; set; }

    /// <summary>
    /// How long it lasts, one minute to 30 days. Null (default): until <see cref="End"/>; for ever, if that is null
    /// too.
    /// </summary>
    public TimeSpan? Duration { get; set; }

    /// <summary>The time zone of times without an offset, by its IANA or Windows name. Default: <c>UTC</c>.</summary>
    public string TimeZone { get; set; } = "UTC";

    /// <summary>The days of the week that it recurs on, at <see cref="Time"/>.</summary>
    public IList<DayOfWeek> Days { get; } = [];

    /// <summary>The days of the month that it recurs on, at <see cref="Time"/>: 1 to 31, or -1 for the last, -2 for the
    /// one before. With <see cref="Days"/>
    /// as well: the days that are both, so that Tuesday and 8 to 14 are the second Tuesday.</summary>
    public IList<int> DaysOfMonth { get; } = [];

    /// <summary>
    /// The time of day at which a recurring window begins. Required with <see cref="Days"/> or
    /// <see cref="DaysOfMonth"/>; alone, it recurs every day.
    /// </summary>
    public TimeOnly? Time { get; set; }

    /// <summary>
    /// How long before its begin the window is announced (<see cref="MaintenanceState.Announcement"/>), at most 366
    /// days. Null (default): not at all.
    /// </summary>
    public TimeSpan? Announce { get; set; }

    /// <summary>Instead of <see cref="MaintenanceModeOptions.Message"/>. Null (default): that one.</summary>
    public string? Message { get; set; }

    /// <summary>Instead of <see cref="MaintenanceModeOptions.Mode"/>. Null (default): that one.</summary>
    public MaintenanceKind? Mode { get; set; }

    /// <summary>Instead of <see cref="MaintenanceModeOptions.Scopes"/>. Empty (default): those.</summary>
    public IList<string> Scopes { get; } = [];
}
