using DownPage.Testing;

namespace DownPage.Packages.Tests.StandAlone;

/// <summary>An app with another version of the library that finishes pages: each side has its own.</summary>
[TestClass]
public sealed class LibraryClashTests(TestContext testContext)
{
    private const string View = """
        @{
            ViewData["Title"] = "Down";
            var parsed = new AngleSharp.Html.Parser.HtmlParser().ParseDocument("<p>parsed by the app</p>");
        }
        <h1>@typeof(AngleSharp.IBrowsingContext).Assembly.GetName().Version</h1>
        <p>@parsed.QuerySelector("p")!.TextContent</p>
        """;

    [TestMethod]
    public async Task Publish_AppWithAnotherAngleSharp_RendersWithItsOwnAndFinishesWithOurs()
    {
        using var site = await TestSite.CreateAsync("SmallSite", testContext.CancellationToken);
        site.Replace(
            "SmallSite.csproj", "</Project>", "<ItemGroup><PackageReference Include=\"AngleSharp\" Version=\"0.17.1\" /></ItemGroup></Project>");
        site.WriteFile("Views/Errors/502.cshtml", View);

        var published = await site.PublishAsync(testContext.CancellationToken, "-p:DownPageSelfContained=true");

        published.Result.EnsureSuccess();
        var page = published.Page("502.html");
        Assert.Contains("<h1>0.17.1.0</h1>", page);
        Assert.Contains("parsed by the app", page);
        Assert.Contains("<style>", page);
        Assert.DoesNotContain("rel=stylesheet", page);
    }
}
