using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;

namespace DownPage.AspNetCore;

/// <summary>
/// The endpoint that a request is for, also where routing comes only after this middleware: it is then asked ahead, and
/// its answer taken back, so that a middleware between may still change the path.
/// </summary>
internal sealed class EndpointLookup
{
    /// <summary>
    /// Where <c>UseRouting</c> keeps the routes of an app that has them ready, and of one that maps them later
    /// (aspnetcore, EndpointRoutingApplicationBuilderExtensions).
    /// </summary>
    private const string GlobalRoutes = "__GlobalEndpointRouteBuilder";
    private const string Routes = "__EndpointRouteBuilder";

    private readonly RequestDelegate? route;
    private readonly ICollection<EndpointDataSource> sources;

    private EndpointLookup(RequestDelegate? route, ICollection<EndpointDataSource> sources)
    {
        this.route = route;
        this.sources = sources;
    }

    /// <param name="app">The pipeline, with all that comes after.</param>
    public static EndpointLookup Create(IApplicationBuilder app)
    {
        if ((Find(app, GlobalRoutes) ?? Find(app, Routes)) is not { } routes)
        {
            return new EndpointLookup(null, []);
        }

        var ahead = app.New();
        ahead.Properties[GlobalRoutes] = routes;
        ahead.UseRouting();
        ahead.Run(_ => Task.CompletedTask);
        return new EndpointLookup(ahead.Build(), routes.DataSources);
    }

    public ValueTask<Endpoint?> FindAsync(HttpContext context)
    {
        if (context.GetEndpoint() is { } known)
        {
            return ValueTask.FromResult<Endpoint?>(known);
        }

        return route is null ? ValueTask.FromResult<Endpoint?>(null) : RouteAheadAsync(context, route);
    }

    /// <summary>Tells, now and whenever routes change, whether an endpoint is down by itself.</summary>
    public void Watch(Action<bool> tell)
    {
        if (sources.Count > 0)
        {
            var all = new CompositeEndpointDataSource(sources);
            ChangeToken.OnChange(all.GetChangeToken, () => tell(AnyIsDown(all)));
            tell(AnyIsDown(all));
        }
    }

    private static bool AnyIsDown(EndpointDataSource endpoints)
        => endpoints.Endpoints.Any(endpoint => endpoint.Metadata.GetMetadata<UnderMaintenanceAttribute>() is not null);

    private static async ValueTask<Endpoint?> RouteAheadAsync(HttpContext context, RequestDelegate route)
    {
        await route(context);
        var endpoint = context.GetEndpoint();
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        return endpoint;
    }

    private static IEndpointRouteBuilder? Find(IApplicationBuilder app, string key)
        => app.Properties.TryGetValue(key, out var routes) ? routes as IEndpointRouteBuilder : null;
}
