using DownPage.Renderer.Hosting;
using DownPage.RenderProtocol;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace DownPage.Renderer.Rendering;

/// <summary>The app's compiled views: rendered as a controller's action would, or found to be Razor Pages.</summary>
internal sealed class ViewPages
{
    private readonly ApplicationHost host;
    private readonly IHttpContextFactory contexts;
    private readonly IRazorViewEngine engine;
    private readonly Endpoint endpoint;
    private readonly Dictionary<string, PageActionDescriptor> razorPages = new(StringComparer.OrdinalIgnoreCase);

    public ViewPages(ApplicationHost host)
    {
        this.host = host;
        contexts = host.Services.GetRequiredService<IHttpContextFactory>();
        engine = host.Services.GetRequiredService<IRazorViewEngine>();

        // Link tag helpers refuse to work without an endpoint, and find the fingerprints of assets on it.
        endpoint = new Endpoint(null, new EndpointMetadataCollection(host.ViewMetadata), "Down page");
        foreach (var action in host.Services.GetRequiredService<IActionDescriptorCollectionProvider>()
            .ActionDescriptors.Items.OfType<PageActionDescriptor>())
        {
            // One page has a descriptor for each of its routes; the first is the one that links use.
            razorPages.TryAdd(action.RelativePath, action);
        }
    }

    /// <summary>
    /// The path that the page is reached by when its view has <c>@page</c>; null: it is a plain view.
    /// </summary>
    /// <exception cref="RenderFailure">The page's route needs values that the item does not give.</exception>
    public string? FindRazorPage(RenderPage page)
    {
        if (!razorPages.TryGetValue(page.View!, out var action))
        {
            return null;
        }

        var template = action.AttributeRouteInfo?.Template ?? "";
        var parameters = RoutePatternFactory.Parse(template).Parameters.Select(parameter => parameter.Name)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var values = new RouteValueDictionary
        {
            ["page"] = action.ViewEnginePath,
            ["area"] = action.AreaName,
        };
        foreach (var (name, value) in page.ViewData.Where(entry => parameters.Contains(entry.Key)))
        {
            values[name] = value;
        }

        return host.Services.GetRequiredService<LinkGenerator>().GetPathByRouteValues(routeName: null, values)
            ?? throw new RenderFailure(PageErrors.RouteValuesMissing(page, template));
    }

    /// <exception cref="RenderFailure">There is no such view.</exception>
    public async Task RenderAsync(RenderPage page, FeatureCollection features)
    {
        var view = page.View!;
        if (!engine.GetView(executingFilePath: null, view, isMainPage: true).Success)
        {
            throw new RenderFailure(PageErrors.ViewNotFound(page, new CompiledViews(host.Services)));
        }

        var context = contexts.Create(features);
        try
        {
            context.SetEndpoint(endpoint);
            context.Request.RouteValues = ViewRoute.ValuesOf(view);
            var action = new ActionDescriptor
            {
                RouteValues = context.Request.RouteValues.ToDictionary(entry => entry.Key, entry => (string?)entry.Value),
            };
            var actionContext = new ActionContext(context, new RouteData(context.Request.RouteValues), action);
            await new ViewResult { ViewName = view, StatusCode = page.StatusCode }.ExecuteResultAsync(actionContext);
            await InMemoryResponse.CompleteAsync(features);
        }
        finally
        {
            contexts.Dispose(context);
        }
    }
}
