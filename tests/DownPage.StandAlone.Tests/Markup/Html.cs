using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace DownPage.StandAlone.Tests.Markup;

/// <summary>Documents as the finisher parses them.</summary>
internal static class Html
{
    public static IHtmlDocument Parse(string markup)
        => new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = true }).ParseDocument(markup);
}
