using DownPage.Packages.Tests.Awkward;
using DownPage.Testing;

namespace DownPage.Packages.Tests.Diagnostics;

/// <summary>A page that would overwrite another file of the publish.</summary>
[TestClass]
public sealed class TargetClashTests(TestContext testContext)
{
    private static BuiltSite site = null!;

    private CancellationToken Cancelled => testContext.CancellationToken;

    [ClassInitialize]
    public static async Task BuildAsync(TestContext context) =>
        site = await BuiltSite.BuildAsync("AwkwardSite", context.CancellationToken);

    [ClassCleanup]
    public static void Clean() => site?.Dispose();

    [TestMethod]
    [DataRow("./", "appsettings.json", "appsettings.json", DisplayName = "content")]
    [DataRow("./", "AwkwardSite.dll", "AwkwardSite.dll", DisplayName = "the app")]
    [DataRow("./", "wwwroot/sorry.html", "wwwroot/sorry.html", DisplayName = "a static web asset")]
    [DataRow("wwwroot/", "sorry.html", "wwwroot/sorry.html", DisplayName = "a static web asset, pages in wwwroot")]
    [DataRow("wwwroot", "SORRY.html", "wwwroot/SORRY.html", DisplayName = "a static web asset of other case")]
    [Timeout(BuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Target_IsAnotherPublishedFile_ReportsDP0005(string outputPath, string target, string taken)
    {
        var item = $"""<DownPage Include="Views/Errors/502.cshtml" TargetPath="{target}" StatusCode="502" />""";

        Publication publication = await site.PublishAsync(
            Cancelled, item, properties: $"DownPageOutputPath={outputPath}");

        Finding error = publication.EnsureFailedWithOne();
        Assert.AreEqual("DP0005", error.Code);
        Assert.StartsWith("AwkwardSite.csproj", error.Place);
        Assert.Contains($"'{taken}'", error.Text);
        Assert.Contains("TargetPath", error.Text);
    }

    // In a single-file publish, what goes into the bundle is no longer in the list that other publishes copy from.
    [TestMethod]
    [Timeout(BuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Target_IsAnotherFileOfASingleFilePublish_ReportsDP0005()
    {
        using TestSite single = await TestSite.CreateAsync("AwkwardSite", Cancelled);
        single.Replace(
            "AwkwardSite.csproj",
            "<DownPage Include=\"Views/Errors/502.cshtml\" />",
            "<DownPage Include=\"Views/Errors/502.cshtml\" TargetPath=\"appsettings.json\" />");

        PublishedSite published = await single.PublishAsync(
            Cancelled,
            "--use-current-runtime",
            "--no-self-contained",
            "-p:PublishSingleFile=true",
            "-p:DownPageOutputPath=./");

        Finding error = new Publication(single, published).EnsureFailedWithOne();
        Assert.AreEqual("DP0005", error.Code);
        Assert.Contains("'appsettings.json'", error.Text);
    }
}
