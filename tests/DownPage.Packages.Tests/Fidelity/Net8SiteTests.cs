namespace DownPage.Packages.Tests.Fidelity;

/// <summary>An app for .NET 8, on a machine that may have a later runtime only.</summary>
[TestClass]
public sealed class Net8SiteTests(TestContext testContext)
{
    private static ComparedSite site = null!;

    [ClassInitialize]
    [Timeout(ComparedSite.StartTimeoutMilliseconds, CooperativeCancellation = true)]
    public static async Task StartAsync(TestContext context) =>
        site = await ComparedSite.StartAsync("Net8Site", context.CancellationToken, ("DOTNET_ROLL_FORWARD", "Major"));

    [ClassCleanup]
    public static async Task StopAsync()
    {
        // Null when the site could not be published or started.
        if (site is not null)
            await site.DisposeAsync();
    }

    [TestMethod]
    public void Publish_Net8Site_MakesThePageWithoutAWarning() =>
        site.AssertPages("502.html");

    [TestMethod]
    [Timeout(ComparedSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public Task Net8Site_PublishedPage_IsByteForByteWhatTheAppAnswers() =>
        site.AssertSameBytesAsync(
            "502.html", ("/errors/502", 502), testContext.CancellationToken);
}
