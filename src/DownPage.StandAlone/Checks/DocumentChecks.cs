using AngleSharp.Dom;
using DownPage.RenderProtocol;
using DownPage.StandAlone.Markup;

namespace DownPage.StandAlone.Checks;

/// <summary>What every page says about itself.</summary>
internal static class DocumentChecks
{
    public static IEnumerable<RenderDiagnostic> Run(CheckedPage page)
    {
        if (page.Document.DocumentElement is not { } root)
        {
            yield break;
        }

        var head = page.Document.Head ?? root;
        if (page.Document.Doctype is not { } doctype)
        {
            yield return PageWarnings.NoDoctype(page.Name).At(page.Places.Find(root, "<html"));
        }
        else if (page.Document.CompatMode == "BackCompat")
        {
            yield return PageWarnings.QuirksDoctype(page.Name, Text(doctype)).At(page.Places.Find(root, "<html"));
        }

        if (!page.SelfContained && !HasCharset(page.Document))
        {
            yield return PageWarnings.NoCharset(page.Name).At(page.Places.Find(head, "<head"));
        }

        if (string.IsNullOrWhiteSpace(root.GetAttribute("lang")))
        {
            yield return PageWarnings.NoLanguage(StartTag.Of(root), page.Page.Culture).At(page.Places.Find(root, "<html"));
        }

        if (string.IsNullOrWhiteSpace(page.Document.Title))
        {
            yield return PageWarnings.NoTitle(page.Name).At(page.Places.Find(head, "<head"));
        }

        if (page.Document.QuerySelector("meta[name='viewport' i]") is null)
        {
            yield return PageWarnings.NoViewport(page.Name).At(page.Places.Find(head, "<head"));
        }
    }

    private static string Text(IDocumentType doctype) => StartTag.Cut(DoctypeText.Of(doctype, minify: false));

    private static bool HasCharset(IDocument document)
        => document.QuerySelectorAll("meta[http-equiv='content-type' i]").Any(meta
                => meta.GetAttribute("content")?.Contains("charset=", StringComparison.OrdinalIgnoreCase) is true)
            || document.QuerySelector("meta[charset]") is not null;
}
