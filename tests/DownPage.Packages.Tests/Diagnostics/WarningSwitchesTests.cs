using DownPage.Packages.Tests.Awkward;

namespace DownPage.Packages.Tests.Diagnostics;

/// <summary>The one warning there is obeys the switches that the compiler's warnings obey.</summary>
[TestClass]
public sealed class WarningSwitchesTests(TestContext testContext)
{
    // The route answers 503, and the item's name says 404.
    private const string Item = """<DownPage Include="404.html" Route="/answers/down" />""";

    private static BuiltSite site = null!;

    [ClassInitialize]
    public static async Task BuildAsync(TestContext context) =>
        site = await BuiltSite.BuildAsync("AwkwardSite", context.CancellationToken);

    [ClassCleanup]
    public static void Clean() => site?.Dispose();

    [TestMethod]
    [Timeout(BuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Route_UnexpectedStatus_WarnsAndPublishes()
    {
        Publication publication = await PublishAsync();

        Assert.AreEqual(0, publication.ExitCode, publication.Result.ToString());
        Finding warning = Assert.ContainsSingle(publication.Findings);
        Assert.AreEqual("AwkwardSite.csproj: warning DP0205", warning.Heading);
        Assert.Contains("503", warning.Text);
        Assert.Contains("404", warning.Text);
        Assert.Contains("StatusCode", warning.Text);
        Assert.Contains("<h1>404 Not Found</h1>", publication.Page("404.html"));
    }

    [TestMethod]
    [Timeout(BuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Warning_NoWarn_IsSilent()
    {
        Publication publication = await PublishAsync("NoWarn=DP0205");

        publication.EnsureClean();
        Assert.AreEqual("404.html, downpages.json", string.Join(", ", publication.Pages));
    }

    [TestMethod]
    [DataRow("WarningsAsErrors=DP0205")]
    [DataRow("TreatWarningsAsErrors=true")]
    [Timeout(BuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Warning_AsError_FailsThePublish(string property)
    {
        Publication publication = await PublishAsync(property);

        Assert.AreEqual("AwkwardSite.csproj: error DP0205", publication.EnsureFailedWithOne().Heading);
    }

    [TestMethod]
    [Timeout(BuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Warning_AllAsErrorsButThisOne_StaysAWarning()
    {
        Publication publication = await PublishAsync("TreatWarningsAsErrors=true", "WarningsNotAsErrors=DP0205");

        Assert.AreEqual(0, publication.ExitCode, publication.Result.ToString());
        Finding warning = Assert.ContainsSingle(publication.Findings);
        Assert.AreEqual("AwkwardSite.csproj: warning DP0205", warning.Heading);
    }

    private Task<Publication> PublishAsync(params string[] properties) =>
        site.PublishAsync(testContext.CancellationToken, Item, properties: ["DownPageHost=App", .. properties]);
}
