using DownPage.Packages.Tests.Awkward;

namespace DownPage.Packages.Tests.StandAlone;

/// <summary>What is no warning but an end: the publish fails and leaves nothing.</summary>
[TestClass]
public sealed class RefusedPagesTests(TestContext testContext)
{
    private const string LongPage = "<DownPage Include=\"Views/Flaws/Long.cshtml\" StatusCode=\"503\" ";

    private static BuiltSite site = null!;

    [ClassInitialize]
    public static async Task BuildAsync(TestContext context) =>
        site = await BuiltSite.BuildAsync("AssetSite", context.CancellationToken);

    [ClassCleanup]
    public static void Clean() => site?.Dispose();

    [TestMethod]
    [Timeout(BuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task KeepCss_NoSelector_FailsThePublishWithDP0317()
    {
        Publication publication = await site.PublishAsync(
            testContext.CancellationToken, properties: "DownPageKeepCss=.menu[");

        Finding error = publication.EnsureFailedWithOne();
        Assert.AreEqual("DP0317", error.Code);
        Assert.Contains("'.menu['", error.Text);
    }

    // HAProxy starts with such a file and then answers 500 in its place.
    [TestMethod]
    [Timeout(BuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Page_TooLargeForItsServer_FailsThePublishWithDP0319()
    {
        Publication publication = await site.PublishAsync(
            testContext.CancellationToken, LongPage + "Servers=\"haproxy\" Minify=\"false\" />");

        Finding error = publication.EnsureFailedWithOne();
        Assert.AreEqual("DP0319", error.Code);
        Assert.Contains("haproxy", error.Text);
    }

    [TestMethod]
    [Timeout(BuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Warning_AsError_FailsThePublish()
    {
        Publication publication = await site.PublishAsync(
            testContext.CancellationToken, LongPage + "MaxBytes=\"10000\" />", properties: "TreatWarningsAsErrors=true");

        Assert.AreEqual("DP0313", publication.EnsureFailedWithOne().Code);
    }
}
