using System.Globalization;

namespace DownPage.FrontEnds.Clouds;

/// <summary>The headers of a page, for services that take any; the content type is another matter.</summary>
internal static class HostedHeaders
{
    public static IEnumerable<KeyValuePair<string, string>> Of(FrontEndSite site, FrontEndPage page)
    {
        if (page.RetryAfter is { } seconds)
        {
            yield return new("Retry-After", seconds.ToString(CultureInfo.InvariantCulture));
        }

        yield return new("Cache-Control", "no-store");
        yield return new("X-Robots-Tag", "noindex");
        foreach (var header in site.Headers)
        {
            yield return header;
        }
    }
}
