using DownPage.AspNetCore.Commands;
using DownPage.Status;
using DownPage.Switching;

namespace DownPage.AspNetCore.State;

/// <summary>What holds, for operators.</summary>
internal sealed class StatusComposer(
    MaintenanceMonitor monitor,
    FlagKeeper flag,
    OptionsSource options,
    IStateStore store,
    INodes nodes,
    TimeProvider clock)
{
    /// <summary>
    /// What holds. The revision is read before the state is: where somebody writes between, it is an old one with a new
    /// state, and who then changes that is told, rather than a new one with a state that was never shown.
    /// </summary>
    public async Task<StatusDocument> ComposeAsync(CancellationToken cancellationToken)
    {
        var revision = StateRevision.Of(store.Held);
        monitor.Refresh();
        var problem = monitor.Problem ?? flag.StaleProblem;
        IReadOnlyList<NodeStatus> reports = [];
        try
        {
            reports = await nodes.ReadAsync(cancellationToken);
            if (CommandMode.IsRunning)
            {
                // This process is about to end: it is no node of the site.
                reports = [.. reports.Where(node => !string.Equals(node.Name, NodeName.Own, StringComparison.Ordinal))];
            }
        }
        catch (IOException failed)
        {
            problem ??= failed.Message;
        }

        return Of(monitor.Snapshot.State, revision) with { Windows = Windows(), Nodes = reports, Problem = problem };
    }

    /// <summary>A state as operators read it.</summary>
    internal static StatusDocument Of(MaintenanceState state, string revision) => new()
    {
        Down = state.IsDown,
        Source = NameOf(state.Source),
        Revision = revision,
        Mode = !state.IsDown ? null : state.Mode == MaintenanceKind.ReadOnly ? "readOnly" : "full",
        Scopes = state.Scopes,
        Message = state.Message,
        Reason = state.Reason,
        Actor = state.Actor,
        Since = state.Since,
        Until = state.Until,
        Window = state.Window,
        StatusCode = state.IsDown ? state.StatusCode : null,
        RetryAfter = state.RetryAfter,
        Refresh = state.Refresh,
        RedirectTo = state.RedirectTo,
        AllowNetworks = state.AllowedNetworks,
    };

    private static string NameOf(MaintenanceSource source) => source switch
    {
        MaintenanceSource.Configuration => "configuration",
        MaintenanceSource.AppOffline => "appOffline",
        MaintenanceSource.DownFile => "downFile",
        MaintenanceSource.SharedStore => "sharedStore",
        MaintenanceSource.Schedule => "schedule",
        MaintenanceSource.StoreFailure => "storeFailure",
        _ => "none",
    };

    private WindowStatus[] Windows()
    {
        var now = clock.GetUtcNow();
        var configured = options.Current.Windows.Select((window, index) => window.Definition(index));
        return
        [
            .. configured.Select(window => WindowStatus.Of(window, isConfigured: true, now)),
            .. (monitor.Document?.Windows ?? []).Select(window => WindowStatus.Of(window, isConfigured: false, now)),
        ];
    }
}
