namespace DownPage.FrontEnds.Apache;

/// <summary>Apache httpd 2.4: one file to include, and a type-map for each page, by which it negotiates.</summary>
internal sealed class ApacheFrontEnd : IFrontEnd
{
    public string Name => "apache";

    public bool NeedsDeployRoot => true;

    public IReadOnlyList<ConfigFile> Write(FrontEndSite site)
    {
        var variants = new ApacheVariants(site);
        return
        [
            ConfigStamp.Sign("apache/downpage.conf", "#", site.Generator, new ApacheConfig(site, variants).Text()),
            .. site.Pages
                .Where(page => page.Key != "500")
                .Select(page => ConfigStamp.Sign(
                    $"apache/{page.Key}.var", "#", site.Generator, variants.Map(page))),
        ];
    }
}
