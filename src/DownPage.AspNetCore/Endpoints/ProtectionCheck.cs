using DownPage.AspNetCore.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DownPage.AspNetCore.Endpoints;

/// <summary>
/// Looks, once the pipeline and with it all endpoints are there, whether those of operators are protected: else the app
/// does not start.
/// </summary>
internal sealed class ProtectionCheck(OperatorRoutes routes) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        next(app);
        if (routes.AreMapped && !Rendering.IsRunning
            && app.ApplicationServices.GetService<EndpointDataSource>() is { } endpoints)
        {
            EndpointProtections.Check(endpoints.Endpoints);
        }
    };
}
