using DownPage.Testing;

namespace DownPage.Packages.Tests.Rebuilding;

/// <summary>
/// Runs that come to nothing: the publish fails and says why, and what was published before is untouched.
/// </summary>
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
        await AssertFailsAsync(
            "DP0901",
            "waits",
            async waiting =>
            {
                await SignalAsync("KILL", waiting.Renderer);
                // Nobody else ends it now, and MSBuild waits for its end of the output.
                await SignalAsync("KILL", waiting.Child);
            });

    [TestMethod]
    [Timeout(RebuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task View_TakesLongerThanDownPageTimeout_FailsThePublishWithDP0207()
    {
        (int Renderer, int Child) processes = default;

        await AssertFailsAsync(
            "DP0207",
            "waits",
            waiting =>
            {
                processes = waiting;
                return Task.CompletedTask;
            },
            "-p:DownPageTimeout=8");

        AssertEnded(processes);
    }

    [TestMethod]
    [Timeout(RebuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Renderer_DoesNotEndItself_IsEndedWithDP0402()
    {
        (int Renderer, int Child) processes = default;

        await AssertFailsAsync(
            "DP0402",
            "waits",
            waiting =>
            {
                processes = waiting;
                return SignalAsync("STOP", waiting.Renderer);
            },
            "-p:DownPageTimeout=8");

        AssertEnded(processes);
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
    [DataRow("pages/503.html.tmp", DisplayName = "for a page")]
    [DataRow("pages/downpages.json.tmp", DisplayName = "for the manifest")]
    [DataRow("render-request.json.tmp", DisplayName = "for the request")]
    [DataRow("render-response.json.tmp", DisplayName = "for the response")]
    [DataRow("pages/503.html.tmp;render-response.json.tmp", DisplayName = "for a page and what is said of it")]
    [Timeout(RebuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Disk_IsFull_FailsThePublishWithDP0401(string files)
    {
        using IDisposable turn = await site.TakeTurnAsync(testContext.CancellationToken);
        MisbehavingView.Set(site.Site, "renders");
        DeleteIntermediate();
        Directory.CreateDirectory(site.RenderedDirectory);
        // Files are written beside and renamed; whatever is written to these finds no space left on the device.
        foreach (string file in files.Split(';'))
            File.CreateSymbolicLink(Path.Combine(site.IntermediateDirectory, file), "/dev/full");

        await AssertUnwritableAsync();
    }

    [TestMethod]
    [Timeout(RebuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Publish_AfterAFailedOne_LeavesUnchangedPagesAlone()
    {
        using IDisposable turn = await site.TakeTurnAsync(testContext.CancellationToken);
        MisbehavingView.Set(site.Site, "renders");
        (await site.PublishBuiltAsync(testContext.CancellationToken)).Result.EnsureSuccess();
        IReadOnlyList<string> before = site.SnapshotPages();
        MisbehavingView.Set(site.Site, "throws");
        AssertFailed("DP0201", before, (await site.PublishBuiltAsync(testContext.CancellationToken)).Result);
        MisbehavingView.Set(site.Site, "renders");

        PublishedSite published = await site.PublishBuiltAsync(testContext.CancellationToken);

        Assert.AreEqual(0, published.Result.ExitCode, published.Result.ToString());
        Assert.AreSequenceEqual(before, site.SnapshotPages());
    }

    private async Task AssertFailsAsync(
        string code,
        string behaviour,
        Func<(int Renderer, int Child), Task> whileTheViewWaits,
        params string[] arguments)
    {
        using IDisposable turn = await site.TakeTurnAsync(testContext.CancellationToken);
        MisbehavingView.Set(site.Site, behaviour);
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

        DeleteIntermediate();
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

    private static void AssertEnded((int Renderer, int Child) processes)
    {
        Assert.IsFalse(MisbehavingView.IsRunning(processes.Renderer), "The renderer is still there.");
        Assert.IsFalse(MisbehavingView.IsRunning(processes.Child), "What the view started is still there.");
    }

    private Task SignalAsync(string signal, int processId) =>
        MisbehavingView.SignalAsync(signal, processId, testContext.CancellationToken);

    private static void DeleteIntermediate()
    {
        if (Directory.Exists(site.IntermediateDirectory))
            Directory.Delete(site.IntermediateDirectory, recursive: true);
    }
}
