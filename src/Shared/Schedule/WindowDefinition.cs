using System.Text.Json.Nodes;

namespace DownPage.Schedule;

/// <summary>
/// A window as it is written, in the configuration or in the down file; <see cref="ScheduledWindow.Parse"/> reads it.
/// </summary>
internal sealed record WindowDefinition
{
    public string? Name { get; init; }

    /// <summary>ISO 8601, in <see cref="TimeZone"/> where it has no offset.</summary>
    public string? Start { get; init; }

    /// <summary>As <see cref="Start"/>.</summary>
    public string? End { get; init; }

    public TimeSpan? Duration { get; init; }

    public string TimeZone { get; init; } = "UTC";

    public IReadOnlyList<DayOfWeek> Days { get; init; } = [];

    /// <summary>1 to 31, or -1 for the last day, -2 for the one before.</summary>
    public IReadOnlyList<int> DaysOfMonth { get; init; } = [];

    public TimeOnly? Time { get; init; }

    public TimeSpan? Announce { get; init; }

    public string? Message { get; init; }

    /// <summary><c>full</c> or <c>readOnly</c>; null: as the options have it.</summary>
    public string? Mode { get; init; }

    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>
    /// The members of a window of the down file that this version does not know; a writer keeps them.
    /// </summary>
    public JsonObject? Unknown { get; init; }
}
