using DownPage.RenderProtocol;

namespace DownPage.StandAlone.Tests.Inlining;

[TestClass]
public sealed class StyleLinksTests
{
    [TestMethod]
    public void Finish_StylesheetOfTheSite_IsAStyleElementInItsPlace()
    {
        using var page = new SitePage().With("a.css", "p{color:red}").With("b.css", "p{color:blue}")
            .Finish("<link rel=\"stylesheet\" href=\"/a.css\" media=\"print\"><link rel=\"stylesheet\" href=\"/b.css?v=1\">", "<p>Down");

        var styles = page.Document.QuerySelectorAll("style");
        Assert.HasCount(2, styles);
        Assert.AreEqual("p{color:red}", styles[0].TextContent);
        Assert.AreEqual("print", styles[0].GetAttribute("media"));
        Assert.AreEqual("p{color:blue}", styles[1].TextContent);
        Assert.IsNull(page.Document.QuerySelector("link[rel=stylesheet]"));
    }

    [TestMethod]
    public void Finish_UrlInAStylesheet_StartsFromTheStylesheet()
    {
        using var page = new SitePage().With("css/a.css", "p{background:url(../img/a.png)}").WithPng("img/a.png")
            .Finish("<link rel=\"stylesheet\" href=\"/css/a.css\">", "<p>Down");

        Assert.Contains("url(data:image/png;base64,", page.Document.QuerySelector("style")!.TextContent.Replace("\"", ""));
    }

    [TestMethod]
    public void Finish_UrlOfARuleThatIsTrimmed_IsNotLookedFor()
    {
        using var page = new SitePage().With("a.css", "p{color:red}.none{background:url(none.png)}")
            .Finish("<link rel=\"stylesheet\" href=\"/a.css\">", "<p>Down");

        Assert.IsEmpty(page.Codes.Where(code => code == DiagnosticCodes.AssetNotPublished));
    }

    [TestMethod]
    [DataRow("<link rel=\"stylesheet\" href=\"/a.css\" disabled>")]
    [DataRow("<link rel=\"alternate stylesheet\" href=\"/a.css\" title=\"large\">")]
    [DataRow("<link rel=\"stylesheet\" href=\"/a.css\" type=\"text/less\">")]
    public void Finish_StylesheetThatDoesNotApply_Goes(string link)
    {
        using var page = new SitePage().With("a.css", "p{color:red}").Finish(link, "<p>Down");

        Assert.DoesNotContain("color:red", page.Html);
        Assert.DoesNotContain("stylesheet", page.Html);
    }

    [TestMethod]
    [DataRow("<svg><style>.none{color:red}</style><g></g></svg>", "style + g")]
    [DataRow("<link rel=stylesheet href=/a.css><p>Down</p>", "style + p")]
    public void Finish_SheetAmongElementsHasNothingLeft_TheyHaveTheirPlaces(string body, string selector)
    {
        using var page = new SitePage().With("a.css", ".none{color:red}").FinishBody(body);

        Assert.IsNotNull(page.Document.QuerySelector(selector));
    }

    [TestMethod]
    public void Finish_FirstOfSheetsWithTitlesHasNothingLeft_StaysTheFirst()
    {
        using var page = new SitePage().Finish("<style title=a>.none{color:red}</style><style title=b>p{color:red}</style>", "<p>Down");

        string?[] titles = [.. page.Document.QuerySelectorAll("style").Select(style => style.GetAttribute("title"))];
        CollectionAssert.AreEqual(new[] { "a", "b" }, titles);
    }

    [TestMethod]
    [DataRow("<style title=a>p{x:y}</style><link rel=\"alternate stylesheet\" title=a href=/a.css>", true)]
    [DataRow("<link rel=stylesheet title=a href=/b.css><link rel=\"alternate stylesheet\" title=a href=/a.css>", true)]
    [DataRow("<style title=b>p{x:y}</style><link rel=\"alternate stylesheet\" title=a href=/a.css>", false)]
    [DataRow("<link rel=\"alternate stylesheet\" title=a href=/a.css>", false)]
    public void Finish_AlternativeOfATitle_IsThereIfItIsCalledAsTheFirst(string head, bool isApplied)
    {
        using var page = new SitePage().With("a.css", "p{color:red}").With("b.css", "p{x:y}").Finish(head, "<p>Down");

        Assert.AreEqual(isApplied, page.Html.Contains("color:red", StringComparison.Ordinal));
    }

