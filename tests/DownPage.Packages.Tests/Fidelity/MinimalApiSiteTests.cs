namespace DownPage.Packages.Tests.Fidelity;

/// <summary>An app without MVC, whose views are compiled all the same.</summary>
[TestClass]
public sealed class MinimalApiSiteTests(TestContext testContext)
{
    private static ComparedSite site = null!;

    [ClassInitialize]
    [Timeout(ComparedSite.StartTimeoutMilliseconds, CooperativeCancellation = true)]
    public static async Task StartAsync(TestContext context) =>
        site = await ComparedSite.StartAsync("MinimalApiSite", context.CancellationToken, ("RENDER_LIVE", "1"));

    [ClassCleanup]
    public static async Task StopAsync()
    {
        // Null when the site could not be published or started.
        if (site is not null)
            await site.DisposeAsync();
    }

    [TestMethod]
    public void Publish_MinimalApiSite_MakesThePageWithoutAWarning() =>
        site.AssertPages("502.html");

    [TestMethod]
    [Timeout(ComparedSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public Task MinimalApiSite_PublishedPage_IsByteForByteWhatTheAppAnswersWithMvc() =>
        site.AssertSameBytesAsync(
            "502.html", ("/errors/502", 502), testContext.CancellationToken);
}
