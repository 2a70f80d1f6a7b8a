using System.Text;
using System.Text.RegularExpressions;

namespace DownPage.Tool.Pages;

/// <summary>What a page would ask for: nothing of it comes while every path answers with the page itself.</summary>
internal static partial class NeededFiles
{
    private const RegexOptions Options =
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private static readonly string[] LoadedLinks =
        ["stylesheet", "icon", "apple-touch-icon", "mask-icon", "manifest", "preload", "modulepreload"];

    /// <summary>The addresses, each once, in the order in which they stand in the page.</summary>
    public static IReadOnlyList<string> Of(ReadOnlySpan<byte> page)
    {
        var html = Unread().Replace(Encoding.UTF8.GetString(page), "");
        return [.. Tag().Matches(html).SelectMany(match => OfTag(match.Groups["name"].Value, match.Value))
            .Concat(CssUrl().Matches(html).Select(match => match.Groups["url"].Value))
            .Select(url => url.Trim())
            .Where(IsAsked)
            .Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> OfTag(string name, string tag)
    {
        var attributes = HtmlAttributes.Of(tag);
        return name.ToLowerInvariant() switch
        {
            "script" or "iframe" or "embed" or "track" or "audio" => Values("src"),
            "img" or "source" => [.. Values("src"), .. Values("srcset").SelectMany(Candidates)],
            "input" => attributes.GetValueOrDefault("type") is "image" ? Values("src") : [],
            "video" => [.. Values("src"), .. Values("poster")],
            "object" => Values("data"),
            "image" or "use" or "feimage" => [.. Values("href"), .. Values("xlink:href")],
            "link" => IsLoaded(attributes.GetValueOrDefault("rel")) ? Values("href") : [],
            _ => [],
        };

        string[] Values(string attribute) => attributes.TryGetValue(attribute, out var value) ? [value] : [];
    }

    private static bool IsLoaded(string? rel)
        => rel?.Split(' ').Any(word => LoadedLinks.Contains(word, StringComparer.OrdinalIgnoreCase)) == true;

    /// <summary>The addresses of <c>a.png 1x, b.png 2x</c>; those of data: hold commas.</summary>
    private static IEnumerable<string> Candidates(string srcset)
        => Candidate().Matches(srcset).Select(match => match.Groups["url"].Value);

    private static bool IsAsked(string url)
        => url.Length > 0 && url[0] != '#' && !url.StartsWith("%23", StringComparison.Ordinal)
            && !new[] { "data:", "blob:", "about:", "javascript:" }.Any(
                scheme => url.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));

    // A script that stands in the page is no markup, nor is a comment.
    [GeneratedRegex(
        @"<!--.*?-->|(?<=<script\b[^>]*>)[^<].*?(?=</script)",
        Options | RegexOptions.Singleline)]
    private static partial Regex Unread();

    [GeneratedRegex("""<(?<name>[a-z][a-z0-9]*)\b([^>"']|"[^"]*"|'[^']*')*>""", Options)]
    private static partial Regex Tag();

    [GeneratedRegex("""(url\(\s*|@import\s+)(["']?)(?<url>[^\s"')]+)""", Options)]
    private static partial Regex CssUrl();

    [GeneratedRegex(@"(?<url>[^\s,][^\s]*)(\s+[^,]*)?(,|$)", Options)]
    private static partial Regex Candidate();
}
