using DownPage.RenderProtocol;

namespace DownPage.StandAlone.Tests.Inlining;

[TestClass]
public sealed class ImagesTests
{
    private const string DataUri = "data:image/png;base64," + SitePage.Png;

    [TestMethod]
    [DataRow("<img src=\"/img/a.png\">", "img", "src")]
    [DataRow("<img src=\"img/a.png\">", "img", "src", DisplayName = "relative to the root")]
    [DataRow("<img src=\"/img/a.png?v=abc\">", "img", "src", DisplayName = "with a version")]
    [DataRow("<img src=\"https://shop.example/img/a.png\">", "img", "src", DisplayName = "with the site's own host")]
    [DataRow("<img src=\"//shop.example/img/a.png\">", "img", "src", DisplayName = "of any scheme")]
    [DataRow("<img src=\"/img/%61.png\">", "img", "src", DisplayName = "escaped")]
    [DataRow("<input type=\"IMAGE\" src=\"/img/a.png\">", "input", "src")]
    [DataRow("<video poster=\"/img/a.png\"></video>", "video", "poster")]
    [DataRow("<object data=\"/img/a.png\"></object>", "object", "data")]
    [DataRow("<embed src=\"/img/a.png\">", "embed", "src")]
    [DataRow("<table background=\"/img/a.png\"><tr><td></table>", "table", "background")]
    [DataRow("<svg><image href=\"/img/a.png\"/></svg>", "image", "href")]
    public void Finish_ImageOfTheSite_IsInThePage(string body, string element, string attribute)
    {
        using var page = new SitePage().WithPng("img/a.png").FinishBody(body);

        Assert.AreEqual(DataUri, page.Document.QuerySelector(element)!.GetAttribute(attribute));
        Assert.IsEmpty(page.Finished.Assets);
    }

    [TestMethod]
    public void Finish_ImageOfADrawingOfOld_IsInThePage()
    {
        using var page = new SitePage().WithPng("a.png").FinishBody("<svg><image xlink:href=\"/a.png\"/></svg>");

        Assert.AreEqual(DataUri, page.Document.QuerySelector("image")!.GetAttribute("href"));
        Assert.DoesNotContain("xlink", page.Html);
    }

    [TestMethod]
    public void Finish_SourceSet_HasEachOfItsCandidatesInThePage()
    {
        using var page = new SitePage().WithPng("a.png").WithPng("b,c.png")
            .FinishBody("<picture><source srcset=\"/a.png 1x,/b,c.png 2x\"><img srcset=\"/a.png\" src=\"/a.png\"></picture>");

        Assert.AreEqual($"{DataUri} 1x, {DataUri} 2x", page.Document.QuerySelector("source")!.GetAttribute("srcset"));
        Assert.AreEqual(DataUri, page.Document.QuerySelector("img")!.GetAttribute("srcset"));
    }

    [TestMethod]
    public void Finish_Svg_StaysText()
    {
        using var page = new SitePage().With("a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0\" fill=\"#f00\"/></svg>")
            .FinishBody("<img src=\"/a.svg\">");

        var url = page.Document.QuerySelector("img")!.GetAttribute("src")!;
        Assert.StartsWith("data:image/svg+xml,%3Csvg%20xmlns=%22http://", url);
        Assert.DoesNotContain("#", url);
    }

    [TestMethod]
    public void Finish_LargeImage_IsBesideThePageUnderItsHash()
    {
        using var page = new SitePage().WithPng("a.png");
        page.Options.InlineLimit = 10;

        page.FinishBody("<img src=\"/a.png\"><img src=\"/a.png\" alt=\"again\">");

        var asset = Assert.ContainsSingle(page.Finished.Assets);
        Assert.MatchesRegex("^assets/[0-9a-f]{20}\\.png$", asset.Path);
        Assert.AreEqual("image/png", asset.MediaType);
        Assert.AreEqual("/_downpage/" + asset.Path, page.Document.QuerySelector("img")!.GetAttribute("src"));
        Assert.ContainsSingle(code => code == DiagnosticCodes.LargeAsset, page.Codes);
    }

