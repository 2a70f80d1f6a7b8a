using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace DownPage.StandAlone.Markup;

/// <summary>What relative addresses of a document start from, where a <c>base</c> element says so.</summary>
internal sealed class DocumentBase
{
    private readonly IElement element;

    private DocumentBase(IElement element, Uri url)
    {
        this.element = element;
        Url = url;
    }

    public Uri Url { get; }

    /// <summary>
    /// Only the first <c>base</c> with an address counts; null: there is none, or its address is of no use.
    /// </summary>
    /// <param name="document">The document.</param>
    /// <param name="address">Its own address.</param>
    public static DocumentBase? Find(IDocument document, Uri? address)
    {
        var element = document.QuerySelectorAll("base[href]").OfType<IHtmlBaseElement>().FirstOrDefault();
        return element is not null && Uri.TryCreate(address, element.GetAttribute("href")!.Trim(), out var url)
            && url.Scheme is not ("data" or "javascript") ? new DocumentBase(element, url) : null;
    }

    /// <summary>Whether it comes after an element: too late for what that asks for as it is read.</summary>
    public bool IsAfter(IElement other)
        => this.element.CompareDocumentPosition(other).HasFlag(DocumentPositions.Preceding);
}
