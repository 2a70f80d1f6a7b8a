using DownPage.AspNetCore;
using DownPage.AspNetCore.Operations;
using DownPage.AspNetCore.State;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Puts maintenance mode into an app's pipeline.</summary>
public static class MaintenanceModeApplicationBuilderExtensions
{
    /// <summary>
    /// Shows the page from here on while the site is down. Put it after <c>UseForwardedHeaders</c> and before
    /// everything that shall rest; whether routing and authentication come before or after it does not matter.
    /// </summary>
    /// <exception cref="InvalidOperationException"><c>AddMaintenanceMode</c> was not called.</exception>
    public static IApplicationBuilder UseMaintenanceMode(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var monitor = app.ApplicationServices.GetService<MaintenanceMonitor>()
            ?? throw new InvalidOperationException(
                "UseMaintenanceMode() needs its services. "
                + "Add 'builder.Services.AddMaintenanceMode();' before the app is built.");

        if (Rendering.IsRunning)
        {
            return app;
        }

        // The routes are known only when the whole pipeline is: as this delegate runs.
        return app.Use(next =>
        {
            var endpoints = EndpointLookup.Create(app);
            endpoints.Watch(monitor.EndpointsChanged);
            var metrics = app.ApplicationServices.GetRequiredService<MaintenanceMetrics>();
            return new MaintenanceModeMiddleware(next, monitor, endpoints, metrics).InvokeAsync;
        });
    }
}
