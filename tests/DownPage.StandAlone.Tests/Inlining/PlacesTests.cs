using DownPage.RenderProtocol;

namespace DownPage.StandAlone.Tests.Inlining;

/// <summary>Where a report points to.</summary>
[TestClass]
public sealed class PlacesTests
{
    private const string Page = "<!DOCTYPE html><html lang=en><title>Down</title><meta name=viewport content=x><body>";

    [TestMethod]
    public void Finish_ImageThatAViewNames_IsReportedThere()
    {
        using var page = new SitePage();
        var layout = page.WithView("Views/Shared/_Layout.cshtml", "<body>\n  <img src=\"~/img/none.png\" asp-append-version=\"true\">\n");
        page.WithView("Views/Errors/502.cshtml", "<h1>Down</h1>");

        page.FinishHtml(Page + "<img src=\"/img/none.png?v=1\">", "/Views/Errors/502.cshtml", "/Views/Shared/_Layout.cshtml");

        var warning = Only(page, DiagnosticCodes.AssetNotPublished);
        Assert.AreEqual(layout, warning.File);
        Assert.AreEqual((2, 14), (warning.Line, warning.Column));
    }

    [TestMethod]
    public void Finish_ImageThatTwoViewsName_IsReportedAtThePage()
    {
        using var page = new SitePage();
        page.WithView("Views/Shared/_Layout.cshtml", "<img src=\"~/none.png\">");
        var view = page.WithView("Views/Errors/502.cshtml", "<img src=\"~/none.png\">");

        page.FinishHtml(Page + "<img src=\"/none.png\">", "/Views/Errors/502.cshtml", "/Views/Shared/_Layout.cshtml");

        var warning = Only(page, DiagnosticCodes.AssetNotPublished);
        Assert.AreEqual(view, warning.File);
        Assert.AreEqual(0, warning.Line);
    }

    [TestMethod]
    public void Finish_ImageThatAStylesheetNames_IsReportedInTheStylesheet()
    {
        using var page = new SitePage().With("css/site.css", "a{}\nbody { background: url(none.png) }");

        page.FinishHtml(Page + "<link rel=stylesheet href=/css/site.css>");

        var warning = Only(page, DiagnosticCodes.AssetNotPublished);
        Assert.AreEqual(page.FileOf("css/site.css"), warning.File);
        Assert.AreEqual(2, warning.Line);
        Assert.StartsWith("'/css/site.css' asks", warning.Message);
    }

    private static RenderDiagnostic Only(SitePage page, string code)
        => Assert.ContainsSingle(page.Finished.Diagnostics.Where(diagnostic => diagnostic.Code == code));
}
