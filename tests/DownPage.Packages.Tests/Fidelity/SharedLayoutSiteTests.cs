namespace DownPage.Packages.Tests.Fidelity;

/// <summary>A site whose layout, partials, view components and assets come from a Razor class library.</summary>
[TestClass]
public sealed class SharedLayoutSiteTests(TestContext testContext)
{
    private static ComparedSite site = null!;

    [ClassInitialize]
    [Timeout(ComparedSite.StartTimeoutMilliseconds, CooperativeCancellation = true)]
    public static async Task StartAsync(TestContext context) =>
        site = await ComparedSite.StartAsync("SharedLayoutSite", context.CancellationToken);

    [ClassCleanup]
    public static async Task StopAsync()
    {
        // Null when the site could not be published or started.
        if (site is not null)
            await site.DisposeAsync();
    }

    [TestMethod]
    public void Publish_SharedLayoutSite_MakesThePagesWithoutAWarning() =>
        site.AssertPages("502.html", "503.html");

    [TestMethod]
    [Timeout(ComparedSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public Task SharedLayoutSite_PublishedView_IsByteForByteWhatTheAppAnswers() =>
        site.AssertSameBytesAsync(
            "502.html", ("/errors/502", 502), testContext.CancellationToken);

    [TestMethod]
    [Timeout(ComparedSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public Task SharedLayoutSite_PublishedViewOfTheLibrary_IsByteForByteWhatTheAppAnswers() =>
        site.AssertSameBytesAsync(
            "503.html", ("/errors/503", 503), testContext.CancellationToken);
}
