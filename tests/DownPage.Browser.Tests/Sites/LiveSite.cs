using Microsoft.Playwright;

namespace DownPage.Browser.Tests.Sites;

/// <summary>A site that was published with pages that stand alone, and whose app is running.</summary>
internal sealed class LiveSite : IAsyncDisposable
{
    private readonly SiteCase siteCase;
    private readonly TestSite site;
    private readonly RunningSite running;

    private LiveSite(SiteCase siteCase, TestSite site, PublishedSite published, RunningSite running)
    {
        this.siteCase = siteCase;
        this.site = site;
        Published = published;
        this.running = running;
    }

    public PublishedSite Published { get; }

    private Uri Address => siteCase.PublicAddress ?? running.Address;

    /// <summary>Publishes a site and starts its app.</summary>
    public static async Task<LiveSite> StartAsync(SiteCase siteCase, CancellationToken cancellationToken)
    {
        var site = await TestSite.CreateAsync(siteCase.Asset, cancellationToken);
        try
        {
            foreach (var (path, text) in siteCase.Files)
                site.WriteFile(path, text);
            if (siteCase.FetchAsync is { } fetchAsync)
                await fetchAsync(site, cancellationToken);
            // On the command line: the sites of the fidelity tests say false in their projects.
            var published = await site.PublishAsync(cancellationToken, "-p:DownPageSelfContained=true");
            published.Result.EnsureSuccess();
            var running = await RunningSite.StartAsync(published, siteCase.Environment, cancellationToken);
            return new LiveSite(siteCase, site, published, running);
        }
        catch
        {
            site.Keep();
            site.Dispose();
            throw;
        }
    }

    /// <summary>The address of a page's live answer.</summary>
    public Uri AddressOf(ComparedPage page) => new(Address, page.Path);

    /// <summary>Leads a browser's window to the site: there is nothing to do unless a proxy stands in front.</summary>
    public Task ConnectAsync(IBrowserContext context) =>
        siteCase.PublicAddress is null
            ? Task.CompletedTask
            : context.RouteAsync($"{siteCase.PublicAddress.AbsoluteUri}**", PassOnAsync);

    /// <summary>Leaves the copy of the site where it is.</summary>
    public void Keep() => site.Keep();

    public async ValueTask DisposeAsync()
    {
        await running.DisposeAsync();
        site.Dispose();
    }

    private async Task PassOnAsync(IRoute route)
    {
        var asked = new Uri(route.Request.Url);
        var answer = await running.GetAsync(
            asked.PathAndQuery, CancellationToken.None, ("Host", asked.Authority), ("X-Forwarded-Proto", asked.Scheme));
        await route.FulfillAsync(new RouteFulfillOptions
        {
            Status = answer.StatusCode,
            ContentType = answer.ContentType,
            BodyBytes = answer.Body,
        });
    }
}
