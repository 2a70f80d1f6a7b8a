using DownPage.Testing;

namespace DownPage.Packages.Tests.Awkward;

/// <summary>
/// A site that is built once and then published as often as a test class likes, with other items, properties or
/// behaviour. The publishes share the obj folder: one runs at a time.
/// </summary>
internal sealed class BuiltSite : IDisposable
{
    /// <summary>For a class that builds once and publishes several times: each may wait for the others.</summary>
    public const int TestTimeoutMilliseconds = 300_000;

    private const string Item = "<DownPage Include=\"Views/Errors/502.cshtml\" />";

    private readonly TestSite site;
    private readonly string project;
    private readonly SemaphoreSlim turn = new(1);
    private int publishCount;

    private BuiltSite(TestSite site)
    {
        this.site = site;
        project = File.ReadAllText(site.ProjectFile);
    }

    /// <summary>The folder of the project: the content root of the app while its pages are rendered.</summary>
    public string ProjectDirectory => site.ProjectDirectory;

    public static async Task<BuiltSite> BuildAsync(string asset, CancellationToken cancellationToken)
    {
        var site = await TestSite.CreateAsync(asset, cancellationToken);
        var result = await site.BuildAsync(cancellationToken);
        result.EnsureSuccess();
        return new BuiltSite(site);
    }

    /// <summary>Publishes with <c>--no-build</c> to a folder of its own.</summary>
    /// <param name="cancellationToken">Ends the command.</param>
    /// <param name="items">What the project says instead of its one item; null: what it says.</param>
    /// <param name="awkward">How the app misbehaves; null: not at all.</param>
    /// <param name="properties">Such as <c>DownPageHost=App</c>.</param>
    public async Task<Publication> PublishAsync(
        CancellationToken cancellationToken, string? items = null, string? awkward = null, params string[] properties)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            foreach (var trace in Directory.EnumerateFiles(ProjectDirectory, "*.ran"))
                File.Delete(trace);
            await File.WriteAllTextAsync(
                site.ProjectFile, project.Replace(Item, items ?? Item, StringComparison.Ordinal), cancellationToken);
            site.Environment["AWKWARD"] = awkward ?? "";

            publishCount++;
            var published = await site.PublishAsync(
                cancellationToken,
                [
                    "--no-build",
                    "-o", Path.Combine(site.Root, $"publish-{publishCount}"),
                    .. properties.Select(property => $"-p:{property}"),
                ]);
            return new Publication(site, published);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose()
    {
        turn.Dispose();
        site.Dispose();
    }
}
