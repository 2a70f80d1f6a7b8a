using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace DownPage.StandAlone.Checks;

/// <summary>
/// Finds what a browser would ask for because it shows a document: links that are followed do not count.
/// </summary>
internal static class RemainingRequests
{
    private static readonly string[] NotAsked = ["data:", "about:", "blob:", "javascript:"];

    public static IReadOnlyList<RemainingRequest> Find(IDocument document) => [.. Within(document)];

    private static IEnumerable<RemainingRequest> Within(INode root) => Elements(root).SelectMany(OfElement);

    private static IEnumerable<RemainingRequest> OfElement(IElement element)
    {
        if (element is IHtmlInlineFrameElement && element.GetAttribute("srcdoc") is { } framed)
        {
            return Within(new HtmlParser().ParseDocument(framed))
                .Select(request => new RemainingRequest(element, "srcdoc", request.Url));
        }

        return LoadedUrls.Of(element)
            .Where(loaded => IsAsked(loaded.Url))
            .Select(loaded => new RemainingRequest(element, loaded.Attribute, loaded.Url));
    }

    // What is in a template is not shown; what is in a shadow tree is.
    private static IEnumerable<IElement> Elements(INode root)
    {
        foreach (var child in root.ChildNodes.OfType<IElement>())
        {
            yield return child;
            var shadow = child.ShadowRoot is { } found ? Elements(found) : [];
            foreach (var element in shadow.Concat(Elements(child)))
            {
                yield return element;
            }
        }
    }

    private static bool IsAsked(string url)
    {
        var trimmed = url.AsSpan().Trim();
        if (trimmed.IsEmpty || trimmed[0] == '#')
        {
            return false;
        }

        foreach (var scheme in NotAsked)
        {
            if (trimmed.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }
}
