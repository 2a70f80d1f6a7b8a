using DownPage.AspNetCore;
using DownPage.AspNetCore.Answers;
using DownPage.AspNetCore.Commands;
using DownPage.AspNetCore.Endpoints;
using DownPage.AspNetCore.Endpoints.Page;
using DownPage.AspNetCore.Operations;
using DownPage.AspNetCore.Setup;
using DownPage.AspNetCore.State;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds maintenance mode to an app.</summary>
public static class MaintenanceModeServiceCollectionExtensions
{
    /// <summary>
    /// Adds maintenance mode, set up by the section <c>MaintenanceMode</c> of the app's configuration.
    /// </summary>
    /// <exception cref="OptionsValidationException">As the app starts: a value is wrong; the message names its
    /// key.</exception>
    public static MaintenanceModeBuilder AddMaintenanceMode(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (!services.HasCore())
        {
            services.AddOptions<MaintenanceModeOptions>().BindConfiguration(MaintenanceModeOptions.SectionName);
            services.AddCore();
        }

        return new MaintenanceModeBuilder(services);
    }

    /// <summary>Adds maintenance mode, set up by the section and then by code.</summary>
    public static MaintenanceModeBuilder AddMaintenanceMode(
        this IServiceCollection services, Action<MaintenanceModeOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var builder = services.AddMaintenanceMode();
        services.Configure(configure);
        return builder;
    }

    /// <summary>
    /// Adds maintenance mode, set up by a section of another name instead of <c>MaintenanceMode</c>. Messages name keys
    /// as if it had that name.
    /// </summary>
    public static MaintenanceModeBuilder AddMaintenanceMode(
        this IServiceCollection services, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(section);
        services.AddOptions<MaintenanceModeOptions>().Bind(section);
        if (!services.HasCore())
        {
            services.AddCore();
        }

        return new MaintenanceModeBuilder(services);
    }

    private static bool HasCore(this IServiceCollection services)
        => services.Any(service => service.ServiceType == typeof(MaintenanceMonitor));

    private static void AddCore(this IServiceCollection services)
    {
        services.AddLogging();
        services.AddMetrics();

        // No ValidateOnStart: it brings in the framework's monitor, which throws into whoever reloads the
        // configuration. OptionsSource validates as the host starts, too.
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<MaintenanceModeOptions>, MaintenanceModeOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<OptionsSource>();
        services.TryAddSingleton<IStateStore, FileStateStore>();
        services.TryAddSingleton<AppOffline>();
        services.TryAddSingleton<SiteFlag>();
        services.TryAddSingleton<FlagKeeper>();
        services.TryAddSingleton<SnapshotCompiler>();
        services.TryAddSingleton<StateChanges>();
        services.TryAddSingleton<MaintenanceMonitor>();
        services.TryAddSingleton<MaintenanceMetrics>();
        services.TryAddSingleton<IStateHealth>(provider => provider.GetRequiredService<MaintenanceMonitor>());
        services.TryAddSingleton<IStatusPages>(provider =>
        {
            var monitor = provider.GetRequiredService<MaintenanceMonitor>();
            return new StatusPages(() => monitor.Snapshot.Pages, AnswerSet.ForStatusCode);
        });
        services.TryAddSingleton<StateSwitch>();
        services.TryAddSingleton<INodes, OnlyNode>();
        services.TryAddSingleton<StatusComposer>();
        services.TryAddSingleton<IMaintenanceMode, MaintenanceControl>();
        services.TryAddSingleton<IMaintenanceGate, MaintenanceGate>();
        services.AddHostedService(provider => provider.GetRequiredService<MaintenanceMonitor>());
        services.AddHostedService(provider => provider.GetRequiredService<FlagKeeper>());
        services.AddEndpoint();
        CommandMode.AttachTo(services);
    }

    private static void AddEndpoint(this IServiceCollection services)
    {
        services.TryAddSingleton<OperatorApi>();
        services.TryAddSingleton<OperatorTokens>();
        services.TryAddSingleton<OperatorGuard>();
        services.TryAddSingleton<PreviewAnswer>();
        services.TryAddSingleton<IOperatorPage, OperatorPage>();
        services.TryAddSingleton<OperatorHandler>();
        services.TryAddSingleton<IOperatorPage, OperatorPage>();
        services.TryAddSingleton<OperatorRoutes>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IStartupFilter, ProtectionCheck>());
    }
}
