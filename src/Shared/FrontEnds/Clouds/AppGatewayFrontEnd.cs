namespace DownPage.FrontEnds.Clouds;

/// <summary>
/// Azure Application Gateway: pages to put where it can fetch them. It shows them for what it answers itself; the app's
/// own answers pass. Written after its documentation.
/// </summary>
internal sealed class AppGatewayFrontEnd : IFrontEnd
{
    private static readonly HostedService Service =
        new("appgateway", "an error page of Azure Application Gateway", 1_000_000);

    public string Name => Service.Name;

    public bool NeedsDeployRoot => false;

    public IReadOnlyList<ConfigFile> Write(FrontEndSite site)
        => [.. site.Gone.OrderBy(page => page.Key).Select(page => page.Value)
            .Select(page => HostedPage.Of(site, page, Service).At($"{Name}/{page.Key}.html"))];
}
