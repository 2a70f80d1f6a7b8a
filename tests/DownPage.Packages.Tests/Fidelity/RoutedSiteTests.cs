namespace DownPage.Packages.Tests.Fidelity;

/// <summary>
/// A site with areas, attribute routes, a conventional route of its own, nested layouts and every asset tag
/// helper.
/// </summary>
[TestClass]
public sealed class RoutedSiteTests(TestContext testContext)
{
    private static ComparedSite site = null!;

    [ClassInitialize]
    [Timeout(ComparedSite.StartTimeoutMilliseconds, CooperativeCancellation = true)]
    public static async Task StartAsync(TestContext context) =>
        site = await ComparedSite.StartAsync("RoutedSite", context.CancellationToken);

    [ClassCleanup]
    public static async Task StopAsync()
    {
        // Null when the site could not be published or started.
        if (site is not null)
            await site.DisposeAsync();
    }

    [TestMethod]
    public void Publish_RoutedSite_MakesThePagesWithoutAWarning() =>
        site.AssertPages("500.html", "502.html", "504.html");

    [TestMethod]
    [DataRow("500.html", "/errors/index/500", 500)]
    [DataRow("502.html", "/errors/index/502", 502, DisplayName = "502.html fills the sections of both layouts")]
    [DataRow("504.html", "/shop/errors", 504, DisplayName = "504.html is a view of an area")]
    [Timeout(ComparedSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public Task RoutedSite_PublishedPage_IsByteForByteWhatTheAppAnswers(string page, string path, int status) =>
        site.AssertSameBytesAsync(page, (path, status), testContext.CancellationToken);

    // The app's own routes and assets instead of those that are made up for it.
    [TestMethod]
    [Timeout(ComparedSite.StartTimeoutMilliseconds, CooperativeCancellation = true)]
    public Task RoutedSite_PublishedWithTheAppHost_HasTheSamePages() =>
        site.AssertSamePagesWithAsync("DownPageHost=App", testContext.CancellationToken);
}
