using System.Text;
using System.Text.RegularExpressions;

namespace DownPage.Tool.Pages;

/// <summary>What a page says of itself in its head.</summary>
/// <param name="Stamp">The build that it is of: <c>&lt;meta name="downpage" content="…"&gt;</c>. Null: none.</param>
/// <param name="Language"><c>&lt;html lang&gt;</c>. Null: none.</param>
/// <param name="IsNoIndex">Whether robots are told not to keep it.</param>
/// <param name="HasCharset">Whether it says early enough how it is encoded.</param>
/// <param name="Refreshes">Whether it looks by itself whether the site is back.</param>
internal sealed partial record PageHead(
    string? Stamp, string? Language, bool IsNoIndex, bool HasCharset, bool Refreshes)
{
    /// <summary>Browsers look no further (https://html.spec.whatwg.org/#prescan).</summary>
    private const int CharsetWithin = 1024;

    private const RegexOptions Options =
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    public static PageHead Of(ReadOnlySpan<byte> page)
    {
        var html = Comment().Replace(Encoding.UTF8.GetString(page), "");
        var metas = Meta().Matches(html).Select(match => HtmlAttributes.Of(match.Value)).ToList();
        var start = Encoding.Latin1.GetString(page[..Math.Min(CharsetWithin, page.Length)]);
        return new PageHead(
            Metas("name", "downpage").FirstOrDefault(content => Stamps().IsMatch(content)),
            Root().Match(html) is { Success: true } root
                ? HtmlAttributes.Of(root.Value).GetValueOrDefault("lang") : null,
            Metas("name", "robots").Any(content => RobotsText.IsNoIndex(content)),
            page is [0xEF, 0xBB, 0xBF, ..] or [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..] || Charset().IsMatch(start),
            Metas("http-equiv", "refresh").Any() || html.Contains("location.reload", StringComparison.Ordinal)
                || html.Contains("fetch(", StringComparison.Ordinal));

        IEnumerable<string> Metas(string attribute, string value) => metas
            .Where(meta => string.Equals(meta.GetValueOrDefault(attribute), value, StringComparison.OrdinalIgnoreCase))
            .Select(meta => meta.GetValueOrDefault("content") ?? "");
    }

    [GeneratedRegex(@"<!--.*?-->", Options | RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex("""<meta\b([^>"']|"[^"]*"|'[^']*')*>""", Options)]
    private static partial Regex Meta();

    [GeneratedRegex("""<html\b([^>"']|"[^"]*"|'[^']*')*>""", Options)]
    private static partial Regex Root();

    [GeneratedRegex(@"<meta\b[^>]*\bcharset\s*=", Options)]
    private static partial Regex Charset();

    [GeneratedRegex("^[0-9a-f]{8,64}$", Options)]
    private static partial Regex Stamps();
}
