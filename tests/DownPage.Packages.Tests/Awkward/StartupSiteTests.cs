namespace DownPage.Packages.Tests.Awkward;

/// <summary>An app with a Program class, an asynchronous Main, an IHostBuilder and a Startup class.</summary>
[TestClass]
public sealed class StartupSiteTests(TestContext testContext)
{
    private static BuiltSite site = null!;

    private CancellationToken Cancelled => testContext.CancellationToken;

    [ClassInitialize]
    public static async Task BuildAsync(TestContext context) =>
        site = await BuiltSite.BuildAsync("StartupSite", context.CancellationToken);

    [ClassCleanup]
    public static void Clean() => site?.Dispose();

    [TestMethod]
    [Timeout(BuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task StartupApp_Services_RendersWithConfiguredServicesAndWithoutConfigure()
    {
        Publication publication = await site.PublishAsync(Cancelled);

        publication.EnsureClean();
        Assert.Contains("<a href=\"/\">Welcome</a>", publication.Page("502.html"));
        Assert.Contains("<h1>We will be right back</h1>", publication.Page("502.html"));
        Assert.IsEmpty(publication.Traces);
    }

    [TestMethod]
    [Timeout(BuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task StartupApp_AppWithARoute_RendersTheAnswerAndStartsNoHostedService()
    {
        const string items = """
            <DownPage Include="Views/Errors/502.cshtml" />
                <DownPage Include="503.html" Route="/home/down" />
            """;

        Publication publication = await site.PublishAsync(Cancelled, items, properties: "DownPageHost=App");

        publication.EnsureClean();
        Assert.AreEqual("502.html, 503.html, downpages.json", string.Join(", ", publication.Pages));
        Assert.AreEqual(publication.Page("502.html"), publication.Page("503.html"));
        Assert.AreEqual("configure", string.Join(", ", publication.Traces));
    }

    // Its layout wants a service that only Startup registers.
    [TestMethod]
    [Timeout(BuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task StartupApp_IsolatedWithAnInjectedService_ReportsDP0203()
    {
        Publication publication = await site.PublishAsync(Cancelled, properties: "DownPageHost=Isolated");

        Finding error = publication.EnsureFailedWithOne();
        Assert.AreEqual("DP0203", error.Code);
        Assert.Contains("StartupSite.Greeting", error.Text);
        Assert.Contains("DownPageHost", error.Text);
    }
}
