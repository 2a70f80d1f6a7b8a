using DownPage.Packages.Tests.Awkward;
using DownPage.Testing;

namespace DownPage.Packages.Tests.StandAlone;

/// <summary>Pages with a flaw each: one publish tells of all, at its place in the view.</summary>
[TestClass]
public sealed class FlawsTests
{
    private const string Items = """
        <DownPage Include="Views/Flaws/*.cshtml" Exclude="Views/Flaws/Long.cshtml" StatusCode="500" Compress="false" Formats="html" />
            <DownPage Update="Views/Flaws/Large.cshtml" InlineLimit="1000" />
            <DownPage Update="Views/Flaws/NoCharset.cshtml" SelfContained="false" />
            <DownPage Update="Views/Flaws/Asking.cshtml" Scripts="Inline" />
            <DownPage Include="Views/Flaws/Long.cshtml" TargetPath="budget.html" StatusCode="500" MaxBytes="10000" />
            <DownPage Include="Views/Flaws/Long.cshtml" TargetPath="service.html" StatusCode="500" Servers="appservice" />
        """;

    // A file that is published and cannot be read when the pages are made.
    private const string LostFile = """
          <Target Name="LoseFile" BeforeTargets="_DownPageRender">
            <Move SourceFiles="wwwroot/img/spare.svg" DestinationFiles="obj/spare.svg" />
          </Target>
          <Target Name="FindFile" AfterTargets="_DownPageRender">
            <Move SourceFiles="obj/spare.svg" DestinationFiles="wwwroot/img/spare.svg" />
          </Target>
        </Project>
        """;

    private static TestSite site = null!;
    private static Publication publication = null!;

    [ClassInitialize]
    public static async Task PublishAsync(TestContext context)
    {
        site = await TestSite.CreateAsync("AssetSite", context.CancellationToken);
        site.Replace("AssetSite.csproj", "<DownPage Include=\"Views/Errors/502.cshtml\" />", Items);
        site.Replace("AssetSite.csproj", "</Project>", LostFile);
        publication = new Publication(site, await site.PublishAsync(context.CancellationToken));
    }

    [ClassCleanup]
    public static void Clean() => site?.Dispose();

    [TestMethod]
    public void Publish_FlawedPages_WarnsAndPublishesThem()
    {
        Assert.AreEqual(0, publication.ExitCode, publication.Result.ToString());
        Assert.IsEmpty(publication.Findings.Where(finding => finding.IsError), publication.Result.ToString());
        foreach (string page in (string[])["NotPublished.html", "Policy.html", "budget.html", "service.html"])
            Assert.Contains(page, publication.Pages);
    }

    [TestMethod]
    [DataRow("DP0301", "Views/Flaws/NotPublished.cshtml(2)", "/img/gone.svg")]
    [DataRow("DP0302", "Views/Flaws/Outside.cshtml(2)", "https://cdn.example/lamp.svg")]
    [DataRow("DP0303", "Views/Flaws/Large.cshtml(2)", "_downpage/assets/")]
    [DataRow("DP0304", "Views/Flaws/Integrity.cshtml(2)", "/css/parts/colours.css")]
    [DataRow("DP0305", "Views/Flaws/Frame.cshtml(2)", "<iframe src=\"/map\"")]
    [DataRow("DP0306", "Views/Flaws/LoginForm.cshtml(2)", "<form")]
    [DataRow("DP0307", "Views/Flaws/Mixed.cshtml(2)", "http://cdn.example/lamp.svg")]
    [DataRow("DP0308", "Views/Flaws/NoDoctype.cshtml", "<!DOCTYPE html>")]
    [DataRow("DP0309", "Views/Flaws/NoCharset.cshtml", "charset")]
    [DataRow("DP0310", "Views/Flaws/NoLanguage.cshtml", "lang")]
    [DataRow("DP0311", "Views/Flaws/NoTitle.cshtml", "<title>")]
    [DataRow("DP0312", "Views/Flaws/NoViewport.cshtml", "viewport")]
    [DataRow("DP0313", "Views/Flaws/Long.cshtml", "10,000")]
    [DataRow("DP0314", "Views/Flaws/Long.cshtml", "appservice")]
    [DataRow("DP0315", "Views/Flaws/Policy.cshtml", "style-src")]
    [DataRow("DP0316", "Views/Flaws/Asking.cshtml(2)", "fetch(")]
    [DataRow("DP0318", "Views/Flaws/Spare.cshtml(2)", "spare.svg")]
    public void Flaw_OfAPage_IsReportedAtItsPlace(string code, string place, string says)
    {
        Finding warning = Assert.ContainsSingle(
            finding => finding.Code == code && finding.Place.StartsWith(place, StringComparison.Ordinal), publication.Findings, publication.Result.ToString());

        Assert.IsFalse(warning.IsError);
        Assert.Contains(says, warning.Text);
    }
}
