namespace DownPage.AspNetCore;

/// <summary>A change of what holds.</summary>
public sealed class MaintenanceChangedEventArgs(MaintenanceState before, MaintenanceState after) : EventArgs
{
    /// <summary>What held.</summary>
    public MaintenanceState Before { get; } = before;

    /// <summary>What holds.</summary>
    public MaintenanceState After { get; } = after;
}
