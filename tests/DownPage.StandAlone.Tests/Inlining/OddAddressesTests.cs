using DownPage.RenderProtocol;

namespace DownPage.StandAlone.Tests.Inlining;

/// <summary>Addresses that browsers read in their own way.</summary>
[TestClass]
public sealed class OddAddressesTests
{
    private const string Red = "p { color: red }";

    [TestMethod]
    [DataRow("x.\ncss")]
    [DataRow(" \t/x.css\n")]
    [DataRow("\\x.css")]
    [DataRow("../../x.css")]
    [DataRow("//SHOP.example:443/x.css?v=1#y")]
    [DataRow("/css/%2e%2e/x.css")]
    public void Link_AddressIsOdd_SheetIsFound(string href)
    {
        using var page = new SitePage().With("x.css", Red);

        page.Finish($"<link rel=stylesheet href=\"{href}\">", "<p>x</p>");

        StringAssert.Contains(page.Html, Red);
    }

    [TestMethod]
    [DataRow("<base href=\"data:,x\">")]
    [DataRow("<svg><base href=\"/no/\"/></svg>")]
    [DataRow("<base target=_blank>")]
    public void Link_BaseIsNone_SheetIsFoundAtThePage(string other)
    {
        using var page = new SitePage().With("x.css", Red);

        page.FinishBody($"{other}<link rel=stylesheet href=x.css><p>x</p>");

        StringAssert.Contains(page.Html, Red);
    }

    [TestMethod]
    [DataRow("<link rel=stylesheet href=x.css><base href=/sub/>", "red")]
    [DataRow("<base href=/sub/><link rel=stylesheet href=x.css>", "blue")]
    [DataRow("<style>@import 'x.css';</style><base href=/sub/>", "red")]
    [DataRow("<base href=data:,><base href=/sub/><link rel=stylesheet href=x.css>", "red", DisplayName = "the first base counts")]
    public void Link_BeforeOrAfterABase_StartsFromWhatBrowsersKnowThen(string head, string expected)
    {
        using var page = new SitePage().With("x.css", Red).With("sub/x.css", "p { color: blue }");

        page.Finish(head, "<p>x</p>");

        Assert.AreEqual($"p {{ color: {expected} }}", page.Document.QuerySelector("style")!.TextContent.Trim());
    }

    [TestMethod]
    public void Link_AddressHasAPassword_IsReportedWithoutIt()
    {
        using var page = new SitePage();

        page.Finish("<link rel=stylesheet href=https://ann:secret@cdn.example/x.css>", "<img src=https://ann:secret@img.example/x.png>");

        string[] messages = [.. page.Finished.Diagnostics
            .Where(diagnostic => diagnostic.Code == DiagnosticCodes.OutsideAsset).Select(diagnostic => diagnostic.Message)];
        Assert.HasCount(2, messages);
        foreach (var message in messages)
        {
            Assert.DoesNotContain("secret", message);
            Assert.Contains("https://ann:…@", message);
        }
    }

    [TestMethod]
    [DataRow("data:text/plain,p{color:red}")]
    [DataRow("data:,p{color:red}")]
    public void Link_DataThatIsNoStyleSheet_Goes(string href)
    {
        using var page = new SitePage();

        page.Finish($"<link rel=stylesheet href=\"{href}\">", "<p>x</p>");

        Assert.DoesNotContain("red", page.Html);
    }

    [TestMethod]
    public void Import_DataStyleSheet_IsPutIn()
    {
        using var page = new SitePage();

        page.Finish("<style>@import \"data:text/css,p%7Bcolor:red%7D\"; p { margin: 0 }</style>", "<p>x</p>");

        StringAssert.Contains(page.Html, "p{color:red} p { margin: 0 }");
    }
}
