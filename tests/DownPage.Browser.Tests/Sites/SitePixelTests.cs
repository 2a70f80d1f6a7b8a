namespace DownPage.Browser.Tests.Sites;

/// <summary>Each page alone, with the network off, is the picture that the running app gives: no pixel differs.</summary>
[TestClass]
public sealed class SitePixelTests(TestContext testContext)
{
    public static IEnumerable<object[]> Sites => SiteCases.All.Select(site => new object[] { site.Asset });

    [TestMethod]
    [DynamicData(nameof(Sites))]
    [Timeout(300_000, CooperativeCancellation = true)]
    public Task Page_WithTheNetworkOff_HasThePixelsOfTheAppsAnswer(string site) =>
        SitePages.AssertSamePixelsAsync(
            SiteCases.All.Single(siteCase => siteCase.Asset == site), testContext.CancellationToken);
}
