using System.Globalization;

namespace DownPage.FrontEnds.HAProxy;

/// <summary>The headers of a page, but for its length.</summary>
internal static class PageHeaders
{
    public static IEnumerable<KeyValuePair<string, string>> Of(FrontEndSite site, FrontEndPage page, FrontEndFile file)
    {
        yield return new("Content-Type", file.ContentType);
        if (file.Culture is { } culture)
        {
            yield return new("Content-Language", culture);
        }

        foreach (var header in Of(site, page))
        {
            yield return header;
        }
    }

    /// <summary>Those that all files of a page have.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(FrontEndSite site, FrontEndPage page)
    {
        yield return new("Cache-Control", "no-store");
        yield return new("X-Robots-Tag", "noindex");
        if (page.RetryAfter is { } seconds)
        {
            yield return new("Retry-After", seconds.ToString(CultureInfo.InvariantCulture));
        }

        foreach (var header in site.Headers)
        {
            yield return header;
        }
    }
}
