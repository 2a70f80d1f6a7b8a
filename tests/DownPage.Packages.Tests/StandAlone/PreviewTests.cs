using DownPage.Testing;

namespace DownPage.Packages.Tests.StandAlone;

/// <summary><c>dotnet build -t:PreviewDownPages</c>: a gallery to look at, and nothing published.</summary>
[TestClass]
public sealed class PreviewTests(TestContext testContext)
{
    private const int TestTimeoutMilliseconds = 300_000;
    private const string Preview = "-t:PreviewDownPages";

    // The tests share the obj folder: one runs at a time.
    private static readonly SemaphoreSlim Turn = new(1);
    private static TestSite site = null!;

    [ClassInitialize]
    [Timeout(TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public static async Task BuildAsync(TestContext context)
    {
        site = await TestSite.CreateAsync("AssetSite", context.CancellationToken);
        (await site.BuildAsync(context.CancellationToken)).EnsureSuccess();
    }

    [ClassCleanup]
    public static void Delete() => site?.Dispose();

    [TestInitialize]
    public Task TakeTurnAsync() => Turn.WaitAsync(testContext.CancellationToken);

    [TestCleanup]
    public void EndTurn() => Turn.Release();

    [TestMethod]
    [Timeout(TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Preview_Asked_RendersOncePrintsItsPathAndPublishesNothing()
    {
        DotnetResult result = await BuildAsync(Preview, "-p:DownPageVerbosity=high");

        Assert.AreEqual(0, result.ExitCode, result.ToString());
        Assert.IsEmpty(result.Diagnostics, result.ToString());
        string index = site.PathOf("obj/Release/net10.0/downpage/preview/index.html");
        Assert.ContainsSingle(line => line.Trim() == index, result.Lines, result.ToString());
        Assert.Contains("502.html", await File.ReadAllTextAsync(index, testContext.CancellationToken));
        Assert.ContainsSingle(
            line => line.Contains("[input] Items=", StringComparison.Ordinal), result.Lines, result.ToString());
        Assert.ContainsSingle(
            line => line.Contains("AssetSite -> 1 down page in _downpage/, ", StringComparison.Ordinal), result.Lines);
        Assert.IsFalse(Directory.Exists(site.PathOf("bin/Release/net10.0/publish")));
    }

    [TestMethod]
    [Timeout(TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Preview_OfAProjectWithoutItems_SaysSo()
    {
        DotnetResult result = await BuildAsync(Preview, "-p:DownPageEnabled=false");

        Assert.AreEqual(0, result.ExitCode, result.ToString());
        Assert.ContainsSingle(line => line.Contains("no down pages to preview", StringComparison.Ordinal), result.Lines);
    }

    [TestMethod]
    [Timeout(TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Preview_AskedAfterPagesWereRendered_SaysWhyThereIsNone()
    {
        DotnetResult result = await BuildAsync("-t:RenderDownPages;PreviewDownPages");

        Assert.AreEqual(0, result.ExitCode, result.ToString());
        Assert.ContainsSingle(
            line => line.Contains("no preview: the pages were rendered before", StringComparison.Ordinal), result.Lines);
    }

    [TestMethod]
    [Timeout(TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Publish_AfterAPreview_CarriesNothingOfIt()
    {
        (await BuildAsync(Preview)).EnsureSuccess();

        PublishedSite published = await site.PublishAsync(testContext.CancellationToken, "--no-build");

        Assert.AreEqual(0, published.Result.ExitCode, published.Result.ToString());
        Assert.AreSequenceEqual(PageFiles.Of("502"), published.DownPageFiles);
    }

    private Task<DotnetResult> BuildAsync(params string[] arguments) =>
        site.BuildAsync(testContext.CancellationToken, ["--no-restore", .. arguments]);
}
