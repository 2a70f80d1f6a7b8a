using DownPage.Packages.Tests.Awkward;

namespace DownPage.Packages.Tests.Publishing;

/// <summary>A publish writes the configuration of the servers that the project names, beside the pages.</summary>
[TestClass]
public sealed class FrontEndsTests(TestContext testContext)
{
    private const string Item = "<DownPage Include=\"Views/Errors/502.cshtml\" />";
    private const string Others = """
        <DownPage Include="Views/Errors/502.cshtml" TargetPath="503.html" />
        <DownPage Include="Views/Errors/502.cshtml" TargetPath="504.html" />
        """;

    private const string Root = "DownPageDeployRoot=/srv/shop";
    private const string Nginx = "conf/nginx/downpage.conf";

    private static BuiltSite site = null!;

    [ClassInitialize]
    public static async Task BuildAsync(TestContext context) =>
        site = await BuiltSite.BuildAsync("AssetSite", context.CancellationToken);

    [ClassCleanup]
    public static void Clean() => site?.Dispose();

    [TestMethod]
    [Timeout(BuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Servers_Named_HaveTheirConfigurationBesideThePages()
    {
        var publication = (await PublishAsync(Item + Others, "DownPageServers=nginx", Root)).EnsureClean();

        var text = publication.Page(Nginx);
        Assert.StartsWith("# Written by DownPage.Build ", text);
        Assert.Contains("/srv/shop/_downpage", text);
        Assert.Contains("/srv/shop/maintenance.on", text);
        Assert.DoesNotContain("apache", string.Join(' ', publication.Pages));
        Assert.Contains(" s, conf/ for nginx\n", publication.Result.Output.ReplaceLineEndings("\n"));
    }

    [TestMethod]
    [Timeout(BuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Servers_NotNamed_HaveNone()
    {
        var publication = (await PublishAsync(Item, Root)).EnsureClean();

        Assert.IsEmpty(publication.Pages.Where(file => file.StartsWith("conf/", StringComparison.Ordinal)));
    }

    [TestMethod]
    [Timeout(BuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task DeployRoot_NotSaid_IsAWarningAndNoConfiguration()
    {
        var publication = await PublishAsync(Item + Others, "DownPageServers=nginx");

        Assert.AreEqual(0, publication.ExitCode, publication.Result.ToString());
        var warning = Assert.ContainsSingle(publication.Findings);
        Assert.AreEqual("DP0701", warning.Code);
        Assert.DoesNotContain(Nginx, publication.Pages);
        Assert.Contains("502.html", publication.Pages);
    }

    [TestMethod]
    [Timeout(BuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Status_WithoutAPage_IsAWarningAndAnotherStandsIn()
    {
        var publication = await PublishAsync(Item, "DownPageServers=nginx", Root);

        Assert.AreEqual(0, publication.ExitCode, publication.Result.ToString());
        Assert.AreEqual("DP0702", Assert.ContainsSingle(publication.Findings).Code);
        Assert.Contains("502.html", publication.Page(Nginx));
        Assert.DoesNotContain("504.html", publication.Page(Nginx));
    }

    [TestMethod]
    [Timeout(BuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Values_ThatAreWrong_FailThePublishAndLeaveNoPage()
    {
        var publication = await PublishAsync(
            Item + Others, "DownPageServers=nginx", "DownPageDeployRoot=srv", "DownPageAllow=10.0.0.0/33");

        publication.EnsureFailed();
        Assert.AreSequenceEqual((string[])["DP0704", "DP0704"], publication.Findings.Select(finding => finding.Code));
    }

    [TestMethod]
    [Timeout(BuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Settings_OfTheApp_AreHeededUnlessTheProjectSaysOtherwise()
    {
        await File.WriteAllTextAsync(
            Path.Combine(site.ProjectDirectory, "appsettings.Staging.json"),
            """{ "MaintenanceMode": { "DownFile": "/run/shop/state.json", "Allow": { "Paths": [ "/ready" ] } } }""",
            testContext.CancellationToken);

        var settings = await PublishAsync(
            Item + Others, "DownPageServers=nginx", Root, "DownPageEnvironment=Staging");
        var project = await PublishAsync(
            Item + Others, "DownPageServers=nginx", Root, "DownPageEnvironment=Staging", "DownPageFlagFile=down.on", "DownPageBypass=none");

        Assert.Contains("/run/shop/state.on", settings.EnsureClean().Page(Nginx));
        Assert.Contains("/ready", settings.Page(Nginx));
        Assert.Contains("/srv/shop/down.on", project.EnsureClean().Page(Nginx));
        Assert.DoesNotContain("/ready", project.Page(Nginx));
    }

    private Task<Publication> PublishAsync(string items, params string[] properties)
        => site.PublishAsync(testContext.CancellationToken, items, properties: properties);
}