    [TestMethod]
    [DataRow("<![CDATA[@property --a{syntax:'<color>'}g{x:var(--a)}]]>", "@property --a{syntax:'<color>'}g{x:var(--a)}")]
    [DataRow("g{x:y}@property --a{syntax:'<color>'}g{x:var(--a)}", "g{x:y}", DisplayName = "an element ends the sheet")]
    public void Finish_StyleOfADrawing_IsWhatBrowsersReadOfIt(string css, string expected)
    {
        using var page = new SitePage().FinishBody($"<svg><style>{css}</style><g></g></svg>");

        var style = page.Document.QuerySelector("svg > style")!;
        Assert.AreEqual(expected, style.TextContent);
        Assert.AreEqual(0, style.ChildElementCount);
    }

    [TestMethod]
    [DataRow("", true)]
    [DataRow("TEXT/CSS", true)]
    [DataRow("text/css ", false, DisplayName = "a space behind it")]
    [DataRow(" text/css", false, DisplayName = "a space before it")]
    [DataRow("text/css;charset=utf-8", false)]
    [DataRow("text/less", false)]
    public void Finish_StyleOfAType_IsTrimmedIfBrowsersApplyIt(string type, bool isApplied)
    {
        using var page = new SitePage().Finish($"<style type=\"{type}\">.none{{color:red}}</style>", "<p>Down");

        Assert.AreEqual(!isApplied, page.Html.Contains("color:red", StringComparison.Ordinal));
    }

    [TestMethod]
    [DataRow("text/css ")]
    [DataRow("text/css;charset=utf-8")]
    public void Finish_LinkOfAType_IsReadAsAMediaType(string type)
    {
        using var page = new SitePage().With("a.css", "p{color:red}")
            .Finish($"<link rel=\"stylesheet\" href=\"/a.css\" type=\"{type}\">", "<p>Down");

        Assert.Contains("color:red", page.Html);
    }

    [TestMethod]
    [DataRow("<link rel=\"stylesheet\" media=\"print\" onload=\"this.media='all'\" href=\"/a.css\">")]
    [DataRow("<link rel=\"preload\" as=\"style\" onload=\"this.onload=null;this.rel='stylesheet'\" href=\"/a.css\">")]
    public void Finish_StylesheetThatAScriptCompletes_IsComplete(string link)
    {
        using var page = new SitePage().With("a.css", "p{color:red}").Finish(link, "<p>Down");

        var style = page.Document.QuerySelector("style")!;
        Assert.AreEqual("p{color:red}", style.TextContent);
        Assert.IsNull(style.GetAttribute("media"));
    }

