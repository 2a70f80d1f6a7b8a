using DownPage.AspNetCore.Setup;
using DownPage.Switching;
using Microsoft.Extensions.Primitives;

namespace DownPage.AspNetCore.State;

/// <summary>Maintenance mode in code.</summary>
internal sealed class MaintenanceControl(MaintenanceMonitor monitor, StateSwitch stateSwitch, TimeProvider clock)
    : IMaintenanceMode
{
    public event EventHandler<MaintenanceChangedEventArgs>? Changed
    {
        add => monitor.Changes.Changed += value;
        remove => monitor.Changes.Changed -= value;
    }

    public MaintenanceState Current => monitor.Snapshot.State;

    public IChangeToken GetChangeToken() => monitor.Changes.GetChangeToken();

    public Task<MaintenanceState> EnterAsync(
        MaintenanceRequest? request = null, CancellationToken cancellationToken = default)
        => ChangeAsync(request ?? new MaintenanceRequest(), StateChange.Down, cancellationToken);

    public Task<MaintenanceState> UpdateAsync(MaintenanceRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return ChangeAsync(request, StateChange.Update, cancellationToken);
    }

    public async Task<MaintenanceState> LeaveAsync(string? actor = null, CancellationToken cancellationToken = default)
    {
        var origin = new ChangeOrigin(ChangeSource.Code, actor);
        await stateSwitch.ChangeAsync(StateChange.Up(origin, stateSwitch.IsWindowOpen), cancellationToken);
        return Current;
    }

    private async Task<MaintenanceState> ChangeAsync(
        MaintenanceRequest request,
        Func<DownOrder, ChangeOrigin, StateChange> change,
        CancellationToken cancellationToken)
    {
        RequestValidation.Check(request, clock.GetUtcNow());
        var origin = new ChangeOrigin(ChangeSource.Code, request.Actor, request.Reason);
        await stateSwitch.ChangeAsync(change(request.Order(), origin), cancellationToken);
        return Current;
    }
}
