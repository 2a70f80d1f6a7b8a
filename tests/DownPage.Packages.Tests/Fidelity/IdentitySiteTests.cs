namespace DownPage.Packages.Tests.Fidelity;

/// <summary>A site whose layout injects the sign-in manager and shows a login form.</summary>
[TestClass]
public sealed class IdentitySiteTests(TestContext testContext)
{
    private static ComparedSite site = null!;

    [ClassInitialize]
    [Timeout(ComparedSite.StartTimeoutMilliseconds, CooperativeCancellation = true)]
    public static async Task StartAsync(TestContext context) =>
        site = await ComparedSite.StartAsync("IdentitySite", context.CancellationToken);

    [ClassCleanup]
    public static async Task StopAsync()
    {
        // Null when the site could not be published or started.
        if (site is not null)
            await site.DisposeAsync();
    }

    [TestMethod]
    public void Publish_IdentitySite_MakesThePageAndWarnsOfItsLoginForm() =>
        site.AssertPagesWithWarnings(["DP0306"], "502.html");

    [TestMethod]
    [Timeout(ComparedSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public Task IdentitySite_PublishedPage_IsWhatTheAppAnswersButForTheToken() =>
        site.AssertSameBytesWithoutTokensAsync(
            "502.html", ("/errors/502", 502), testContext.CancellationToken);
}
