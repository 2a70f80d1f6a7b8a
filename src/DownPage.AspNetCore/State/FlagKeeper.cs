using DownPage.DownFile;
using DownPage.FlagFile;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DownPage.AspNetCore.State;

/// <summary>
/// Has the flag for front-end servers agree with what this app answers: windows, ends, the configuration and files that
/// were touched change that without anybody who would write the flag.
/// </summary>
internal sealed partial class FlagKeeper(
    MaintenanceMonitor monitor, SiteFlag flag, IStateStore store, ILogger<FlagKeeper> logger) : IHostedService
{
    private readonly object keeping = new();
    private string? last;
    private string? told;

    /// <summary>Why a flag that should be gone is there; null: none is.</summary>
    public string? StaleProblem { get; private set; }

    /// <summary>What is shared has been read by now: a node that starts does not take it for up meanwhile.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        // What is in the memory of a test of an app is no server's business.
        if (!Rendering.IsRunning && store is not MemoryStateStore)
        {
            monitor.Looked += Keep;
            monitor.Refresh();
        }

        return Task.CompletedTask;
    }

    /// <summary>The flag stays as it is: a site that is down stays down while its app is away.</summary>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        monitor.Looked -= Keep;
        return Task.CompletedTask;
    }

    /// <summary>Looks whether the flag agrees, and mends it. One at a time; one at it is enough.</summary>
    private void Keep()
    {
        if (!Monitor.TryEnter(keeping))
        {
            return;
        }

        try
        {
            Keep(flag.Path);
        }
        finally
        {
            Monitor.Exit(keeping);
        }
    }

    private void Keep(string? path)
    {
        // Another place, by the options: nobody would look after the old one any more.
        if (last is not null && last != path)
        {
            Tell(FlagFileWriter.Put(last, wanted: false), isStale: true);
        }

        last = path;
        if (path is null)
        {
            return;
        }

        if (FlagFileWriter.IsThere(path) == flag.IsWanted(monitor.Snapshot.State))
        {
            Tell(null, isStale: false);
        }
        else
        {
            Mend(path);
        }
    }

    private void Mend(string path)
    {
        try
        {
            using var taken = Lock();

            // Nobody writes now: what holds is what was written last, not what was read before.
            monitor.Look();
            var isWanted = flag.IsWanted(monitor.Snapshot.State);
            var wasThere = FlagFileWriter.IsThere(path);
            var problem = FlagFileWriter.Put(path, isWanted);
            Tell(problem, !isWanted);
            if (problem is null && wasThere != isWanted)
            {
                Log.FlagChanged(logger, path, isWanted ? "written" : "removed");
            }
        }
        catch (DownFileException)
        {
            // Somebody holds the lock, and sees to the flag: the next look shows whether that came to something.
        }
    }

    /// <summary>Does not wait. Null: there is nothing to lock, or it cannot be, so that the down file cannot be written.</summary>
    private IDisposable? Lock()
    {
        try
        {
            // Without patience it is over at once.
            return flag.DownFile is { } file
                ? DownFileLock.TakeAsync(DownFileTarget.Of(file), TimeSpan.Zero, CancellationToken.None)
                    .GetAwaiter().GetResult()
                : null;
        }
        catch (Exception cannot) when (
            cannot is UnauthorizedAccessException or NotSupportedException
            || (cannot is IOException && cannot is not DownFileException))
        {
            return null;
        }
    }

    private void Tell(string? problem, bool isStale)
    {
        StaleProblem = isStale ? problem : null;
        if (problem is not null && !string.Equals(problem, told, StringComparison.Ordinal))
        {
            Log.FlagNotKept(logger, problem);
        }
        else if (problem is null && told is not null)
        {
            Log.FlagKept(logger);
        }

        told = problem;
    }

    private static partial class Log
    {
        [LoggerMessage(
            12, LogLevel.Warning,
            "The flag for front-end servers disagrees with the state of maintenance mode: {Problem}",
            EventName = "FlagNotKept")]
        public static partial void FlagNotKept(ILogger logger, string problem);

        [LoggerMessage(
            13, LogLevel.Information,
            "The flag for front-end servers agrees with the state of maintenance mode again",
            EventName = "FlagKept")]
        public static partial void FlagKept(ILogger logger);

        [LoggerMessage(
            14, LogLevel.Information,
            "The flag for front-end servers, '{Path}', was {Done}",
            EventName = "FlagChanged")]
        public static partial void FlagChanged(ILogger logger, string path, string done);
    }
}
