namespace DownPage.Schedule;

/// <summary>One time that a window is open.</summary>
/// <param name="Window">The window.</param>
/// <param name="Start">When it opens.</param>
/// <param name="End">When it closes, exclusive. Null: never.</param>
internal sealed record WindowOccurrence(ScheduledWindow Window, DateTimeOffset Start, DateTimeOffset? End);
