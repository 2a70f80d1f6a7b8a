using DownPage.Packages.Tests.Awkward;
using DownPage.Testing;

namespace DownPage.Packages.Tests.Diagnostics;

/// <summary>Items that cannot be right, as a newcomer writes them: all reported by one publish.</summary>
[TestClass]
public sealed class WrongItemsTests
{
    private const string Items = """
        <DownPage Include="Views/Errors/504.cshtml" />
            <DownPage Include="views/errors/502.cshtml" TargetPath="wrong-case-502.html" />
            <DownPage Include="../Elsewhere/503.cshtml" TargetPath="outside-503.html" />

            <DownPage Include="Views/Errors/502.cshtml" TargetPath="../up-502.html" />
            <DownPage Include="Views/Errors/502.cshtml" TargetPath="/srv/rooted-502.html" />
            <DownPage Include="Views/Errors/502.cshtml" TargetPath="C:/drive-502.html" />
            <DownPage Include="Views/Errors/502.cshtml" TargetPath="folder-502/" />

            <DownPage Include="Views/Errors/502.cshtml" TargetPath="same-502.html" />
            <DownPage Include="Views/Errors/Down.cshtml" TargetPath="same-502.html" />
            <DownPage Include="Views/Errors/502.cshtml" TargetPath="Case-502.html" />
            <DownPage Include="Views/Errors/Down.cshtml" TargetPath="case-502.html" />
            <DownPage Include="Views/Errors/502.cshtml" TargetPath="culture-502.html" Cultures="en;de" />
            <DownPage Include="Views/Errors/Down.cshtml" TargetPath="culture-502.de.html" />

            <DownPage Include="Views/Errors/Down.cshtml" />
            <DownPage Include="Views/Errors/Down.cshtml" TargetPath="word.html" StatusCode="abc" />
            <DownPage Include="Views/Errors/Down.cshtml" TargetPath="low.html" StatusCode="99" />
            <DownPage Include="Views/Errors/Down.cshtml" TargetPath="high.html" StatusCode="1000" />

            <DownPage Include="503.html" />
            <DownPage Include="404.html" Route="/not-found" />
            <DownPage Include="Views/Errors/502.cshtml" TargetPath="culture.html" StatusCode="502" Culture="de" />
            <DownPage Include="Views/Errors/502.cshtml" TargetPath="model.html" StatusCode="502" Model="Order 7" />
            <DownPage Include="Views/Errors/502.cshtml" TargetPath="phrase.html" StatusCode="502" ReasonPhrase="Oh" />
            <DownPage Include="505.html" View="Views/Errors/Down" />
        """;

    private const int ErrorCount = 20;

    private static TestSite site = null!;
    private static Publication publication = null!;

    [ClassInitialize]
    public static async Task PublishAsync(TestContext context)
    {
        site = await TestSite.CreateAsync("AwkwardSite", context.CancellationToken);
        site.Replace("AwkwardSite.csproj", "<DownPage Include=\"Views/Errors/502.cshtml\" />", Items);
        site.WriteFile("../Elsewhere/503.cshtml", "<h1>Elsewhere</h1>");
        publication = new Publication(site, await site.PublishAsync(context.CancellationToken));
    }

    [ClassCleanup]
    public static void Clean() => site?.Dispose();

    [TestMethod]
    public void Publish_ManyWrongItems_ReportsAllOfThemAndNothingElse()
    {
        publication.EnsureFailed();
        Assert.HasCount(ErrorCount, publication.Findings, publication.Result.ToString());
        foreach (Finding finding in publication.Findings)
            Assert.StartsWith("AwkwardSite.csproj: error DP00", finding.Heading);
    }

    [TestMethod]
    [DataRow("DP0001", "'Views/Errors/504.cshtml'", "View=\"/Views/", DisplayName = "missing file")]
    [DataRow("DP0001", "'views/errors/502.cshtml'", "Did you mean 'Views/Errors/502.cshtml'", DisplayName = "file of other case")]
    [DataRow("DP0002", "'../Elsewhere/503.cshtml'", "Link=", DisplayName = "view outside the project")]
    [DataRow("DP0003", "'../up-502.html'", "'errors/503.html'", DisplayName = "target above the folder")]
    [DataRow("DP0003", "'/srv/rooted-502.html'", "'errors/503.html'", DisplayName = "rooted target")]
    [DataRow("DP0003", "'C:/drive-502.html'", "'errors/503.html'", DisplayName = "target on a drive")]
    [DataRow("DP0003", "'folder-502/'", "'errors/503.html'", DisplayName = "target without a file name")]
    [DataRow("DP0004", "'same-502.html'", "TargetPath", DisplayName = "two items, one target")]
    [DataRow("DP0004", "'case-502.html'", "upper and lower case", DisplayName = "two targets that differ by case")]
    [DataRow("DP0004", "'culture-502.de.html'", "TargetPath", DisplayName = "target of another item's culture")]
    [DataRow("DP0006", "'Views/Errors/Down.cshtml'", "StatusCode=\"503\"", DisplayName = "no digits and no StatusCode")]
    [DataRow("DP0007", "'abc'", "from 200 to 599", DisplayName = "StatusCode is a word")]
    [DataRow("DP0007", "'99'", "from 200 to 599", DisplayName = "StatusCode too low")]
    [DataRow("DP0007", "'1000'", "from 200 to 599", DisplayName = "StatusCode too high")]
    [DataRow("DP0008", "'503.html'", "Route=", DisplayName = "neither view nor route")]
    [DataRow("DP0010", "Route=\"/not-found\"", "<DownPageHost>App</DownPageHost>", DisplayName = "Route, no App")]
    [DataRow("DP0013", "'Culture'", "Cultures=\"en;de\"", DisplayName = "reserved: Culture")]
    [DataRow("DP0013", "'Model'", "ViewData", DisplayName = "reserved: Model")]
    [DataRow("DP0013", "'ReasonPhrase'", "StatusCode", DisplayName = "reserved: ReasonPhrase")]
    [DataRow("DP0016", "View=\"Views/Errors/Down\"", "View=\"/Views/Shared/Down.cshtml\"", DisplayName = "View")]
    public void Item_Wrong_IsReportedOnceWithWhatToWrite(string code, string given, string remedy)
    {
        Assert.ContainsSingle(
            finding => finding.Code == code && finding.Says(given, remedy),
            publication.Findings,
            publication.Result.ToString());
    }
}
