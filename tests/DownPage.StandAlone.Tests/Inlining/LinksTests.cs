namespace DownPage.StandAlone.Tests.Inlining;

[TestClass]
public sealed class LinksTests
{
    [TestMethod]
    [DataRow("help", "/help")]
    [DataRow("./help?x=1#y", "/help?x=1#y")]
    [DataRow("/help", "/help")]
    [DataRow("#main", "#main")]
    [DataRow("?page=2", "?page=2")]
    [DataRow("mailto:a@b.example", "mailto:a@b.example")]
    [DataRow("https://other.example/x", "https://other.example/x")]
    [DataRow("", "")]
    public void Finish_Link_StartsAtTheRoot(string written, string expected)
    {
        using var page = new SitePage().FinishBody($"<a href=\"{written}\">Help</a>");

        Assert.AreEqual(expected, page.Document.QuerySelector("a")!.GetAttribute("href"));
    }

    [TestMethod]
    public void Finish_LinkOfARoute_StartsAtItsAddress()
    {
        using var page = new SitePage { Path = "/shop/down" };

        page.FinishBody("<a href=\"help\">Help</a>");

        Assert.AreEqual("/shop/help", page.Document.QuerySelector("a")!.GetAttribute("href"));
    }

    [TestMethod]
    public void Finish_LinkUnderABase_StaysAsItIs()
    {
        using var page = new SitePage().Finish("<base href=\"/\">", "<a href=\"help\">Help</a>");

        Assert.AreEqual("help", page.Document.QuerySelector("a")!.GetAttribute("href"));
    }

    [TestMethod]
    [DataRow("<base href=\"data:,\"><base href=\"/shop/\">")]
    [DataRow("<base target=_blank>")]
    public void Finish_LinkUnderABaseThatSaysNothing_StartsAtTheRoot(string head)
    {
        using var page = new SitePage().Finish(head, "<a href=\"help\">Help</a>");

        Assert.AreEqual("/help", page.Document.QuerySelector("a")!.GetAttribute("href"));
    }

    [TestMethod]
    [DataRow("<link rel=\"preload\" href=\"/a.woff2\" as=\"font\">")]
    [DataRow("<link rel=\"modulepreload\" href=\"/a.js\">")]
    [DataRow("<link rel=\"preconnect\" href=\"https://cdn.example\">")]
    [DataRow("<link rel=\"dns-prefetch\" href=\"//cdn.example\">")]
    [DataRow("<link rel=\"manifest\" href=\"/site.webmanifest\">")]
    [DataRow("<link rel=\"apple-touch-icon\" href=\"/icon.png\">")]
    public void Finish_Hint_Goes(string link)
    {
        using var page = new SitePage().Finish(link, "<p>Down");

        Assert.DoesNotContain(link[5..20], page.Html);
    }

    [TestMethod]
    public void Finish_PreconnectToAHostThatIsStillAsked_Stays()
    {
        using var page = new SitePage()
            .Finish("<link rel=\"preconnect\" href=\"https://cdn.example\">", "<img src=\"https://cdn.example/a.png\">");

        Assert.IsNotNull(page.Document.QuerySelector("link[rel=preconnect]"));
    }

    [TestMethod]
    public void Finish_Icon_IsInThePage()
    {
        using var page = new SitePage().WithPng("icon.png").Finish("<link rel=\"shortcut icon\" href=\"/icon.png\">", "<p>Down");

        Assert.StartsWith("data:image/png;base64,", page.Document.QuerySelector("link[rel~=icon]")!.GetAttribute("href"));
    }

    [TestMethod]
    public void Finish_NoIcon_IsNotAskedForEither()
    {
        using var page = new SitePage().FinishBody("<p>Down");

        Assert.AreEqual("data:,", page.Document.QuerySelector("link[rel~=icon]")!.GetAttribute("href"));
    }
}
