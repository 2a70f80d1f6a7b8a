using System.Diagnostics.CodeAnalysis;
using DownPage.AspNetCore.Farm;
using DownPage.AspNetCore.State;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DownPage.AspNetCore;

/// <summary>Adds to maintenance mode; what <c>AddMaintenanceMode</c> returns.</summary>
public sealed class MaintenanceModeBuilder
{
    internal MaintenanceModeBuilder(IServiceCollection services) => Services = services;

    /// <summary>The app's services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>
    /// Keeps the state in the memory of this process instead of the down file: for tests of an app, by
    /// <c>WebApplicationFactory</c>. Each host has a state of its own.
    /// </summary>
    public MaintenanceModeBuilder UseMemory()
    {
        Services.Replace(ServiceDescriptor.Singleton<IStateStore, MemoryStateStore>());
        return this;
    }

    /// <summary>
    /// Keeps the state where all nodes of a farm see it: in the app's <c>IDistributedCache</c>, such as Redis, SQL
    /// Server or PostgreSQL. Read in the background every <see cref="MaintenanceFarmOptions.Interval"/>; a node's own
    /// down file still takes that node down, whatever the cache says. A node that cannot reach the cache keeps what it
    /// knew (<see cref="MaintenanceModeOptions.OnStoreFailure"/>).
    /// </summary>
    /// <exception cref="InvalidOperationException">As the app starts: no <c>IDistributedCache</c> is
    /// registered.</exception>
    public MaintenanceModeBuilder UseDistributedCache() => UseStore(FarmServices.CacheOf);

    /// <summary>
    /// Keeps the state where all nodes of a farm see it: in a store of one's own, made once for each host. Follows it
    /// as <see cref="UseDistributedCache"/> does.
    /// </summary>
    /// <typeparam name="TStore">
    /// The store; <see cref="MaintenanceModeStoreContract"/> tests it. Its constructor is given the app's services.
    /// </typeparam>
    /// <exception cref="InvalidOperationException">As the app starts: the store's constructor wants a service that is
    /// not registered.</exception>
    public MaintenanceModeBuilder UseStore<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TStore>()
        where TStore : class, IMaintenanceModeStore
        => UseStore(provider => ActivatorUtilities.CreateInstance<TStore>(provider));

    /// <summary>
    /// Keeps the state where all nodes of a farm see it: in a store of one's own. Follows it as
    /// <see cref="UseDistributedCache"/> does.
    /// </summary>
    /// <param name="create">
    /// Makes the store of the app's services, once for each host, which disposes it; what it throws, the app's start
    /// throws.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="create"/> is null.</exception>
    public MaintenanceModeBuilder UseStore(Func<IServiceProvider, IMaintenanceModeStore> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        Services.Replace(ServiceDescriptor.Singleton(create));
        FarmServices.Add(Services);
        return this;
    }
}
