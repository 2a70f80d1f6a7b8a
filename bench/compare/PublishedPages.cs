using DownPage.Testing;

namespace DownPage.Compare;

/// <summary>A site that was published with pages that stand alone, and whose app answers the same pages live.</summary>
internal sealed class PublishedPages : IAsyncDisposable
{
    private readonly TestSite site;
    private readonly RunningSite running;

    private PublishedPages(TestSite site, RunningSite running, IReadOnlyList<PageToCompare> pages)
    {
        this.site = site;
        this.running = running;
        Pages = pages;
    }

    public IReadOnlyList<PageToCompare> Pages { get; }

    /// <summary>Copies a site, publishes it and starts its app.</summary>
    public static async Task<PublishedPages> StartAsync(
        ComparedSite compared, NodeTools tools, CancellationToken cancellationToken)
    {
        var site = await TestSite.CreateAsync(compared.Asset, cancellationToken);
        try
        {
            await PrepareAsync(site, compared, tools, cancellationToken);
            // On the command line: MvcSite says false in its project.
            var published = await site.PublishAsync(cancellationToken, "-p:DownPageSelfContained=true");
            published.Result.EnsureSuccess();
            var running = await RunningSite.StartAsync(published, environment: null, cancellationToken);
            return new PublishedPages(site, running, [.. compared.Pages.Select(page => new PageToCompare(
                $"{compared.Asset}-{Path.GetFileNameWithoutExtension(page.File)}",
                page.Title,
                new Uri(running.Address, page.Path),
                Path.Combine(published.DownPageDirectory, page.File),
                Path.Combine(published.Directory, "wwwroot")))]);
        }
        catch
        {
            site.Keep();
            site.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await running.DisposeAsync();
        site.Dispose();
    }

    private static async Task PrepareAsync(
        TestSite site, ComparedSite compared, NodeTools tools, CancellationToken cancellationToken)
    {
        foreach (var (path, text) in compared.Files)
            site.WriteFile(path, text);
        if (compared.Item is { } item)
        {
            var project = $"{site.Name}.csproj";
            site.Replace(project, "</Project>", $"<ItemGroup>{item}</ItemGroup>\n</Project>");
        }

        if (compared.FetchesPackages)
            await NpmCommand.FetchAssetsAsync(site, cancellationToken);
        if (compared.DrawsPictures)
            await tools.RunAsync("pictures.mjs", [site.PathOf("wwwroot/img")], cancellationToken);
    }
}
