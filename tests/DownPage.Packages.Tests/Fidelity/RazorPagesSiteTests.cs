namespace DownPage.Packages.Tests.Fidelity;

/// <summary>The site that <c>dotnet new webapp</c> makes, with a page and a view more.</summary>
[TestClass]
public sealed class RazorPagesSiteTests(TestContext testContext)
{
    private static ComparedSite site = null!;

    [ClassInitialize]
    [Timeout(ComparedSite.StartTimeoutMilliseconds, CooperativeCancellation = true)]
    public static async Task StartAsync(TestContext context) =>
        site = await ComparedSite.StartAsync("RazorPagesSite", context.CancellationToken);

    [ClassCleanup]
    public static async Task StopAsync()
    {
        // Null when the site could not be published or started.
        if (site is not null)
            await site.DisposeAsync();
    }

    [TestMethod]
    public void Publish_RazorPagesSite_MakesThePagesWithoutAWarning() =>
        site.AssertPages("502.html", "503.html");

    [TestMethod]
    [Timeout(ComparedSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public Task RazorPagesSite_PublishedView_IsByteForByteWhatTheAppAnswers() =>
        site.AssertSameBytesAsync(
            "502.html", ("/errors/502", 502), testContext.CancellationToken);

    // The handler of the page puts the telephone number of the query where the item has its metadata.
    [TestMethod]
    [Timeout(ComparedSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public Task RazorPagesSite_PublishedPageWithModel_IsByteForByteWhatTheAppAnswers() =>
        site.AssertSameBytesAsync(
            "503.html", ("/down?phone=%2B49%2030%20503", 503), testContext.CancellationToken);
}
