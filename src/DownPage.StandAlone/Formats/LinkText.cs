using AngleSharp.Dom;

namespace DownPage.StandAlone.Formats;

/// <summary>Where a link leads, as a reader of plain text can use it.</summary>
internal static class LinkText
{
    /// <summary>
    /// The address to print behind the link's text; null: none, for it leads into the site or is the text.
    /// </summary>
    public static string? Address(IElement link, string baseUrl)
    {
        var href = link.GetAttribute("href")?.Trim();
        if (!Uri.TryCreate(href, UriKind.Absolute, out var target) || href.StartsWith('/'))
        {
            return null;
        }

        var address = target.Scheme switch
        {
            "mailto" or "tel" => Uri.UnescapeDataString(href[(target.Scheme.Length + 1)..].Split('?')[0]),
            "http" or "https" when !IsOwn(target, baseUrl) => href,
            _ => null,
        };
        return address is null || link.TextContent.Contains(address, StringComparison.OrdinalIgnoreCase) ? null : address;
    }

    private static bool IsOwn(Uri target, string baseUrl)
        => Uri.TryCreate(baseUrl, UriKind.Absolute, out var site)
            && string.Equals(target.Authority, site.Authority, StringComparison.OrdinalIgnoreCase);
}
