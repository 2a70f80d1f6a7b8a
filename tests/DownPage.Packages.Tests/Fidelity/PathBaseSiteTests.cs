namespace DownPage.Packages.Tests.Fidelity;

/// <summary>A site that visitors find below a path, behind a proxy that speaks HTTPS.</summary>
[TestClass]
public sealed class PathBaseSiteTests(TestContext testContext)
{
    private static ComparedSite site = null!;

    [ClassInitialize]
    [Timeout(ComparedSite.StartTimeoutMilliseconds, CooperativeCancellation = true)]
    public static async Task StartAsync(TestContext context) =>
        site = await ComparedSite.StartAsync("PathBaseSite", context.CancellationToken);

    [ClassCleanup]
    public static async Task StopAsync()
    {
        // Null when the site could not be published or started.
        if (site is not null)
            await site.DisposeAsync();
    }

    [TestMethod]
    public void Publish_PathBaseSite_MakesThePageWithoutAWarning() =>
        site.AssertPages("502.html");

    [TestMethod]
    [Timeout(ComparedSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public Task PathBaseSite_PublishedPage_IsByteForByteWhatTheAppAnswers() =>
        site.AssertSameBytesAsync(
            "502.html", ("/shop/errors/502", 502), testContext.CancellationToken,
            ("Host", "shop.example"), ("X-Forwarded-Proto", "https"));
}