    [TestMethod]
    [DataRow("_downpage/", "/shop", "/shop/_downpage/assets/")]
    [DataRow("wwwroot/errors/", "", "/errors/assets/", DisplayName = "below the web root")]
    [DataRow("", "", "/assets/", DisplayName = "in the publish folder itself")]
    public void Finish_LargeImage_IsAskedForWhereItIsPublished(string outputPath, string pathBase, string start)
    {
        using var page = new SitePage().WithPng("a.png");
        page.Options.InlineLimit = 0;
        page.Request.OutputPath = outputPath;
        page.Request.PathBase = pathBase;

        page.FinishBody($"<img src=\"{pathBase}/a.png\">");

        Assert.StartsWith(start, page.Document.QuerySelector("img")!.GetAttribute("src"));
    }

    [TestMethod]
    public void Finish_PathBase_IsNotPartOfTheFile()
    {
        using var page = new SitePage().WithPng("a.png");
        page.Request.PathBase = "/shop";

        page.FinishBody("<img src=\"/shop/a.png\"><img src=\"/a.png\">");

        var images = page.Document.QuerySelectorAll("img");
        Assert.AreEqual(DataUri, images[0].GetAttribute("src"));
        Assert.AreEqual("https://shop.example/a.png", images[1].GetAttribute("src"), "another app has the root");
    }

    [TestMethod]
    public void Finish_Base_IsWhereRelativeUrlsStart()
    {
        using var page = new SitePage().WithPng("img/a.png").Finish("<base href=\"/img/\">", "<img src=\"a.png\">");

        Assert.AreEqual(DataUri, page.Document.QuerySelector("img")!.GetAttribute("src"));
    }

    [TestMethod]
    public void Finish_ImageThatIsNotPublished_StaysAndIsReportedOnce()
    {
        using var page = new SitePage().FinishBody("<img src=\"/none.png\"><img src=\"/none.png\">");

        var warning = Assert.ContainsSingle(d => d.Code == DiagnosticCodes.AssetNotPublished, page.Finished.Diagnostics);
        Assert.IsFalse(warning.IsError);
        Assert.Contains("'/none.png'", warning.Message);
    }

    [TestMethod]
    [DataRow("/..%2fsecret.png")]
    [DataRow("/..%5csecret.png")]
    [DataRow("/%2e%2e/secret.png")]
    public void Finish_UrlThatLeavesTheWebRoot_FindsNothing(string url)
    {
        using var page = new SitePage().WithPng("../secret.png").FinishBody($"<img src=\"{url}\">");

        Assert.DoesNotContain("data:image", page.Html);
        Assert.Contains(DiagnosticCodes.AssetNotPublished, page.Codes);
    }

    [TestMethod]
    public void Finish_ImageOfAnotherHost_StaysAndIsReported()
    {
        using var page = new SitePage().FinishBody("<img src=\"https://cdn.example/a.png\">");

        Assert.AreEqual("https://cdn.example/a.png", page.Document.QuerySelector("img")!.GetAttribute("src"));
        Assert.ContainsSingle(code => code == DiagnosticCodes.OutsideAsset, page.Codes);
    }

    [TestMethod]
    [DataRow("data:image/gif;base64,R0lGODlhAQABAAAAACw=")]
    [DataRow("")]
    [DataRow("about:blank")]
    public void Finish_ImageWithoutARequest_StaysAsItIs(string url)
    {
        using var page = new SitePage().FinishBody($"<img src=\"{url}\">");

        Assert.AreEqual(url, page.Document.QuerySelector("img")!.GetAttribute("src"));
        Assert.DoesNotContain(DiagnosticCodes.AssetNotPublished, page.Codes);
    }
}
