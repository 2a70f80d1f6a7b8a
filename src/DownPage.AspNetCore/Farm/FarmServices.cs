using DownPage.AspNetCore.State;
using DownPage.Status;
using DownPage.Switching;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DownPage.AspNetCore.Farm;

/// <summary>The services of a node that follows a shared store.</summary>
internal static class FarmServices
{
    private static int nodesOfThisProcess;

    public static void Add(IServiceCollection services)
    {
        services.TryAddSingleton<FileStateStore>();
        services.TryAddSingleton(ContextOf);
        services.TryAddSingleton(provider => new SharedState(
            provider.GetRequiredService<FarmContext>(), provider.GetRequiredService<ILogger<SharedState>>()));
        services.TryAddSingleton<SharedStateReader>();
        services.TryAddSingleton<SharedHistory>();
        services.TryAddSingleton(ReportsOf);
        services.Replace(ServiceDescriptor.Singleton(StoreOf));
        services.Replace(ServiceDescriptor.Singleton(NodesOf));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, FarmService>());
    }

    /// <exception cref="InvalidOperationException">The app has no cache.</exception>
    public static IMaintenanceModeStore CacheOf(IServiceProvider services)
        => services.GetService<IDistributedCache>() is { } cache
            ? new DistributedCacheStore(cache)
            : throw new InvalidOperationException(
                "UseDistributedCache() found no IDistributedCache in the app's services. Register one that all nodes "
                + "share: AddStackExchangeRedisCache(...), AddDistributedSqlServerCache(...), "
                + "AddDistributedPostgresCache(...) or another; or leave UseDistributedCache() out.");

    /// <summary>The machine that builds has no store: what its pages are rendered with asks for none.</summary>
    private static IStateStore StoreOf(IServiceProvider services) => Rendering.IsRunning
        ? services.GetRequiredService<FileStateStore>()
        : new FarmStateStore(
            services.GetRequiredService<FileStateStore>(),
            services.GetRequiredService<SharedState>(),
            services.GetRequiredService<SharedHistory>(),
            services.GetRequiredService<TimeProvider>());

    /// <summary>An app's tests may have put another state in the place of the shared one.</summary>
    private static INodes NodesOf(IServiceProvider services)
        => services.GetRequiredService<IStateStore>() is FarmStateStore
            ? services.GetRequiredService<NodeReports>()
            : ActivatorUtilities.CreateInstance<OnlyNode>(services);

    private static FarmContext ContextOf(IServiceProvider services)
    {
        var options = services.GetRequiredService<OptionsSource>();
        var app = services.GetRequiredService<IHostEnvironment>().ApplicationName;
        return new FarmContext(
            services.GetRequiredService<IMaintenanceModeStore>(),
            () => options.Current.Farm,
            FarmKeys.Of(options.Current.Farm.KeyPrefix, app),
            services.GetRequiredService<TimeProvider>(),
            Random.Shared);
    }

    private static NodeReports ReportsOf(IServiceProvider services)
    {
        var monitor = services.GetRequiredService<MaintenanceMonitor>();
        var shared = services.GetRequiredService<SharedState>();
        var clock = services.GetRequiredService<TimeProvider>();
        var name = NameOfNext();
        return new NodeReports(
            services.GetRequiredService<FarmContext>(),
            () => new NodeStatus(
                name,
                StateRevision.Of(shared.Known?.State),
                monitor.Snapshot.State.IsDown,
                clock.GetUtcNow(),
                monitor.Problem),
            services.GetRequiredService<ILogger<NodeReports>>());
    }

    /// <summary>Several hosts in one process are several nodes.</summary>
    private static string NameOfNext() => Interlocked.Increment(ref nodesOfThisProcess) is var number and > 1
        ? FormattableString.Invariant($"{NodeName.Own}.{number}")
        : NodeName.Own;
}
