using Microsoft.AspNetCore.Routing;

namespace DownPage.Renderer.Rendering;

/// <summary>
/// The route values that a view's place stands for: <c>/Areas/Shop/Views/Errors/502.cshtml</c> is the view of area
/// Shop, controller Errors. Partials are searched, and links without a controller made, as from an action of that
/// controller.
/// </summary>
internal static class ViewRoute
{
    public static RouteValueDictionary ValuesOf(string view)
    {
        var values = new RouteValueDictionary();
        var segments = view.Trim('/').Split('/');
        if (segments is ["Areas", var area, .. var rest])
        {
            values["area"] = area;
            segments = rest;
        }

        if (segments is ["Views", var controller, .., var file] && controller != "Shared")
        {
            values["controller"] = controller;
            values["action"] = Path.GetFileNameWithoutExtension(file);
        }

        return values;
    }
}
