namespace DownPage.FrontEnds.Clouds;

/// <summary>
/// Cloudflare's Error Pages: the page with the token that they must have, to put where Cloudflare can fetch it. Written
/// after its documentation.
/// </summary>
internal sealed class CloudflarePagesFrontEnd : IFrontEnd
{
    private static readonly HostedService Service = new("cloudflare-pages", "an error page of Cloudflare", 1_500_000);

    public string Name => Service.Name;

    public bool NeedsDeployRoot => false;

    public IReadOnlyList<ConfigFile> Write(FrontEndSite site)
    {
        var page = HostedPage.Of(site, site.Gone[502], Service);
        return [File(page, "500s.html", "500S"), File(page, "1000s.html", "1000S")];
    }

    private ConfigFile File(HostedPage page, string name, string errors)
    {
        var html = CloudflareMarkup.Fit(page.Html, $"::CLOUDFLARE_ERROR_{errors}_BOX::");
        return HostedPage.Fitting(page with { Html = html }, Service).At($"{Name}/{name}");
    }
}
