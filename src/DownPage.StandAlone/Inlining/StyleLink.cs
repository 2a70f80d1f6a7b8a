using AngleSharp.Dom;
using DownPage.StandAlone.Markup;

namespace DownPage.StandAlone.Inlining;

/// <summary>Reads a <c>link</c> as a browser would: whether it brings a stylesheet, and whether that applies.</summary>
internal static class StyleLink
{
    public static bool IsStyleSheet(IElement link) => LinkRelation.Of(link).Contains("stylesheet");

    /// <summary>
    /// Whether it is applied: neither switched off, nor an alternative, nor of a type that is no CSS.
    /// </summary>
    public static bool IsApplied(IElement link)
        => !link.HasAttribute("disabled")
            && (!IsAlternative(link) || IsOfFirstTitle(link))
            && IsCss(link.GetAttribute("type"));

    private static bool IsAlternative(IElement link) => LinkRelation.Of(link).Contains("alternate");

    // An alternative to the others belongs to those that are called as the first is.
    private static bool IsOfFirstTitle(IElement link)
    {
        var first = link.Owner!.QuerySelectorAll("link[rel][title], style[title]").FirstOrDefault(sheet =>
            sheet.GetAttribute("title") is { Length: > 0 }
            && (sheet.LocalName == "style" || (IsStyleSheet(sheet) && !IsAlternative(sheet))));
        return first is not null && first.GetAttribute("title") == link.GetAttribute("title");
    }

    /// <summary>
    /// Whether a <c>style</c> is applied: its type is compared as it is written, that of a link is read.
    /// </summary>
    public static bool IsAppliedStyle(IElement style)
        => style.GetAttribute("type") is not { Length: > 0 } type
            || type.Equals("text/css", StringComparison.OrdinalIgnoreCase);

    private static bool IsCss(string? type)
        => string.IsNullOrWhiteSpace(type) || type.Split(';')[0].Trim().Equals("text/css", StringComparison.OrdinalIgnoreCase);
}
