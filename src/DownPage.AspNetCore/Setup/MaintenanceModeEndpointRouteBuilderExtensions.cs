using System.Diagnostics.CodeAnalysis;
using DownPage.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>The endpoint for operators.</summary>
public static class MaintenanceModeEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Adds the endpoint by which operators take the site down and up: as JSON for programs, as a page for people. It
    /// answers while the site is down, too. Say who may use it: the app does not start with an endpoint that everybody
    /// may use.
    /// </summary>
    /// <param name="endpoints">The app's endpoints.</param>
    /// <param name="pattern">Its address. What is below it belongs to it, too.</param>
    /// <returns>
    /// What takes <c>RequireAuthorization(...)</c> or <c>RequireOperatorToken()</c>. Without one of them the app's
    /// start ends in an <see cref="InvalidOperationException"/>.
    /// </returns>
    /// <exception cref="InvalidOperationException"><c>AddMaintenanceMode</c> was not called.</exception>
    public static IEndpointConventionBuilder MapMaintenanceMode(
        this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string pattern = "/maintenance-mode")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentException.ThrowIfNullOrEmpty(pattern);
        var routes = endpoints.ServiceProvider.GetService<OperatorRoutes>()
            ?? throw new InvalidOperationException(
                "MapMaintenanceMode() needs its services. "
                + "Add 'builder.Services.AddMaintenanceMode();' before the app is built.");
        return routes.Map(endpoints, pattern);
    }
}
