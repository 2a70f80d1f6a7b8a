using System.Collections.Frozen;
using AngleSharp.Dom;
using DownPage.StandAlone.Markup;

namespace DownPage.StandAlone.Checks;

/// <summary>The addresses that an element makes a browser ask for.</summary>
internal static class LoadedUrls
{
    private static readonly FrozenDictionary<string, string[]> Attributes = new Dictionary<string, string[]>
    {
        ["audio"] = ["src"],
        ["embed"] = ["src"],
        ["feImage"] = ["href"],
        ["frame"] = ["src"],
        ["iframe"] = ["src"],
        ["image"] = ["href"],
        ["img"] = ["src", "srcset"],
        ["object"] = ["data"],
        ["script"] = ["src", "href"],
        ["source"] = ["src", "srcset"],
        ["track"] = ["src"],
        ["use"] = ["href"],
        ["video"] = ["src", "poster"],
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> LoadingLinks = new[]
    {
        "apple-touch-icon", "apple-touch-icon-precomposed", "apple-touch-startup-image", "dns-prefetch", "icon", "manifest",
        "mask-icon", "modulepreload", "preconnect", "prefetch", "preload", "prerender", "stylesheet",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> WithBackground = new[]
    {
        "body", "table", "tbody", "td", "tfoot", "th", "thead", "tr",
    }.ToFrozenSet();

    // Those of SVG that are styles.
    private static readonly FrozenSet<string> StyleAttributes = new[]
    {
        "clip-path", "cursor", "fill", "filter", "marker-end", "marker-mid", "marker-start", "mask", "stroke", "style",
    }.ToFrozenSet();

    private static readonly char[] Space = [' ', '\t', '\n', '\f', '\r'];

    public static IEnumerable<(string Attribute, string Url)> Of(IElement element)
    {
        foreach (var attribute in element.Attributes)
        {
            // An attribute of SVG may be href or xlink:href.
            var name = attribute.LocalName;
            if (StyleAttributes.Contains(name))
            {
                foreach (var url in CssUrls.InDeclarations(attribute.Value))
                {
                    yield return (name, url);
                }
            }
            else if (IsLoaded(element, name))
            {
                foreach (var url in Urls(name, attribute.Value))
                {
                    yield return (name, url);
                }
            }
        }

        if (element.LocalName == "style")
        {
            foreach (var url in CssUrls.InSheet(element.TextContent))
            {
                yield return ("", url);
            }
        }
    }

    private static bool IsLoaded(IElement element, string attribute) => element.LocalName switch
    {
        "input" => attribute == "src" && Is(element, "type", "image"),
        "link" => attribute is "href" or "imagesrcset" && IsLoadingLink(element),
        "meta" => attribute == "content" && Is(element, "http-equiv", "refresh"),
        var name when WithBackground.Contains(name) => attribute == "background",
        var name => Attributes.TryGetValue(name, out var loaded) && loaded.Contains(attribute),
    };

    private static IEnumerable<string> Urls(string attribute, string value) => attribute switch
    {
        "srcset" or "imagesrcset" => SourceSet.Read(value).Select(candidate => candidate.Url),
        "content" => RefreshUrl(value),
        _ => [value.Trim(Space)],
    };

    // "5; url=/status": other pages are asked for, the page itself is not.
    private static IEnumerable<string> RefreshUrl(string content)
    {
        var equals = content.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? [] : [content[(equals + 1)..].Trim(Space).Trim('\'', '"')];
    }

    private static bool IsLoadingLink(IElement link) => LinkRelation.Of(link).Any(LoadingLinks.Contains);

    private static bool Is(IElement element, string attribute, string value)
        => string.Equals(element.GetAttribute(attribute)?.Trim(Space), value, StringComparison.OrdinalIgnoreCase);
}
