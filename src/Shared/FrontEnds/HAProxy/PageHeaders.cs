using System.Globalization;
using DownPage.PageManifest;

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

        if (Vary(page) is { Length: > 0 } vary)
        {
            yield return new("Vary", vary);
        }

        foreach (var header in site.Headers)
        {
            yield return header;
        }
    }

    // Errorfiles too: the same address gives what was chosen as soon as HAProxy knows that the app is gone.
    private static string Vary(FrontEndPage page)
    {
        var names = new List<string>();
        if (page.Files.Any(file => file.Form != ManifestForm.Html))
        {
            names.Add("Accept");
        }

        if (page.Files.Select(file => file.Culture).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Count() > 1)
        {
            names.Add("Accept-Language");
        }

        if (page.Files.Any(file => file.Encodings.Count > 0))
        {
            names.Add("Accept-Encoding");
        }

        return string.Join(", ", names);
    }
}
