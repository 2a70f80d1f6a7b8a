using DownPage.AspNetCore.Operations;
using DownPage.AspNetCore.Setup;
using DownPage.DownFile;
using Microsoft.Extensions.Primitives;

namespace DownPage.AspNetCore.State;

/// <summary>Maintenance mode in code: writes to the store, and looks at once at what came of it.</summary>
internal sealed class MaintenanceControl(
    MaintenanceMonitor monitor, OptionsSource options, IStateStore store, TimeProvider clock) : IMaintenanceMode
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
    {
        var wanted = request ?? new MaintenanceRequest();
        return ChangeAsync("enter", wanted, (document, now) => Entered(document, wanted, now), cancellationToken);
    }

    public Task<MaintenanceState> UpdateAsync(MaintenanceRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return ChangeAsync("update", request, (document, now) => Updated(document, request, now), cancellationToken);
    }

    public Task<MaintenanceState> LeaveAsync(string? actor = null, CancellationToken cancellationToken = default)
        => ChangeAsync(
            "leave",
            new MaintenanceRequest { Actor = actor },
            (document, now) => Lifted(document, actor, now),
            cancellationToken);

    private static DownFileDocument Entered(DownFileDocument? document, MaintenanceRequest request, DateTimeOffset now)
        => request.Over(document?.Kept() ?? DownFileDocument.Empty) with { Down = true, Since = now, LiftedAt = null };

    private static DownFileDocument Updated(DownFileDocument? document, MaintenanceRequest request, DateTimeOffset now)
        => document is { Down: true } && !(document.Until <= now)
            ? request.Over(document)
            : throw new InvalidOperationException(
                "The site is not down by the down file: enter maintenance mode before updating it.");

    /// <summary>
    /// A window that is open needs it written down that somebody lifted it. Otherwise no file is the clearest way to
    /// say that the site is up.
    /// </summary>
    private DownFileDocument? Lifted(DownFileDocument? document, string? actor, DateTimeOffset now)
    {
        var kept = document?.Kept();
        var open = StateResolver.Create(options.Current, kept).OpenWindow(now);
        return open is null && kept is null or { Windows.Count: 0, Unknown: null, BypassSecretHash: null }
            ? null
            : (kept ?? DownFileDocument.Empty) with
            {
                Down = false,
                Actor = actor,
                LiftedAt = open is null ? null : now,
            };
    }

    private async Task<MaintenanceState> ChangeAsync(
        string name,
        MaintenanceRequest request,
        Func<DownFileDocument?, DateTimeOffset, DownFileDocument?> change,
        CancellationToken cancellationToken)
    {
        using var span = MaintenanceMetrics.StartChange(name);
        if (options.Current.Enabled is { } enabled)
        {
            throw new InvalidOperationException(
                $"MaintenanceMode:Enabled is {(enabled ? "true" : "false")} in the configuration, which wins over "
                + "everything else. Take it out of the configuration to switch in another way.");
        }

        var now = clock.GetUtcNow();
        RequestValidation.Check(request, now);
        await store.WriteAsync(document => change(document, now), cancellationToken);
        monitor.Refresh();
        return Current;
    }
}
