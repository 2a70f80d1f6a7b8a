namespace DownPage.Packages.Tests.Fidelity;

/// <summary>
/// The site that <c>dotnet new blazor --interactivity None</c> makes, with a component more: pages by route.
/// </summary>
[TestClass]
public sealed class BlazorSiteTests(TestContext testContext)
{
    private static ComparedSite site = null!;

    [ClassInitialize]
    [Timeout(ComparedSite.StartTimeoutMilliseconds, CooperativeCancellation = true)]
    public static async Task StartAsync(TestContext context) =>
        site = await ComparedSite.StartAsync("BlazorSite", context.CancellationToken);

    [ClassCleanup]
    public static async Task StopAsync()
    {
        // Null when the site could not be published or started.
        if (site is not null)
            await site.DisposeAsync();
    }

    [TestMethod]
    public void Publish_BlazorSite_MakesThePagesWithoutAWarning() =>
        site.AssertPages("404.html", "503.html");

    [TestMethod]
    [Timeout(ComparedSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public Task BlazorSite_PublishedNotFoundPage_IsByteForByteWhatTheAppAnswers() =>
        site.AssertSameBytesAsync(
            "404.html", ("/not-found", 404), testContext.CancellationToken);

    [TestMethod]
    [Timeout(ComparedSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public Task BlazorSite_PublishedDownPage_IsByteForByteWhatTheAppAnswers() =>
        site.AssertSameBytesAsync(
            "503.html", ("/down", 503), testContext.CancellationToken);
}
