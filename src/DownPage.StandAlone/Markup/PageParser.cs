using System.Collections.Frozen;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace DownPage.StandAlone.Markup;

/// <summary>
/// Parses a page with the contents of <c>noscript</c> as elements, and all other elements where a browser with scripts
/// has them.
/// </summary>
internal static class PageParser
{
    private static readonly FrozenSet<string> AllowedInHead = new[] { "link", "meta", "style" }.ToFrozenSet();

    public static IHtmlDocument Parse(string markup)
    {
        var clean = markup.Contains("<noscript", StringComparison.OrdinalIgnoreCase) ? WithoutMisplaced(markup) : markup;
        return Parse(clean, withScripts: false);
    }

    // A parser without scripts takes an image in the noscript of a head (they are there to count visitors) for the start of
    // the body: all that follows in the head would go there too. Blanks in its place keep the places of all else.
    private static string WithoutMisplaced(string markup)
    {
        var misplaced = Parse(markup, withScripts: true).Head!.QuerySelectorAll("noscript")
            .Where(element => !BelongsInHead(element.TextContent));
        var text = markup.ToCharArray();
        foreach (var element in misplaced)
        {
            var start = element.SourceReference!.Position.Index;
            var from = markup.IndexOf('>', start) + 1;
            var to = markup.IndexOf("</noscript", from, StringComparison.OrdinalIgnoreCase);
            for (var i = from; i < to; i++)
            {
                text[i] = char.IsWhiteSpace(text[i]) ? text[i] : ' ';
            }
        }

        return new string(text);
    }

    private static bool BelongsInHead(string contents)
    {
        var parsed = Parse($"<!doctype html><head><noscript>{contents}</noscript></head>", withScripts: false);
        return !parsed.Body!.HasChildNodes
            && parsed.QuerySelectorAll("noscript *").All(element => AllowedInHead.Contains(element.LocalName));
    }

    private static IHtmlDocument Parse(string markup, bool withScripts)
        => new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = true, IsScripting = withScripts })
            .ParseDocument(markup);
}
