using DownPage.Testing;

namespace DownPage.Packages.Tests.Rebuilding;

/// <summary>Runs that come to nothing: the publish fails and says why, and what was published before is untouched.</summary>
[TestClass]
[OSCondition(OperatingSystems.Linux)]
public sealed class FailedRunTests(TestContext testContext)
{
    private static RebuiltSite site = null!;

    [ClassInitialize]
    [Timeout(RebuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public static async Task PublishAsync(TestContext context) =>
        site = await RebuiltSite.CreateAsync(MisbehavingView.Install, context.CancellationToken);

    [ClassCleanup]
    public static void Delete() => site?.Dispose();

    [TestMethod]
    [Timeout(RebuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task View_Throws_FailsThePublishWithDP0201() =>
        await AssertFailsAsync("DP0201", "throws", _ => Task.CompletedTask);

    [TestMethod]
    [Timeout(RebuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Renderer_Killed_FailsThePublishWithDP0901() =>
        await AssertFailsAsync("DP0901", "waits", renderer => SignalAsync("KILL", renderer));

    [TestMethod]
    [Timeout(RebuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task View_TakesLongerThanDownPageTimeout_FailsThePublishWithDP0207() =>
        await AssertFailsAsync("DP0207", "waits", _ => Task.CompletedTask, "-p:DownPageTimeout=3");

    [TestMethod]
    [Timeout(RebuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Renderer_DoesNotEndItself_IsEndedWithDP0402()
    {
        int stopped = 0;

        await AssertFailsAsync(
            "DP0402",
            "waits",
            renderer => SignalAsync("STOP", stopped = renderer),
            "-p:DownPageTimeout=3");

        Assert.IsFalse(Directory.Exists($"/proc/{stopped}"), "The renderer is still there.");
    }

    [TestMethod]
    [Timeout(RebuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task PagesFolder_IsAFile_FailsThePublishWithDP0401()
    {
        using IDisposable turn = await site.TakeTurnAsync(testContext.CancellationToken);
        MisbehavingView.Set(site.Site, "renders");
        DeleteIntermediate();
        Directory.CreateDirectory(site.IntermediateDirectory);
        await File.WriteAllTextAsync(site.RenderedDirectory, "in the way", testContext.CancellationToken);

        await AssertUnwritableAsync();
    }

    [TestMethod]
    [DataRow("pages/503.html.tmp", DisplayName = "a page")]
    [DataRow("pages/downpages.json.tmp", DisplayName = "the manifest")]
    [DataRow("render-request.json", DisplayName = "the request")]
    [DataRow("app.runtimeconfig.json", DisplayName = "the runtime configuration")]
    [Timeout(RebuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Disk_IsFull_FailsThePublishWithDP0401(string file)
    {
        using IDisposable turn = await site.TakeTurnAsync(testContext.CancellationToken);
        MisbehavingView.Set(site.Site, "renders");
        DeleteIntermediate();
        Directory.CreateDirectory(site.RenderedDirectory);
        // Whatever is written there finds no space left on the device.
        File.CreateSymbolicLink(Path.Combine(site.IntermediateDirectory, file), "/dev/full");

        await AssertUnwritableAsync();
    }

    [TestMethod]
    [Timeout(RebuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Publish_AfterAFailedOne_PublishesWhatItWouldHave()
    {
        await AssertFailsAsync("DP0201", "throws", _ => Task.CompletedTask);
        using IDisposable turn = await site.TakeTurnAsync(testContext.CancellationToken);
        MisbehavingView.Set(site.Site, "renders");
        IReadOnlyList<string> before = site.SnapshotPages();

        PublishedSite published = await site.PublishBuiltAsync(testContext.CancellationToken);

        Assert.AreEqual(0, published.Result.ExitCode, published.Result.ToString());
        Assert.AreSequenceEqual(before, site.SnapshotPages());
    }

    private async Task AssertFailsAsync(
        string code, string behaviour, Func<int, Task> whileTheViewWaits, params string[] arguments)
    {
        using IDisposable turn = await site.TakeTurnAsync(testContext.CancellationToken);
        MisbehavingView.Set(site.Site, behaviour);
        DeleteIntermediate();
        IReadOnlyList<string> before = site.SnapshotPages();

        Task<PublishedSite> publishing = site.PublishBuiltAsync(testContext.CancellationToken, arguments);
        if (behaviour == "waits")
        {
            await whileTheViewWaits(await MisbehavingView.WaitForRendererAsync(
                site.Site, publishing, testContext.CancellationToken));
        }

        AssertFailed(code, before, (await publishing).Result);
    }

    private async Task AssertUnwritableAsync()
    {
        IReadOnlyList<string> before = site.SnapshotPages();

        PublishedSite published = await site.PublishBuiltAsync(testContext.CancellationToken);

        AssertFailed("DP0401", before, published.Result);
    }

    private static void AssertFailed(string code, IReadOnlyList<string> before, DotnetResult result)
    {
        Assert.AreEqual(1, result.ExitCode, result.ToString());
        DotnetDiagnostic error = Assert.ContainsSingle(result.Errors, result.ToString());
        Assert.AreEqual(code, error.Code, result.ToString());
        Assert.AreSequenceEqual(before, site.SnapshotPages());
        Assert.DoesNotContain("down pages in", result.Output);
    }

    private Task SignalAsync(string signal, int processId) =>
        MisbehavingView.SignalAsync(signal, processId, testContext.CancellationToken);

    private static void DeleteIntermediate()
    {
        if (Directory.Exists(site.IntermediateDirectory))
            Directory.Delete(site.IntermediateDirectory, recursive: true);
    }
}
