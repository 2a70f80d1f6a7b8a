using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace DownPage.AspNetCore.State;

/// <summary>
/// Tells others of changes, one after the other, apart from the reading: a handler that hangs keeps no state from being
/// read.
/// </summary>
internal sealed partial class StateChanges(ILogger<StateChanges> logger) : IDisposable
{
    private readonly object announcing = new();
    private CancellationTokenSource next = new();
    private Task last = Task.CompletedTask;

    public event EventHandler<MaintenanceChangedEventArgs>? Changed;

    public IChangeToken GetChangeToken() => new CancellationChangeToken(Volatile.Read(ref next).Token);

    public void Announce(MaintenanceState before, MaintenanceState after)
    {
        LogChange(after);
        var signalled = Interlocked.Exchange(ref next, new CancellationTokenSource());
        lock (announcing)
        {
            last = last.ContinueWith(
                _ => Tell(signalled, new MaintenanceChangedEventArgs(before, after)),
                CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    public void Dispose() => next.Dispose();

    private void Tell(CancellationTokenSource signalled, MaintenanceChangedEventArgs change)
    {
        Guarded(signalled.Cancel);
        foreach (var handler in Changed?.GetInvocationList() ?? [])
        {
            Guarded(() => ((EventHandler<MaintenanceChangedEventArgs>)handler)(this, change));
        }
    }

    private void Guarded(Action tell)
    {
        try
        {
            tell();
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            Log.HandlerThrew(logger, fault);
        }
    }

    private void LogChange(MaintenanceState after)
    {
        if (after.IsDown)
        {
            Log.Down(
                logger,
                after.Source,
                after.Mode,
                after.Scopes.Count > 0 ? string.Join(' ', after.Scopes) : "all",
                after.Until?.ToString("O", CultureInfo.InvariantCulture) ?? "it is taken up",
                after.Actor ?? "not said",
                after.Reason ?? "not said");
        }
        else
        {
            Log.Up(logger);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            6, LogLevel.Information,
            "Maintenance mode: the site is down by {Source} ({Mode}; scopes: {Scopes}; until: {Until}; by: "
                + "{Actor}; reason: {Reason})",
            EventName = "Down")]
        public static partial void Down(
            ILogger logger,
            MaintenanceSource source,
            MaintenanceKind mode,
            string scopes,
            string until,
            string actor,
            string reason);

        [LoggerMessage(7, LogLevel.Information, "Maintenance mode: the site is up", EventName = "Up")]
        public static partial void Up(ILogger logger);

        [LoggerMessage(8, LogLevel.Error, "A handler of changes of maintenance mode threw", EventName = "HandlerThrew")]
        public static partial void HandlerThrew(ILogger logger, Exception fault);
    }
}
