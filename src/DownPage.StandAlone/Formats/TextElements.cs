using System.Collections.Frozen;
using AngleSharp.Dom;

namespace DownPage.StandAlone.Formats;

/// <summary>Elements by what becomes of them in plain text.</summary>
internal static class TextElements
{
    private static readonly FrozenSet<string> Blocks = new[]
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div", "dl",
        "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup",
        "hr", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary", "table", "tbody",
        "tfoot", "thead", "tr", "ul",
    }.ToFrozenSet();

    // What is not text, and what is of no use in one.
    private static readonly FrozenSet<string> NoText = new[]
    {
        "audio", "button", "canvas", "datalist", "embed", "iframe", "input", "label", "link", "math", "meta", "noscript",
        "object", "script", "select", "style", "svg", "template", "textarea", "title", "video",
    }.ToFrozenSet();

    // What a page has around its content.
    private static readonly FrozenSet<string> Surroundings = new[] { "nav", "header", "footer", "aside" }.ToFrozenSet();

    public static bool IsBlock(IElement element) => Blocks.Contains(element.LocalName);

    /// <param name="element">An element of the content.</param>
    /// <param name="isPage">Whether the whole page is the content, for none of its elements is marked as the main
    /// one.</param>
    public static bool IsLeftOut(IElement element, bool isPage)
        => NoText.Contains(element.LocalName)
            || element.HasAttribute("hidden")
            || element.GetAttribute("aria-hidden") == "true"
            || (isPage && Surroundings.Contains(element.LocalName));
}
