namespace DownPage.Packages.Tests.Fidelity;

/// <summary>The site that <c>dotnet new mvc</c> makes, with one view more.</summary>
[TestClass]
public sealed class MvcSiteTests(TestContext testContext)
{
    private static ComparedSite site = null!;

    [ClassInitialize]
    [Timeout(ComparedSite.StartTimeoutMilliseconds, CooperativeCancellation = true)]
    public static async Task StartAsync(TestContext context) =>
        site = await ComparedSite.StartAsync("MvcSite", context.CancellationToken);

    [ClassCleanup]
    public static async Task StopAsync()
    {
        // Null when the site could not be published or started.
        if (site is not null)
            await site.DisposeAsync();
    }

    [TestMethod]
    public void Publish_MvcSite_MakesThePageWithoutAWarning() =>
        site.AssertPages("502.html");

    [TestMethod]
    [Timeout(ComparedSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public Task MvcSite_PublishedPage_IsByteForByteWhatTheAppAnswers() =>
        site.AssertSameBytesAsync(
            "502.html", ("/errors/502", 502), testContext.CancellationToken);

    [TestMethod]
    [Timeout(ComparedSite.StartTimeoutMilliseconds, CooperativeCancellation = true)]
    public Task MvcSite_PublishedWithTheAppHost_HasTheSamePages() =>
        site.AssertSamePagesWithAsync("DownPageHost=App", testContext.CancellationToken);
}
