using DownPage.StandAlone.Assets;
using DownPage.StandAlone.Css;

namespace DownPage.StandAlone.Inlining;

/// <summary>What the stylesheets of a page name: other stylesheets, images, fonts.</summary>
internal sealed class StyleResources(PageContext context) : ICssResources
{
    public ImportedSheet? Import(string url, string baseUrl)
    {
        if (DataUri.Is(url))
        {
            return new ImportedSheet(StyleSheet.Parse(DataUri.ReadText(url) ?? ""), baseUrl);
        }

        var reference = context.Resolve(url, baseUrl);
        return context.Read(reference, UserOf(url, baseUrl)) is { } asset
            ? new ImportedSheet(asset.StyleSheet, reference.Url)
            : null;
    }

    public string Resolve(string url, string baseUrl, CssUrlKind kind) => kind == CssUrlKind.Import
        ? context.Resolve(url, baseUrl).Url
        : context.Embed(url, baseUrl, UserOf(url, baseUrl));

    // A sheet of the page itself is at the page's address: the place is looked for in the views.
    private UrlUser UserOf(string url, string baseUrl)
        => baseUrl == context.BaseUrl || baseUrl == context.Address ? new UrlUser(null, url) : new UrlUser(null, url, baseUrl);
}
