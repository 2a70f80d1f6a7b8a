namespace DownPage.Packages.Tests.Awkward;

/// <summary>What an app's entry point does before it builds its host.</summary>
[TestClass]
public sealed class BeforeBuildTests(TestContext testContext)
{
    private static BuiltSite site = null!;

    private CancellationToken Cancelled => testContext.CancellationToken;

    [ClassInitialize]
    public static async Task BuildAsync(TestContext context) =>
        site = await BuiltSite.BuildAsync("AwkwardSite", context.CancellationToken);

    [ClassCleanup]
    public static void Clean() => site?.Dispose();

    [TestMethod]
    [Timeout(BuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task EntryPoint_ThrowsBeforeBuild_ReportsDP0101WhereItThrew()
    {
        Publication publication = await site.PublishAsync(Cancelled, awkward: "throws-before-build");

        Finding error = publication.EnsureFailedWithOne();
        Assert.AreEqual("Behaviours/BeforeBuild.cs(9): error DP0101", error.Heading);
        Assert.Contains("The secret 'Payments:ApiKey' is missing. Ask the vault for it.", error.Text);
        Assert.Contains("<DownPageHost>Isolated</DownPageHost>", error.Text);
        Assert.Contains("DOWNPAGE_RENDERING", error.Text);
    }

    [TestMethod]
    [Timeout(BuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task EntryPoint_ThrowsBeforeBuild_RendersWhenIsolated()
    {
        Publication publication = await site.PublishAsync(
            Cancelled, awkward: "throws-before-build", properties: "DownPageHost=Isolated");

        publication.EnsureClean();
        Assert.Contains("<h1>We will be right back</h1>", publication.Page("502.html"));
    }

    [TestMethod]
    [Timeout(BuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task EntryPoint_HangsBeforeBuild_ReportsDP0102AfterDownPageTimeout()
    {
        Publication publication = await site.PublishAsync(
            Cancelled, awkward: "hangs-before-build", properties: "DownPageTimeout=3");

        Finding error = publication.EnsureFailedWithOne();
        Assert.AreEqual("AwkwardSite.csproj: error DP0102", error.Heading);
        Assert.Contains("within 3 s", error.Text);
        Assert.Contains("<DownPageHost>Isolated</DownPageHost>", error.Text);
        Assert.Contains("<DownPageTimeout>", error.Text);
        Assert.IsLessThan(TimeSpan.FromSeconds(30), publication.Result.Duration);
    }

    [TestMethod]
    [Timeout(BuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task EntryPoint_ExitsBeforeBuild_ReportsDP0103WithItsExitCode()
    {
        Publication publication = await site.PublishAsync(Cancelled, awkward: "exits-before-build");

        Finding error = publication.EnsureFailedWithOne();
        Assert.AreEqual("AwkwardSite.csproj: error DP0103", error.Heading);
        Assert.Contains("exit code 3", error.Text);
        Assert.Contains("<DownPageHost>Isolated</DownPageHost>", error.Text);
    }

    [TestMethod]
    [Timeout(BuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task EntryPoint_EndsWithoutAHost_ReportsDP0104()
    {
        Publication publication = await site.PublishAsync(Cancelled, awkward: "ends-without-a-host");

        Finding error = publication.EnsureFailedWithOne();
        Assert.AreEqual("AwkwardSite.csproj: error DP0104", error.Heading);
        Assert.Contains("WebApplicationBuilder.Build()", error.Text);
        Assert.Contains("<DownPageHost>Isolated</DownPageHost>", error.Text);
    }

    [TestMethod]
    [Timeout(BuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task EntryPoint_PrintsWhatLooksLikeErrors_IsNotTakenForDiagnostics()
    {
        Publication publication = await site.PublishAsync(Cancelled, awkward: "prints-much");

        publication.EnsureClean();
        Assert.Contains("<h1>We will be right back</h1>", publication.Page("502.html"));
        Assert.DoesNotContain("Warming up the cache", publication.Result.Output);
        Assert.DoesNotContain("fake", publication.Result.Output);
    }

    [TestMethod]
    [Timeout(BuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task EntryPoint_AwaitsLongBeforeBuild_Renders()
    {
        Publication publication = await site.PublishAsync(Cancelled, awkward: "awaits-long-before-build");

        publication.EnsureClean();
        Assert.Contains("<h1>We will be right back</h1>", publication.Page("502.html"));
        Assert.IsEmpty(publication.Traces);
    }

    // The layout's link needs the web host's services: the helper's have neither views nor routing.
    [TestMethod]
    [Timeout(BuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task EntryPoint_BuildsAHelperHostFirst_RendersWithTheWebHost()
    {
        Publication publication = await site.PublishAsync(Cancelled, awkward: "builds-a-helper-host-first");

        publication.EnsureClean();
        Assert.Contains("<a href=\"/\">Awkward</a>", publication.Page("502.html"));
    }

    [TestMethod]
    [DataRow("Services")]
    [DataRow("App")]
    [Timeout(BuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task EntryPoint_CatchesEverything_Renders(string host)
    {
        Publication publication = await site.PublishAsync(
            Cancelled, awkward: "catches-everything", properties: $"DownPageHost={host}");

        publication.EnsureClean();
        Assert.Contains("<h1>We will be right back</h1>", publication.Page("502.html"));
    }

    // The app itself has caught the exception: what it printed is all there is to learn from.
    [TestMethod]
    [Timeout(BuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task EntryPoint_CatchesItsOwnFailureAndExits_ReportsDP0103WithWhatItPrinted()
    {
        Publication publication = await site.PublishAsync(
            Cancelled, awkward: "catches-everything,throws-before-build");

        Finding error = publication.EnsureFailedWithOne();
        Assert.AreEqual("AwkwardSite.csproj: error DP0103", error.Heading);
        Assert.Contains("exit code 1", error.Text);
        Assert.Contains("The secret 'Payments:ApiKey' is missing.", publication.Result.Output);
    }
}