    [TestMethod]
    public void Finish_StylesheetOfAnotherHost_StaysAndIsReported()
    {
        using var page = new SitePage().Finish("<link rel=\"stylesheet\" href=\"https://cdn.example/a.css\">", "<p>Down");

        Assert.AreEqual("https://cdn.example/a.css", page.Document.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href"));
        Assert.ContainsSingle(code => code == DiagnosticCodes.OutsideAsset, page.Codes);
    }

    [TestMethod]
    public void Finish_StylesheetThatIsNotPublished_GoesAndIsReported()
    {
        using var page = new SitePage().Finish("<link rel=\"stylesheet\" href=\"/none.css\">", "<p>Down");

        Assert.IsNull(page.Document.QuerySelector("link[rel=stylesheet]"));
        Assert.ContainsSingle(code => code == DiagnosticCodes.AssetNotPublished, page.Codes);
    }

    [TestMethod]
    public void Finish_IntegrityThatHolds_IsDropped()
    {
        using var page = new SitePage().With("a.css", "p{}p{color:red}").Finish(
            "<link rel=\"stylesheet\" href=\"/a.css\" integrity=\"sha256-wrong sha384-"
                + Convert.ToBase64String(System.Security.Cryptography.SHA384.HashData("p{}p{color:red}"u8)) + "\">",
            "<p>Down");

        Assert.Contains("color:red", page.Html);
        Assert.DoesNotContain("integrity", page.Html);
    }

    [TestMethod]
    public void Finish_IntegrityOfAnotherFile_RefusesTheFileAsABrowserWould()
    {
        using var page = new SitePage().With("a.css", "p{color:red}").Finish(
            "<link rel=\"stylesheet\" href=\"/a.css\" integrity=\"sha256-AAAA\">", "<p>Down");

        Assert.DoesNotContain("color:red", page.Html);
        Assert.ContainsSingle(code => code == DiagnosticCodes.IntegrityMismatch, page.Codes);
    }

    [TestMethod]
    public void Finish_LargeStylesheet_IsBesideThePage()
    {
        using var page = new SitePage().With("a.css", "p{color:red}");
        page.Options.InlineLimit = 5;

        page.Finish("<link rel=\"stylesheet\" href=\"/a.css\" media=\"screen\">", "<p>Down");

        var link = page.Document.QuerySelector("link[rel=stylesheet]")!;
        Assert.AreEqual("/_downpage/" + page.Finished.Assets[0].Path, link.GetAttribute("href"));
        Assert.AreEqual("screen", link.GetAttribute("media"));
        Assert.AreEqual("text/css", page.Finished.Assets[0].MediaType);
    }

    [TestMethod]
    public void Finish_StylesheetWithFilesInIt_IsMeasuredWithoutThem()
    {
        using var page = new SitePage().With("a.css", "p{background:url(a.png)}").WithPng("a.png");
        page.Options.InlineLimit = 80;

        page.Finish("<link rel=\"stylesheet\" href=\"/a.css\">", "<p>Down");

        Assert.Contains("data:image/png", page.Document.QuerySelector("style")!.TextContent);
        Assert.IsEmpty(page.Finished.Assets);
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void Finish_StylesheetWithALicence_KeepsIt(bool minify)
    {
        using var page = new SitePage().With("a.css", "/*! by Ann */.none{color:red}\np{color:red}").With("b.css", "/*! by Bob */.none{}");
        page.Options.Minify = minify;

        page.Finish("<link rel=\"stylesheet\" href=\"/a.css\"><link rel=\"stylesheet\" href=\"/b.css\">", "<p>Down");

        var style = Assert.ContainsSingle(page.Document.QuerySelectorAll("style"));
        Assert.AreEqual("/*! by Ann */p{color:red}", style.TextContent);
    }

    [TestMethod]
    [DataRow(".//a.css")]
    [DataRow("a.css?again")]
    [DataRow("../css/a.css")]
    [Timeout(30_000)]
    public void Finish_StylesheetThatImportsItself_IsThereOnce(string address)
    {
        using var page = new SitePage().With("css/a.css", $"@import '{address}';p{{color:red}}")
            .Finish("<link rel=\"stylesheet\" href=\"/css/a.css\">", "<p>Down");

        Assert.AreEqual("p{color:red}", page.Document.QuerySelector("style")!.TextContent.Trim());
    }

    [TestMethod]
    [Timeout(60_000)]
    public void Finish_StylesheetsThatMultiply_AreStopped()
    {
        using var page = new SitePage();
        for (var level = 0; level < 24; level++)
        {
            page.With($"d{level}.css", $"@import 'e{level}.css';@import 'f{level}.css';p{{color:red}}");
            page.With($"e{level}.css", $"@import 'd{level + 1}.css';").With($"f{level}.css", $"@import 'd{level + 1}.css';");
        }

        page.With("d24.css", "p{color:blue}").Finish("<link rel=\"stylesheet\" href=\"/d0.css\">", "<p>Down");

        Assert.Contains("color:red", page.Html);
    }

    [TestMethod]
    [Timeout(60_000)]
    public void Finish_SelectorOfManySteps_EndsInTime()
    {
        var steps = string.Concat(Enumerable.Repeat(":is(:is(.z,.b),.c,.d) ", 120));

        using var page = new SitePage().Finish(
            $"<style>{steps}{{color:red}}</style>", string.Concat(Enumerable.Repeat("<div class='a b'>", 50)));

        Assert.Contains("color:red", page.Html);
    }

    [TestMethod]
    public void Finish_StyleAttribute_HasItsImageInThePage()
    {
        using var page = new SitePage().WithPng("a.png").FinishBody("<p style=\"background:url('/a.png')\">Down");

        Assert.Contains("data:image/png;base64,", page.Document.QuerySelector("p")!.GetAttribute("style")!);
    }

    [TestMethod]
    public void Finish_DeclarationsThatImport_HaveTheImportedRules()
    {
        using var page = new SitePage().With("css/a.css", "@import \"b.css\" print;").With("css/b.css", "p{color:red}")
            .Finish("<link rel=\"stylesheet\" href=\"/css/a.css\">", "<p>Down");

        Assert.AreEqual("@media print{p{color:red}}", page.Document.QuerySelector("style")!.TextContent.Replace("\n", "").Replace(" {", "{"));
    }
}
