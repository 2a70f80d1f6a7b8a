using AngleSharp.Dom;
using DownPage.StandAlone.Markup;

namespace DownPage.StandAlone.Inlining;

/// <summary>Puts images, icons, and other media of elements into the page.</summary>
internal sealed class MediaInliner(PageContext context)
{
    // Elements and the attribute of each whose URL is loaded without anybody's doing.
    private static readonly (string Selector, string Attribute)[] Urls =
    [
        ("img[src], input[type=image i][src], audio[src], video[src], source[src], track[src], embed[src]", "src"),
        ("video[poster]", "poster"),
        ("object[data]", "data"),
        ("link[rel~=icon i][href]", "href"),
        ("body[background], table[background], td[background], th[background], tr[background]", "background"),
    ];

    public void Apply(IParentNode root)
    {
        foreach (var (selector, attribute) in Urls)
        {
            foreach (var element in root.QuerySelectorAll(selector))
            {
                Embed(element, attribute);
            }
        }

        foreach (var element in root.QuerySelectorAll("image, feImage"))
        {
            if (SvgLink.Of(element) is { Length: > 0 } url)
            {
                SvgLink.Set(element, context.Embed(url, context.BaseUrlOf(element), new UrlUser(element, url)));
            }
        }

        foreach (var element in root.QuerySelectorAll("img[srcset], source[srcset]"))
        {
            element.SetAttribute("srcset", SourceSet.Rewrite(
                element.GetAttribute("srcset")!,
                url => Attributable(context.Embed(url, context.BaseUrlOf(element), new UrlUser(element, url)))));
        }
    }

    private void Embed(IElement element, string attribute)
    {
        if (element.GetAttribute(attribute) is not { Length: > 0 } url || IsDocument(element, url))
        {
            return;
        }

        // The icon is asked for when all of the head is known.
        var baseUrl = element.LocalName == "link" ? context.BaseUrl : context.BaseUrlOf(element);
        var embedded = context.Embed(url, baseUrl, new UrlUser(element, url));
        if (embedded != url)
        {
            element.SetAttribute(attribute, embedded);
        }

        if (Assets.DataUri.Is(embedded))
        {
            element.RemoveAttribute("crossorigin");
            element.RemoveAttribute("integrity");
        }
    }

    // A page within the page is the checks' to complain about: it cannot be put in as a file.
    private bool IsDocument(IElement element, string url)
        => element.LocalName is "object" or "embed" && !IsMedia(context.Resolve(url, context.BaseUrl).Source);

    private static bool IsMedia(string? source) => source is not null
        && Path.GetExtension(source).ToLowerInvariant() is ".svg" or ".png" or ".jpg" or ".jpeg" or ".gif" or ".webp" or ".avif";

    // In a list of candidates a comma at the end of a URL would be the list's.
    private static string Attributable(string url) => url.Replace(" ", "%20", StringComparison.Ordinal).TrimEnd(',');
}
