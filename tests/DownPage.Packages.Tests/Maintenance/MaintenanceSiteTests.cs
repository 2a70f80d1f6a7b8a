using DownPage.Testing;

namespace DownPage.Packages.Tests.Maintenance;

/// <summary>A published site with both packages: the runtime shows the page that the build made.</summary>
[TestClass]
public sealed class MaintenanceSiteTests(TestContext testContext)
{
    private const int TimeoutMilliseconds = 10 * 60 * 1000;

    private static TestSite site = null!;
    private static PublishedSite published = null!;

    [ClassInitialize]
    [Timeout(TimeoutMilliseconds, CooperativeCancellation = true)]
    public static async Task PublishAsync(TestContext context)
    {
        site = await TestSite.CreateAsync("MaintenanceSite", context.CancellationToken);
        published = await site.PublishAsync(context.CancellationToken);
        published.Result.EnsureSuccess();
    }

    [ClassCleanup]
    public static void Clean() => site?.Dispose();

    [TestMethod]
    [Timeout(TimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task DownFile_TouchedAndRemovedWhileTheAppRuns_ShowsThePageOfTheBuildAndTheSiteAgain()
    {
        using var copy = new TempFolder();
        await using var running = await StartAsync(copy);
        Assert.AreEqual(200, (await running.GetAsync("/", testContext.CancellationToken)).StatusCode);

        File.WriteAllText(copy.PathOf("maintenance.json"), "");
        var down = await UntilAsync(running, answer => answer.StatusCode == 503);
        Assert.AreEqual(published.Page("503.html"), down.Text);

        File.Delete(copy.PathOf("maintenance.json"));
        var up = await UntilAsync(running, answer => answer.StatusCode == 200);
        Assert.Contains("open", up.Text);
    }

    [TestMethod]
    [Timeout(TimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Down_WithAMessage_StandsInThePageAndInJsonAndInGerman()
    {
        using var copy = new TempFolder();
        File.WriteAllText(copy.PathOf("maintenance.json"), """{ "message": "1 < 2" }""");
        await using var running = await StartAsync(copy);

        var html = await running.GetAsync("/", testContext.CancellationToken, ("Accept-Language", "de-AT"));
        var json = await running.GetAsync("/", testContext.CancellationToken, ("Accept", "application/json"));

        Assert.Contains("Gleich wieder da", html.Text);
        Assert.Contains("1 &lt; 2", html.Text);
        Assert.DoesNotContain("hidden", html.Text);
        Assert.Contains("1 \\u003C 2", json.Text);
    }

    [TestMethod]
    [Timeout(TimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Down_HealthAndAllowedEndpoints_Answer()
    {
        using var copy = new TempFolder();
        File.WriteAllText(copy.PathOf("maintenance.json"), "");
        await using var running = await StartAsync(copy);

        Assert.AreEqual(200, (await running.GetAsync("/health", testContext.CancellationToken)).StatusCode);
        Assert.AreEqual(200, (await running.GetAsync("/status", testContext.CancellationToken)).StatusCode);
        Assert.AreEqual(503, (await running.GetAsync("/", testContext.CancellationToken)).StatusCode);
    }

    [TestMethod]
    [Timeout(TimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Up_EndpointUnderMaintenance_IsDownByItself()
    {
        using var copy = new TempFolder();
        await using var running = await StartAsync(copy);

        var reports = await running.GetAsync("/reports", testContext.CancellationToken);

        Assert.AreEqual(503, reports.StatusCode);
        Assert.Contains("Reports are being counted.", reports.Text);
        Assert.AreEqual(200, (await running.GetAsync("/", testContext.CancellationToken)).StatusCode);
    }

    [TestMethod]
    [Timeout(TimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Publish_OnAMachineWhereTheSiteIsDown_RendersAddressesOfTheAppAllTheSame()
    {
        using var other = await TestSite.CreateAsync("MaintenanceSite", testContext.CancellationToken);
        other.Replace("MaintenanceSite.csproj", """<DownPage Include="Views/Down/502.cshtml" />""", """<DownPage Include="index.html" Route="/" StatusCode="503" />""");
        other.WriteFile("maintenance.json", "{}");
        other.Environment["MaintenanceMode__Enabled"] = "true";

        var result = await other.PublishAsync(testContext.CancellationToken, "-p:DownPageHost=App");

        result.Result.EnsureSuccess();
        Assert.Contains("open", result.Page("index.html"));
    }

    private Task<RunningSite> StartAsync(TempFolder copy)
    {
        FolderCopy.Overlay(published.Directory, copy.Root);
        return RunningSite.StartAsync(
            new PublishedSite(published.Name, copy.Root, published.Result), environment: null, testContext.CancellationToken);
    }

    /// <summary>The app looks at its down file once a second.</summary>
    private async Task<RunningSiteAnswer> UntilAsync(RunningSite running, Func<RunningSiteAnswer, bool> condition)
    {
        while (true)
        {
            var answer = await running.GetAsync("/", testContext.CancellationToken);
            if (condition(answer))
                return answer;
            await Task.Delay(100, testContext.CancellationToken);
        }
    }
}
