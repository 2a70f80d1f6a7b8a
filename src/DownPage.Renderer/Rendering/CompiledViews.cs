using DownPage.Text;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Razor.Compilation;
using Microsoft.Extensions.DependencyInjection;

namespace DownPage.Renderer.Rendering;

/// <summary>What the app has of compiled views: asked only when something went wrong.</summary>
internal sealed class CompiledViews
{
    private readonly Dictionary<string, Type?> views = new(StringComparer.OrdinalIgnoreCase);

    public CompiledViews(IServiceProvider services)
    {
        var feature = new ViewsFeature();
        services.GetService<ApplicationPartManager>()?.PopulateFeature(feature);
        foreach (var view in feature.ViewDescriptors)
        {
            views.TryAdd(view.RelativePath, view.Type);
        }
    }

    public int Count => views.Count;

    /// <summary>The view whose path is most like the wanted one; null: none comes near.</summary>
    public string? Nearest(string wanted) => NearestName.Find(wanted, views.Keys);

    /// <summary>The type of the view's <c>@model</c>; null: the view is unknown or has none.</summary>
    public Type? ModelOf(string view)
    {
        for (var type = views.GetValueOrDefault(view); type is not null; type = type.BaseType)
        {
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(RazorPage<>))
            {
                var model = type.GetGenericArguments()[0];
                return model == typeof(object) ? null : model;
            }
        }

        return null;
    }
}
