using DownPage.Packages.Tests.Awkward;
using DownPage.Testing;

namespace DownPage.Packages.Tests.Diagnostics;

/// <summary>Items that only the app can find wrong: names of views, layouts and cultures that do not exist.</summary>
[TestClass]
public sealed class WrongViewsTests
{
    private const string Items = """
        <DownPage Include="503.html" View="/Views/Errors/Donw.cshtml" />
            <DownPage Include="504.html" View="/Views/Errors/Down.cshtml" Layout="_Layuot" />
            <DownPage Include="505.html" View="/Views/Errors/Down.cshtml" Cultures="xx-NOPE!" />
        """;

    private static TestSite site = null!;
    private static Publication publication = null!;

    [ClassInitialize]
    public static async Task PublishAsync(TestContext context)
    {
        site = await TestSite.CreateAsync("AwkwardSite", context.CancellationToken);
        site.Replace("AwkwardSite.csproj", "<DownPage Include=\"Views/Errors/502.cshtml\" />", Items);
        publication = new Publication(site, await site.PublishAsync(context.CancellationToken));
    }

    [ClassCleanup]
    public static void Clean() => site?.Dispose();

    [TestMethod]
    public void Publish_WrongNames_ReportsAllOfThemAndNothingElse()
    {
        publication.EnsureFailed();
        Assert.HasCount(3, publication.Findings, publication.Result.ToString());
    }

    [TestMethod]
    [DataRow("DP0202", "/Views/Errors/Donw.cshtml", "/Views/Errors/Down.cshtml", DisplayName = "a view: nearest")]
    [DataRow("DP0209", "_Layuot", "/Views/Shared/_Layuot.cshtml", DisplayName = "a layout: searched")]
    [DataRow("DP0210", "xx-NOPE!", "Cultures", DisplayName = "a culture")]
    public void Item_UnknownName_IsReportedOnceWithWhatIsThere(string code, string given, string says)
    {
        Finding error = Assert.ContainsSingle(
            finding => finding.Code == code && finding.Says($"'{given}'"),
            publication.Findings,
            publication.Result.ToString());

        Assert.Contains(says, error.Text);
    }
}
