using DownPage.AspNetCore;
using DownPage.AspNetCore.Operations;
using DownPage.AspNetCore.State;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Maintenance mode among the app's health checks.</summary>
public static class MaintenanceModeHealthChecksBuilderExtensions
{
    /// <summary>
    /// Adds a check that tells whether the site is down, since and until when, and by what. It is healthy while the
    /// site is down, unless <see cref="MaintenanceModeOptions.Readiness"/> is <see cref="MaintenanceReadiness.Drain"/>
    /// and all of the site is down: then it is unhealthy. While the state, or a changed configuration, cannot be read
    /// it is degraded.
    /// </summary>
    /// <param name="builder">The app's health checks.</param>
    /// <param name="name">The check's name. Default: <c>maintenance</c>.</param>
    /// <param name="tags">The check's tags, such as <c>ready</c>. Null (default): none.</param>
    /// <returns>The same, for more checks.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static IHealthChecksBuilder AddMaintenanceMode(
        this IHealthChecksBuilder builder, string name = "maintenance", IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return builder.Add(new HealthCheckRegistration(name, Create, failureStatus: null, tags));
    }

    private static MaintenanceHealthCheck Create(IServiceProvider services)
        => services.GetService<IMaintenanceMode>() is { } mode
            ? new MaintenanceHealthCheck(
                mode, services.GetRequiredService<OptionsSource>(), services.GetService<IStateHealth>())
            : throw new InvalidOperationException(
                "The health check of maintenance mode has nothing to tell: "
                + "add 'builder.Services.AddMaintenanceMode();' too.");
}
