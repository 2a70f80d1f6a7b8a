using DownPage.Testing;

namespace DownPage.Packages.Tests.Publishing;

/// <summary>One site for each framework that apps are supported on; a later runtime than the app's own may render it.</summary>
[TestClass]
public sealed class TargetFrameworkTests(TestContext testContext)
{
    [TestMethod]
    [DataRow("net9.0")]
    [DataRow("net10.0")]
    [Timeout(300_000, CooperativeCancellation = true)]
    public async Task SiteForALaterFramework_HasThePageOfTheOneForNet8(string framework)
    {
        using TestSite site = await TestSite.CreateAsync("Net8Site", testContext.CancellationToken);
        PublishedSite oldest = await site.PublishAsync(testContext.CancellationToken, "-o", Path.Combine(site.Root, "oldest"));
        oldest.Result.EnsureSuccess();
        site.Replace("Net8Site.csproj", "net8.0", framework);

        PublishedSite published = await site.PublishAsync(testContext.CancellationToken);

        published.Result.EnsureSuccess();
        Assert.IsEmpty(published.Result.Diagnostics);
        Assert.AreEqual(oldest.Page("502.html"), published.Page("502.html"));
    }
}
