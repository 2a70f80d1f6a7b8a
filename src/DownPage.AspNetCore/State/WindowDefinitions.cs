using DownPage.Schedule;

namespace DownPage.AspNetCore.State;

/// <summary>Windows of the options as the schedule reads them.</summary>
internal static class WindowDefinitions
{
    public static WindowDefinition Definition(this MaintenanceWindowOptions window, int index) => new()
    {
        Name = window.Name ?? FormattableString.Invariant($"window {index + 1}"),
        Start = window.Start,
        End = window.End,
        Duration = window.Duration,
        TimeZone = window.TimeZone,
        Days = [.. window.Days],
        DaysOfMonth = [.. window.DaysOfMonth],
        Time = window.Time,
        Announce = window.Announce,
        Message = window.Message,
        Mode = window.Mode switch { null => null, MaintenanceKind.ReadOnly => "readOnly", _ => "full" },
        Scopes = [.. window.Scopes],
    };
}
