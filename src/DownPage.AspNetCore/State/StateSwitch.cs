using System.Globalization;
using DownPage.AspNetCore.Operations;
using DownPage.AspNetCore.Setup;
using DownPage.DownFile;
using DownPage.Switching;
using Microsoft.Extensions.Logging;

namespace DownPage.AspNetCore.State;

/// <summary>
/// Every change of the state that goes through this app, by whomever: writes to the store, tells log and metric, and
/// looks at once at what came of it.
/// </summary>
internal sealed partial class StateSwitch(
    MaintenanceMonitor monitor,
    OptionsSource options,
    IStateStore store,
    MaintenanceMetrics metrics,
    ILogger<StateSwitch> logger)
{
    /// <param name="change">The change; its values are checked by <see cref="RequestValidation"/>.</param>
    /// <param name="cancellationToken">Ends waiting for another writer.</param>
    /// <exception cref="ChangeRefusedException">It cannot be made as things are: nothing has changed.</exception>
    /// <exception cref="InvalidOperationException">There is nothing to write to.</exception>
    /// <exception cref="IOException">It cannot be written: nothing has changed.</exception>
    public async Task<StateWrite> ChangeAsync(StateChange change, CancellationToken cancellationToken)
    {
        using var span = MaintenanceMetrics.StartChange(change);
        if (options.Current.Enabled is { } enabled)
        {
            throw new ChangeRefusedException(
                ChangeRefusal.ConfigurationDecides,
                $"MaintenanceMode:Enabled is {(enabled ? "true" : "false")} in the configuration, which wins over "
                + "everything else. Take it out of the configuration to switch in another way.");
        }

        var write = await store.WriteAsync(change, cancellationToken);
        if (write.Changed)
        {
            Tell(change, write);
        }

        monitor.Refresh();
        return write;
    }

    /// <summary>Whether a window, of the options or of the document, is open.</summary>
    public bool IsWindowOpen(DownFileDocument? document, DateTimeOffset now)
        => StateResolver.Create(options.Current, document).OpenWindow(now) is not null;

    private void Tell(StateChange change, StateWrite write)
    {
        metrics.Changed(change);
        Log.StateChanged(
            logger,
            change.Action,
            change.Origin.Source,
            change.Origin.Actor ?? "not said",
            change.Origin.Reason ?? "not said",
            write.After is { Down: true, Until: { } until }
                ? until.ToString("O", CultureInfo.InvariantCulture)
                : "not said",
            write.Revision);
        if (write.HistoryProblem is { } problem)
        {
            Log.HistoryNotWritten(logger, problem);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            9, LogLevel.Information,
            "Maintenance mode was changed: {Action} by {Source} (by: {Actor}; reason: {Reason}; until: {Until}; "
                + "revision: {Revision})",
            EventName = "StateChanged")]
        public static partial void StateChanged(
            ILogger logger, string action, string source, string actor, string reason, string until, string revision);

        [LoggerMessage(
            10, LogLevel.Warning,
            "The change of maintenance mode stands, but its history could not be written: {Problem}",
            EventName = "HistoryNotWritten")]
        public static partial void HistoryNotWritten(ILogger logger, string problem);
    }
}
