using System.Text.RegularExpressions;

namespace DownPage.FrontEnds.Clouds;

/// <summary>Makes a page one that Cloudflare takes: with its token, a head, and no say over referrers.</summary>
internal static partial class CloudflareMarkup
{
    /// <summary>What marks the element that the token shall stand in.</summary>
    public const string Marker = "data-cloudflare-box";

    /// <param name="html">The page.</param>
    /// <param name="token">What Cloudflare puts its own box in the place of.</param>
    public static string Fit(string html, string token) => WithToken(WithHead(WithoutReferrer(html)), token);

    private static string WithToken(string html, string token)
    {
        if (html.Contains(token, StringComparison.Ordinal))
        {
            return html;
        }

        var tags = HtmlTags.In(html);
        if (tags.FirstOrDefault(tag => tag.Name[0] != '/' && MarkerAttribute().IsMatch(tag.Text)) is { } marked)
        {
            return html.Insert(marked.End, token);
        }

        var end = tags.LastOrDefault(tag => tag.Name == "/body") ?? tags.LastOrDefault(tag => tag.Name == "/html");
        return html.Insert(end?.Start ?? html.Length, $"<div class=\"cloudflare-box\">{token}</div>");
    }

    /// <summary>Browsers need neither tag; Cloudflare looks for both.</summary>
    private static string WithHead(string html)
    {
        var tags = HtmlTags.In(html);
        if (tags.FirstOrDefault(tag => tag.Name == "head") is not { } head)
        {
            // What stands behind it still comes into the head, as it would without.
            var start = tags.FirstOrDefault(tag => tag.Name == "html")?.End ?? AfterDoctype(html);
            return html.Insert(start, "<head></head>");
        }

        return tags.Any(tag => tag.Name == "/head")
            ? html
            : html.Insert(tags.FirstOrDefault(tag => tag.Name == "body")?.Start ?? head.End, "</head>");
    }

    private static string WithoutReferrer(string html)
        => HtmlTags.In(html).Where(tag => tag.Name == "meta" && ReferrerName().IsMatch(tag.Text)).Reverse()
            .Aggregate(html, (rest, tag) => rest.Remove(tag.Start, tag.Text.Length));

    private static int AfterDoctype(string html) => Doctype().Match(html) is { Success: true } found ? found.Length : 0;

    [GeneratedRegex($@"\s{Marker}[\s=/>]", RegexOptions.IgnoreCase)]
    private static partial Regex MarkerAttribute();

    [GeneratedRegex(@"\sname\s*=\s*[""']?referrer[""'\s/>]", RegexOptions.IgnoreCase)]
    private static partial Regex ReferrerName();

    [GeneratedRegex(@"^\s*<!doctype[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Doctype();
}
