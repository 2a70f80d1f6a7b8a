using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Razor.Compilation;
using Microsoft.AspNetCore.Razor.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace DownPage.Renderer.Tests.Rendering;

/// <summary>The services of an app with compiled views.</summary>
internal sealed class SampleViews : IApplicationFeatureProvider<ViewsFeature>
{
    private readonly List<CompiledViewDescriptor> views = [];

    public static IServiceProvider Services(params (string Path, Type Type)[] views)
    {
        var feature = new SampleViews();
        foreach (var (path, type) in views)
            feature.views.Add(new CompiledViewDescriptor(new Item(path, type)));
        var parts = new ApplicationPartManager();
        parts.FeatureProviders.Add(feature);
        return new ServiceCollection().AddSingleton(parts).BuildServiceProvider();
    }

    public void PopulateFeature(IEnumerable<ApplicationPart> parts, ViewsFeature feature)
    {
        foreach (var view in views)
            feature.ViewDescriptors.Add(view);
    }

    /// <summary>A view as the compiler makes it for <c>@model TModel</c>.</summary>
    public abstract class View<TModel> : RazorPage<TModel>;

    private sealed class Item(string path, Type type) : RazorCompiledItem
    {
        public override string Identifier => path;

        public override string Kind => "mvc.1.0.view";

        public override IReadOnlyList<object> Metadata => [];

        public override Type Type => type;
    }
}
