namespace DownPage.AspNetCore;

/// <summary>How the nodes of a farm follow the store that they share.</summary>
public sealed class MaintenanceFarmOptions
{
    /// <summary>
    /// Within how long a node follows a change, 100 ms to an hour. Each node reads at a time of its own within it.
    /// Default: 5 seconds.
    /// </summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>After how long an operation of the store has failed, 100 ms to a minute. Default: 3 seconds.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How often a node reports what it follows, 1 second to an hour. Default: 10 seconds.</summary>
    public TimeSpan Heartbeat { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// What the names of its values begin with, so that several sites can share one store: 1 to 100 ASCII letters,
    /// digits, <c>:</c>, <c>-</c>, <c>.</c>, such as <c>shop:</c>. Taken as the app starts. Null (default):
    /// <c>downpage:</c>, the app's name, <c>:</c>.
    /// </summary>
    public string? KeyPrefix { get; set; }
}
