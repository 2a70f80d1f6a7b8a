using DownPage.RenderProtocol;

namespace DownPage.Renderer.Finishing;

/// <summary>A page as it is published.</summary>
internal sealed class FinishedPage
{
    /// <summary>The page's forms: itself first.</summary>
    public required IReadOnlyList<PageFile> Files { get; init; }

    /// <summary>What is too large to be in the page, and lies beside it.</summary>
    public IReadOnlyList<PageAsset> Assets { get; init; } = [];

    /// <summary>What is wrong with the page, in the order of the page.</summary>
    public IReadOnlyList<RenderDiagnostic> Diagnostics { get; init; } = [];
}
