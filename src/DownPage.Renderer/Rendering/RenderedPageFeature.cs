using DownPage.RenderProtocol;

namespace DownPage.Renderer.Rendering;

/// <summary>Marks a request as the one for a page, so that its view can be given the item's metadata.</summary>
internal sealed record RenderedPageFeature(RenderPage Page);
