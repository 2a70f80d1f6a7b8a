using System.Reflection;
using DownPage.Renderer.Rendering;
using DownPage.RenderProtocol;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DownPage.Renderer.Hosting;

/// <summary>
/// A host whose pipeline is routing and the endpoints that every MVC site has: attribute routes, areas, the
/// conventional route, Razor Pages. It serves where the app's own pipeline does not run.
/// </summary>
internal sealed class ConventionalHost : ApplicationHost
{
    private readonly EndpointCalls calls;
    private readonly AssetFingerprints fingerprints;
    private readonly Lazy<RequestDelegate> pipeline;
    private readonly IHttpContextFactory contexts;

    public ConventionalHost(IServiceProvider services, Assembly application, RenderRequest request)
    {
        Services = services;
        calls = new EndpointCalls(application);
        fingerprints = new AssetFingerprints(request);
        ViewMetadata = calls.FingerprintViews ? fingerprints.Metadata : [];
        contexts = services.GetRequiredService<IHttpContextFactory>();

        // The endpoints make links; only a Razor Page is requested through the middleware.
        var builder = new ApplicationBuilder(services);
        AddEndpoints(builder, request);
        pipeline = new Lazy<RequestDelegate>(builder.Build);
    }

    public override IServiceProvider Services { get; }

    public override IReadOnlyList<object> ViewMetadata { get; }

    public override async Task SendAsync(IFeatureCollection features)
    {
        var context = contexts.Create(features);
        try
        {
            await pipeline.Value(context);
            await InMemoryResponse.CompleteAsync(features);
        }
        finally
        {
            contexts.Dispose(context);
        }
    }

    private void AddEndpoints(ApplicationBuilder builder, RenderRequest request)
    {
        if (request.Pages.All(page => page.View is null))
        {
            return;
        }

        // No authorization runs here, and a page that is public when the site is down needs none.
        Services.GetRequiredService<IOptions<RouteOptions>>().Value.SuppressCheckForUnhandledSecurityMetadata = true;
        builder.UseRouting();
        builder.UseEndpoints(endpoints => MapEndpoints(endpoints, request));
    }

    private void MapEndpoints(IEndpointRouteBuilder endpoints, RenderRequest request)
    {
        try
        {
            endpoints.MapControllerRoute("areas", "{area:exists}/" + request.RoutePattern);
            endpoints.MapControllerRoute("default", request.RoutePattern);
        }
        catch (RouteCreationException wrong)
        {
            throw new RenderFailure(StartErrors.InvalidRoutePattern(request, wrong), wrong);
        }

        if (Services.GetService<PageLoader>() is null)
        {
            return;
        }

        var pages = endpoints.MapRazorPages();
        if (calls.FingerprintPages)
        {
            pages.WithMetadata([.. fingerprints.Metadata]);
        }
    }
}
