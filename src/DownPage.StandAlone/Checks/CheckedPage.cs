using AngleSharp.Dom;
using DownPage.RenderProtocol;

namespace DownPage.StandAlone.Checks;

/// <summary>A finished page, and what is known of it.</summary>
internal sealed class CheckedPage
{
    /// <summary>The page as it is published.</summary>
    public required IDocument Document { get; init; }

    public required RenderPage Page { get; init; }

    public required RenderRequest Request { get; init; }

    /// <summary>Where the page's elements come from.</summary>
    public required IElementPlaces Places { get; init; }

    /// <summary>Whether the page shall need nothing but itself.</summary>
    public bool SelfContained { get; init; } = true;

    /// <summary>The site's own scheme and host.</summary>
    public string BaseUrl { get; init; } = "";

    /// <summary>The page's size.</summary>
    public int Bytes { get; init; }

    /// <summary>What is sent of it at best: as Brotli, else the page's size.</summary>
    public int CompressedBytes { get; init; }

    /// <summary>The length of the page's plain-text form; null: it is not published.</summary>
    public int? TextCharacters { get; init; }

    /// <summary>
    /// Addresses in the document that have been reported already, or that are published beside the page.
    /// </summary>
    public IReadOnlySet<string> KnownUrls { get; init; } = new HashSet<string>();

    /// <summary>How the project calls the page.</summary>
    public string Name => Page.OutputPaths is [var first, ..] ? first : Page.Item;
}
