using AngleSharp.Dom;

namespace DownPage.StandAlone.Markup;

/// <summary>What the head of every page says, whatever its layout said.</summary>
internal static class Head
{
    /// <summary>UTF-8, first of all; not for search engines; no question for an icon that nobody answers.</summary>
    public static void Prepare(IDocument document)
    {
        if (document.Head is not { } head)
        {
            return;
        }

        DeclareCharset(document, head);
        ForbidIndexing(document, head);
        if (!document.QuerySelectorAll("link[rel]").Any(IsIcon))
        {
            head.Append(Element(document, "link", ("rel", "icon"), ("href", "data:,")));
        }
    }

    private static void DeclareCharset(IDocument document, IElement head)
    {
        foreach (var meta in document.QuerySelectorAll("meta[charset], meta[http-equiv='content-type' i]"))
        {
            meta.Remove();
        }

        head.Prepend(Element(document, "meta", ("charset", "utf-8")));
    }

    private static void ForbidIndexing(IDocument document, IElement head)
    {
        var robots = document.QuerySelectorAll("meta[name='robots' i]");
        if (robots.Any(meta => Rules(meta).Any(rule => rule is "noindex" or "none")))
        {
            return;
        }

        if (robots is [var existing, ..])
        {
            var rules = Rules(existing).Where(rule => rule is not ("index" or "all")).Prepend("noindex");
            existing.SetAttribute("content", string.Join(", ", rules));
            return;
        }

        head.FirstElementChild!.After(Element(document, "meta", ("name", "robots"), ("content", "noindex")));
    }

    private static string[] Rules(IElement meta) => (meta.GetAttribute("content") ?? "").ToLowerInvariant()
        .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool IsIcon(IElement link) => LinkRelation.Of(link).Contains("icon");

    private static IElement Element(IDocument document, string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        var element = document.CreateElement(name);
        foreach (var (attribute, value) in attributes)
        {
            element.SetAttribute(attribute, value);
        }

        return element;
    }
}
