using AngleSharp.Html.Dom;
using DownPage.RenderProtocol;

namespace DownPage.StandAlone.Checks;

/// <summary>What the page would still ask for.</summary>
internal static class RequestChecks
{
    public static IEnumerable<RenderDiagnostic> Run(CheckedPage page)
    {
        var site = new SiteAddress(page.BaseUrl, page.Document);
        return RemainingRequests.Find(page.Document)
            .Where(request => site.IsMixedContent(request.Url) || !page.KnownUrls.Contains(request.Url))
            .DistinctBy(request => request.Url)
            .Select(request => (request, Diagnostic: Of(request, page, site)))
            .Where(found => found.Diagnostic is not null)
            .Select(found => found.Diagnostic!.At(page.Places.Find(found.request.Element, found.request.Url)));
    }

    private static RenderDiagnostic? Of(RemainingRequest request, CheckedPage page, SiteAddress site)
    {
        var tag = StartTag.Of(request.Element);
        if (site.IsMixedContent(request.Url))
        {
            return PageWarnings.MixedContent(tag, request.Url, page.BaseUrl);
        }

        if (!page.SelfContained)
        {
            return null;
        }

        if (!site.IsOwn(request.Url))
        {
            return AssetErrors.Outside(tag, request.Url);
        }

        return IsFrame(request)
            ? PageWarnings.FrameIntoApp(tag, request.Url)
            : PageWarnings.AsksTheApp(tag, request.Url);
    }

    private static bool IsFrame(RemainingRequest request)
        => request.Attribute != "srcdoc"
            && request.Element is IHtmlInlineFrameElement or IHtmlObjectElement or IHtmlEmbedElement or { LocalName: "frame" };
}
