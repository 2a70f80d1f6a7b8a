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
}
