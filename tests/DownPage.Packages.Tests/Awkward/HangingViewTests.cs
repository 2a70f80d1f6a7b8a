using DownPage.Testing;

namespace DownPage.Packages.Tests.Awkward;

/// <summary>A view that waits for something that never comes.</summary>
[TestClass]
public sealed class HangingViewTests(TestContext testContext)
{
    [TestMethod]
    [Timeout(BuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task View_NeverEnds_ReportsDP0207AfterDownPageTimeout()
    {
        using TestSite site = await TestSite.CreateAsync("AwkwardSite", testContext.CancellationToken);
        site.Replace(
            "AwkwardSite.csproj",
            "<DownPage Include=\"Views/Errors/502.cshtml\" />",
            "<DownPage Include=\"Views/Broken/Hangs.cshtml\" StatusCode=\"504\" />");

        PublishedSite published = await site.PublishAsync(testContext.CancellationToken, "-p:DownPageTimeout=5");

        Finding error = new Publication(site, published).EnsureFailedWithOne();
        Assert.AreEqual("Views/Broken/Hangs.cshtml: error DP0207", error.Heading);
        Assert.Contains("5 s", error.Text);
        Assert.Contains("DownPageTimeout", error.Text);
    }
}
