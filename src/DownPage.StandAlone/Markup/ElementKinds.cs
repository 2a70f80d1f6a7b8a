using System.Collections.Frozen;
using AngleSharp.Dom;

namespace DownPage.StandAlone.Markup;

/// <summary>Elements by what the HTML syntax says of their contents.</summary>
internal static class ElementKinds
{
    private static readonly FrozenSet<string> VoidNames = new[]
    {
        "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen", "link",
        "meta", "param", "source", "track", "wbr",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> RawTextNames = new[]
    {
        "style", "script", "xmp", "iframe", "noembed", "noframes", "plaintext",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> NewlineSwallowingNames = new[] { "pre", "textarea", "listing" }.ToFrozenSet();

    /// <summary>No contents, no end tag.</summary>
    public static bool IsVoid(IElement element) => IsHtml(element) && VoidNames.Contains(element.LocalName);

    /// <summary>The contents are text in which no character reference is one.</summary>
    public static bool HasRawText(INode node)
        => node is IElement element && IsHtml(element) && RawTextNames.Contains(element.LocalName);

    /// <summary>A line break just behind the start tag is not part of the contents.</summary>
    public static bool SwallowsNewline(INode node)
        => node is IElement element && IsHtml(element) && NewlineSwallowingNames.Contains(element.LocalName);

    /// <summary>White space in it is content, whatever the styles say.</summary>
    public static bool KeepsWhiteSpace(IElement element)
        => HasRawText(element) || SwallowsNewline(element)
            || element.LocalName is "style" or "script"
            || element.GetAttribute("xml:space") == "preserve";

    /// <summary>Neither SVG nor MathML.</summary>
    public static bool IsHtml(IElement element) => element.NamespaceUri == NamespaceNames.HtmlUri;
}
