using DownPage.AspNetCore.State;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DownPage.AspNetCore.Farm;

/// <summary>
/// Follows the shared store as long as the app runs. Begins before anything else of the app starts: the first request
/// meets the state that holds. A store that is dead keeps no app from starting.
/// </summary>
internal sealed partial class FarmService(IServiceProvider services, ILogger<FarmService> logger)
    : IHostedLifecycleService
{
    private SharedStateReader? reader;
    private NodeReports? reports;
    private bool isStopped;

    public Task StartingAsync(CancellationToken cancellationToken) => BeginAsync(cancellationToken);

    /// <summary>Hosts of old know no earlier moment.</summary>
    public Task StartAsync(CancellationToken cancellationToken) => BeginAsync(cancellationToken);

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (isStopped || reader is null || reports is null)
        {
            return;
        }

        isStopped = true;
        await reader.StopAsync();
        await reports.StopAsync();
    }

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Tests of an app, and the build that renders its pages, follow nothing.</summary>
    private async Task BeginAsync(CancellationToken cancellationToken)
    {
        if (reader is not null || Rendering.IsRunning
            || services.GetRequiredService<IStateStore>() is not FarmStateStore)
        {
            return;
        }

        if (services.GetRequiredService<FarmContext>().Store is DistributedCacheStore { IsOfThisProcess: true })
        {
            Log.CacheNotShared(logger);
        }

        var shared = services.GetRequiredService<SharedState>();
        reader = services.GetRequiredService<SharedStateReader>();
        reports = services.GetRequiredService<NodeReports>();
        await reader.StartAsync(cancellationToken);

        // After the monitor, which has looked when this is told.
        shared.Changed += reports.ReportNow;
        reports.Start();
    }

    private static partial class Log
    {
        [LoggerMessage(
            95, LogLevel.Warning,
            "UseDistributedCache() has found the cache in the memory of this process, which no other node sees. "
                + "Register one that is shared, such as AddStackExchangeRedisCache, or leave UseDistributedCache() out",
            EventName = "CacheNotShared")]
        public static partial void CacheNotShared(ILogger logger);
    }
}
