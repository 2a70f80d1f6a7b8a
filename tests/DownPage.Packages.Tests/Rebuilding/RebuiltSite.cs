using DownPage.Testing;

namespace DownPage.Packages.Tests.Rebuilding;

/// <summary>
/// A site that is published again and again, to one folder. The publishes share its obj folder as well: a test takes
/// its turn first.
/// </summary>
internal sealed class RebuiltSite : IDisposable
{
    /// <summary>A class builds once and publishes several times, and its tests wait for each other.</summary>
    public const int TestTimeoutMilliseconds = 300_000;

    private readonly SemaphoreSlim turn = new(1);

    private RebuiltSite(TestSite site) => Site = site;

    public TestSite Site { get; }

    /// <summary>Where the pages are published.</summary>
    public string PagesDirectory => Path.Combine(Site.Root, "publish", "_downpage");

    /// <summary>Where the pages are rendered.</summary>
    public string RenderedDirectory => Path.Combine(IntermediateDirectory, "pages");

    /// <summary>The folder of request, response and pages in obj.</summary>
    public string IntermediateDirectory => Site.PathOf("obj/Release/net10.0/downpage");

    /// <summary>When the renderer answered last: a publish without the renderer leaves it as it is.</summary>
    public DateTime LastAnswer => File.GetLastWriteTimeUtc(Path.Combine(IntermediateDirectory, "render-response.json"));

    /// <summary>Copies SmallSite, changes it, and publishes it for the first time.</summary>
    public static async Task<RebuiltSite> CreateAsync(
        Action<TestSite> change, CancellationToken cancellationToken, params string[] arguments)
    {
        var site = new RebuiltSite(await TestSite.CreateAsync("SmallSite", cancellationToken));
        change(site.Site);
        (await site.Site.PublishAsync(cancellationToken, arguments)).Result.EnsureSuccess();
        return site;
    }

    public async Task<IDisposable> TakeTurnAsync(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        return new Turn(turn);
    }

    /// <summary>Publishes what is built already.</summary>
    public Task<PublishedSite> PublishBuiltAsync(CancellationToken cancellationToken, params string[] arguments) =>
        Site.PublishAsync(cancellationToken, ["--no-build", .. arguments]);

    /// <summary>A line for each published page file: its name, its bytes and its time.</summary>
    public IReadOnlyList<string> SnapshotPages() =>
    [
        .. Directory.EnumerateFiles(PagesDirectory, "*", SearchOption.AllDirectories)
            .Select(file => string.Join(
                '\n',
                Path.GetRelativePath(PagesDirectory, file),
                File.GetLastWriteTimeUtc(file).ToString("O"),
                File.ReadAllText(file)))
            .Order(StringComparer.Ordinal),
    ];

    public void Dispose()
    {
        turn.Dispose();
        Site.Dispose();
    }

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
