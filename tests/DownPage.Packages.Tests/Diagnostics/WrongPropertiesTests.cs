using DownPage.Packages.Tests.Awkward;
using DownPage.Testing;

namespace DownPage.Packages.Tests.Diagnostics;

/// <summary>Properties with values that mean nothing: all reported by one publish, each with what is valid.</summary>
[TestClass]
public sealed class WrongPropertiesTests(TestContext testContext)
{
    private static readonly string[] Properties =
    [
        "-p:DownPageHost=Foo",
        "-p:DownPageTimeout=soon",
        "-p:DownPageBaseUrl=nonsense",
        "-p:DownPagePathBase=shop",
        "-p:DownPageOutputPath=../elsewhere/",
        "-p:DownPageIncremental=perhaps",
    ];

    private static TestSite site = null!;
    private static Publication publication = null!;

    [ClassInitialize]
    public static async Task PublishAsync(TestContext context)
    {
        site = await TestSite.CreateAsync("AwkwardSite", context.CancellationToken);
        publication = new Publication(site, await site.PublishAsync(context.CancellationToken, Properties));
    }

    [ClassCleanup]
    public static void Clean() => site?.Dispose();

    [TestMethod]
    public void Publish_WrongProperties_ReportsAllOfThemAndNothingElse()
    {
        publication.EnsureFailed();
        Assert.AreEqual(
            string.Join('\n', Enumerable.Repeat("AwkwardSite.csproj: error DP0012", Properties.Length)),
            string.Join('\n', publication.Findings.Select(finding => finding.Heading)),
            publication.Result.ToString());
    }

    [TestMethod]
    [DataRow("DownPageHost", "Foo", "Services", "App", "Isolated")]
    [DataRow("DownPageTimeout", "soon", "seconds")]
    [DataRow("DownPageBaseUrl", "nonsense", "https://")]
    [DataRow("DownPagePathBase", "shop", "/shop")]
    [DataRow("DownPageOutputPath", "../elsewhere/", "publish folder")]
    [DataRow("DownPageIncremental", "perhaps", "true", "false")]
    public void Property_Wrong_IsReportedOnceWithWhatIsValid(string property, string given, params string[] valid)
    {
        Assert.ContainsSingle(
            finding => finding.Says([$"<{property}>{given}</{property}>", .. valid]),
            publication.Findings,
            publication.Result.ToString());
    }

    // The targets' own messages have it as their importance, and MSBuild refuses it there in words that say less.
    [TestMethod]
    [Timeout(BuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Verbosity_Wrong_ReportsDP0012WithWhatIsValid()
    {
        PublishedSite published = await site.PublishAsync(
            testContext.CancellationToken, "--no-build", "-p:DownPageVerbosity=loud");

        Finding error = new Publication(site, published).EnsureFailedWithOne();
        Assert.AreEqual("AwkwardSite.csproj: error DP0012", error.Heading);
        Assert.Contains("<DownPageVerbosity>loud</DownPageVerbosity>", error.Text);
        Assert.Contains("low, normal, high", error.Text);
    }

    // Only the app's own routing can read a pattern, so this one is found when the app has started.
    [TestMethod]
    [Timeout(BuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task RoutePattern_Wrong_ReportsDP0012WithTheReason()
    {
        PublishedSite published = await site.PublishAsync(
            testContext.CancellationToken, "--no-build", "-p:DownPageRoutePattern={controller");

        Finding error = new Publication(site, published).EnsureFailedWithOne();
        Assert.AreEqual("AwkwardSite.csproj: error DP0012", error.Heading);
        Assert.Contains("<DownPageRoutePattern>{controller</DownPageRoutePattern>", error.Text);
    }
}
