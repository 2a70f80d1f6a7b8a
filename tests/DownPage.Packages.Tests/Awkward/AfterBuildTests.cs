namespace DownPage.Packages.Tests.Awkward;

/// <summary>What an app does between building its host and serving, and how much of it each host runs.</summary>
[TestClass]
public sealed class AfterBuildTests(TestContext testContext)
{
    private static BuiltSite site = null!;

    private CancellationToken Cancelled => testContext.CancellationToken;

    [ClassInitialize]
    public static async Task BuildAsync(TestContext context) =>
        site = await BuiltSite.BuildAsync("AwkwardSite", context.CancellationToken);

    [ClassCleanup]
    public static void Clean() => site?.Dispose();

    // The site always migrates after Build() and always has a hosted service: each would leave its name.
    [TestMethod]
    [DataRow("Services", "")]
    [DataRow("App", "migration")]
    [DataRow("Isolated", "")]
    [Timeout(BuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task App_WithMigrationAndHostedService_RunsOnlyWhatItsHostPromises(string host, string expectedTraces)
    {
        Publication publication = await site.PublishAsync(Cancelled, properties: $"DownPageHost={host}");

        publication.EnsureClean();
        Assert.AreEqual(expectedTraces, string.Join(", ", publication.Traces));
        Assert.Contains("<h1>We will be right back</h1>", publication.Page("502.html"));
    }

    [TestMethod]
    [Timeout(BuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task EntryPoint_ThrowsAfterBuild_RendersWithServices()
    {
        Publication publication = await site.PublishAsync(Cancelled, awkward: "throws-after-build");

        publication.EnsureClean();
        Assert.Contains("<h1>We will be right back</h1>", publication.Page("502.html"));
    }

    [TestMethod]
    [Timeout(BuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task EntryPoint_ThrowsAfterBuildWithApp_ReportsDP0107WhereItThrew()
    {
        Publication publication = await site.PublishAsync(
            Cancelled, awkward: "throws-after-build", properties: "DownPageHost=App");

        Finding error = publication.EnsureFailedWithOne();
        Assert.AreEqual("Behaviours/AfterBuild.cs(9): error DP0107", error.Heading);
        Assert.Contains("The table 'Products' could not be seeded.", error.Text);
        Assert.Contains("<DownPageHost>Services</DownPageHost>", error.Text);
    }

    [TestMethod]
    [Timeout(BuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task EntryPoint_HangsAfterBuildWithApp_ReportsDP0108AfterDownPageTimeout()
    {
        Publication publication = await site.PublishAsync(
            Cancelled, awkward: "hangs-after-build", properties: ["DownPageHost=App", "DownPageTimeout=4"]);

        Finding error = publication.EnsureFailedWithOne();
        Assert.AreEqual("AwkwardSite.csproj: error DP0108", error.Heading);
        Assert.Contains("within 4 s", error.Text);
        Assert.Contains("<DownPageHost>Services</DownPageHost>", error.Text);
        Assert.Contains("<DownPageTimeout>", error.Text);
    }

    // Its services, a hosted service and the code after Build() all want the database; its views do not.
    [TestMethod]
    [Timeout(BuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task App_DatabaseNotThere_RendersWithServices()
    {
        Publication publication = await site.PublishAsync(Cancelled, awkward: "needs-database");

        publication.EnsureClean();
        Assert.IsEmpty(publication.Traces);
        Assert.Contains("<h1>We will be right back</h1>", publication.Page("502.html"));
    }

    [TestMethod]
    [Timeout(BuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task App_DatabaseNotThereWithApp_ReportsDP0107WhereItWasWanted()
    {
        Publication publication = await site.PublishAsync(
            Cancelled, awkward: "needs-database", properties: "DownPageHost=App");

        Finding error = publication.EnsureFailedWithOne();
        Assert.AreEqual("Behaviours/Catalogue.cs(11): error DP0107", error.Heading);
        Assert.Contains("SocketException", error.Text);
        Assert.IsEmpty(publication.Traces);
    }
}
