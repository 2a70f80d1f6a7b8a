using DownPage.RenderProtocol;

namespace DownPage.Renderer.Rendering;

/// <summary>Marks a request as the one for a page, so that its view can be given the item's metadata.</summary>
internal sealed record RenderedPageFeature(RenderPage Page)
{
    /// <summary>The views that had a part in the page so far, in the order in which they began.</summary>
    public List<string> Views { get; } = [];
}
