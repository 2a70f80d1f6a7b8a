using DownPage.Renderer.Finishing;
using DownPage.RenderProtocol;

namespace DownPage.StandAlone.Preview;

/// <summary>A page as the gallery shows it.</summary>
internal sealed class PreviewPage
{
    /// <summary>The page's name without its culture, <c>errors/502.html</c>: pages of one item share it.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// The page's file, relative to the pages folder, <c>errors/502.de.html</c>: unlike any other page's.
    /// </summary>
    public required string File { get; init; }

    /// <summary>The culture that it was rendered in; null: the app's default.</summary>
    public string? Culture { get; init; }

    /// <summary>The status that it stands for.</summary>
    public required int StatusCode { get; init; }

    /// <summary>The page.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>The same, compressed.</summary>
    public IReadOnlyList<EncodedContent> Encodings { get; init; } = [];

    /// <summary>What lies beside it, under the addresses that end in their paths.</summary>
    public IReadOnlyList<PageAsset> Assets { get; init; } = [];

    /// <summary>What is wrong with it.</summary>
    public IReadOnlyList<RenderDiagnostic> Diagnostics { get; init; } = [];

    /// <summary>How large it may be.</summary>
    public IReadOnlyList<SizeLimit> Limits { get; init; } = [];
}
