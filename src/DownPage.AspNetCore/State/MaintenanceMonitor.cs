namespace DownPage.AspNetCore.State;

internal sealed class MaintenanceMonitor
{
    public MaintenanceSnapshot Snapshot => null!;
}
