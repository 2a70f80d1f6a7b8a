using DownPage.StandAlone.Markup;

namespace DownPage.StandAlone.Tests.Markup;

[TestClass]
public sealed class PageParserTests
{
    private const string Pixel = "<noscript class=a>\n <IMG src=https://count.example/x></noscript>";

    [TestMethod]
    public void Image_InTheHeadsNoscript_DoesNotStartTheBody()
    {
        var document = PageParser.Parse($"<!doctype html><head>{Pixel}<title>x</title><style>a{{}}</style></head><body><p>y");

        Assert.AreEqual("", document.QuerySelector("head > noscript.a")!.InnerHtml.Trim());
        Assert.IsNotNull(document.QuerySelector("head > noscript + title + style"));
        Assert.AreEqual("<p>y</p>", document.Body!.InnerHtml);
    }

    [TestMethod]
    public void Element_BehindIt_IsWhereItWas()
    {
        const string Markup = $"<!doctype html><head>{Pixel}</head><body>\n<p>y";

        var paragraph = PageParser.Parse(Markup).QuerySelector("p")!;

        Assert.AreEqual(Markup.IndexOf("<p>", StringComparison.Ordinal), paragraph.SourceReference!.Position.Index);
    }

    [TestMethod]
    [DataRow("<noscript><link rel=stylesheet href=a.css><style>a{}</style></noscript>", "noscript > link + style")]
    [DataRow("</head><body><noscript><p>No scripts</p><img src=x></noscript>", "body > noscript > p + img")]
    [DataRow("<NOSCRIPT><meta http-equiv=refresh content=5></NOSCRIPT>", "head > noscript > meta")]
    public void Noscript_InItsPlace_HasItsElements(string markup, string selector)
    {
        Assert.IsNotNull(PageParser.Parse("<!doctype html><head>" + markup).QuerySelector(selector));
    }
}
