namespace DownPage.FrontEnds.Clouds;

/// <summary>
/// Azure App Service: pages to upload for the two statuses that it answers with by itself when the app is gone, and
/// takes a page for. Written after its documentation.
/// </summary>
internal sealed class AppServiceFrontEnd : IFrontEnd
{
    private static readonly int[] Statuses = [502, 503];

    private static readonly HostedService Service = new("appservice", "an error page of Azure App Service", 10_240);

    public string Name => Service.Name;

    public bool NeedsDeployRoot => false;

    public IReadOnlyList<ConfigFile> Write(FrontEndSite site)
        => [.. Statuses.Select(status => site.Gone[status])
            .Select(page => HostedPage.Of(site, page, Service).At($"{Name}/{page.Key}.html"))];
}
