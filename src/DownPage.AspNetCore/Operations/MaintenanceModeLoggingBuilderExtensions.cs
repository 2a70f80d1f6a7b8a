using DownPage.AspNetCore.Operations;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Extensions.Logging;

/// <summary>Maintenance mode in the app's logs.</summary>
public static class MaintenanceModeLoggingBuilderExtensions
{
    /// <summary>
    /// Keeps answers of maintenance mode out of the error logs: drops the records of level Warning and Error that have
    /// no exception and are written for a request after it was answered with the page, such as those of request logging
    /// that counts every 503 as an error. All categories and providers; records below Warning, of level Critical, with
    /// an exception, and of requests that passed stay. It works for what is logged with <see cref="ILogger"/>; a
    /// library that is called directly (Serilog's own request logging) asks
    /// <see cref="MaintenanceModeHttpContextExtensions.IsRefusedByMaintenance"/>. To be called after a library that
    /// replaces <see cref="ILoggerFactory"/>.
    /// </summary>
    /// <param name="builder">The app's logging.</param>
    /// <returns>The same.</returns>
    public static ILoggingBuilder FilterMaintenanceRefusals(this ILoggingBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        var registered =
            services.LastOrDefault(service => !service.IsKeyedService && service.ServiceType == typeof(ILoggerFactory));
        if (registered is null || services.Any(service => service.ServiceType == typeof(RefusalLoggingMarker)))
        {
            return builder;
        }

        services.AddSingleton<RefusalLoggingMarker>();
        services.AddHttpContextAccessor();
        if (registered.ImplementationType is { } type)
        {
            // The container goes on choosing its constructor, and disposing of it.
            services.Add(ServiceDescriptor.Singleton(type, type));
        }

        services.Remove(registered);
        services.AddSingleton<ILoggerFactory>(provider => Decorate(provider, registered));
        return builder;
    }

    private static RefusalLoggerFactory Decorate(IServiceProvider services, ServiceDescriptor registered)
    {
        var accessor = services.GetRequiredService<IHttpContextAccessor>();
        return registered switch
        {
            { ImplementationType: { } type } => new(
                (ILoggerFactory)services.GetRequiredService(type), owned: false, accessor),
            { ImplementationFactory: { } create } => new((ILoggerFactory)create(services), owned: true, accessor),
            _ => new((ILoggerFactory)(registered.ImplementationInstance ?? throw NoFactory()), owned: false, accessor),
        };
    }

    private static InvalidOperationException NoFactory() => new("The app's logger factory is gone.");

    /// <summary>So that a second call does not do it again.</summary>
    private sealed class RefusalLoggingMarker;
}
