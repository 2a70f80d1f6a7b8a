using DownPage.Packages.Tests.Awkward;
using DownPage.Testing;

namespace DownPage.Packages.Tests.Diagnostics;

/// <summary>Route items that cannot be right whatever the app answers: reported before it starts.</summary>
[TestClass]
public sealed class WrongRoutesTests
{
    private const string Items = """
        <DownPage Include="404.html" Route="not-found" />
            <DownPage Include="410.html" Route="https://shop.example/gone" />
            <DownPage Include="503.html" Route="/down" View="/Views/Errors/Down.cshtml" />
        """;

    private static TestSite site = null!;
    private static Publication publication = null!;

    [ClassInitialize]
    public static async Task PublishAsync(TestContext context)
    {
        site = await TestSite.CreateAsync("AwkwardSite", context.CancellationToken);
        site.Replace("AwkwardSite.csproj", "<DownPage Include=\"Views/Errors/502.cshtml\" />", Items);
        publication = new Publication(
            site, await site.PublishAsync(context.CancellationToken, "-p:DownPageHost=App"));
    }

    [ClassCleanup]
    public static void Clean() => site?.Dispose();

    [TestMethod]
    public void Publish_WrongRoutes_ReportsAllOfThemAndNothingElse()
    {
        publication.EnsureFailed();
        Assert.HasCount(3, publication.Findings, publication.Result.ToString());
    }

    [TestMethod]
    [DataRow("DP0011", "Route=\"not-found\"", "Route=\"/not-found\"", DisplayName = "no slash at the start")]
    [DataRow("DP0011", "Route=\"https://shop.example/gone\"", "without scheme and host", DisplayName = "a whole URL")]
    [DataRow("DP0009", "Route=\"/down\"", "View=\"/Views/Errors/Down.cshtml\"", DisplayName = "a view as well")]
    public void Item_WrongRoute_IsReportedOnceWithWhatToWrite(string code, string given, string remedy)
    {
        Finding error = Assert.ContainsSingle(
            finding => finding.Code == code && finding.Says(given, remedy),
            publication.Findings,
            publication.Result.ToString());

        Assert.StartsWith("AwkwardSite.csproj", error.Place);
    }
}
