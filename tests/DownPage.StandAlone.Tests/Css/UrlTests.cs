using DownPage.StandAlone.Css;

namespace DownPage.StandAlone.Tests.Css;

[TestClass]
public sealed class UrlTests
{
    [TestMethod]
    [DataRow("p { b: url(a.png) }", "p { b: url(base!a.png) }")]
    [DataRow("p { b: url( a.png ) no-repeat }", "p { b: url(base!a.png) no-repeat }")]
    [DataRow("p { b: url(\"a.png\") }", "p { b: url(\"base!a.png\") }")]
    [DataRow("p { b: url('a \\\"b.png') }", "p { b: url(\"base!a \\\"b.png\") }")]
    [DataRow("p { b: url(a\\ b.png) }", "p { b: url(\"base!a b.png\") }")]
    [DataRow("p { b: src('a.png') }", "p { b: src(\"base!a.png\") }")]
    [DataRow("p { b: image-set('a.png' 1x, url(b.png) 2x) }", "p { b: image-set(\"base!a.png\" 1x, url(base!b.png) 2x) }")]
    [DataRow("p { b: image-set('a.png' type('image/png')) }", "p { b: image-set(\"base!a.png\" type('image/png')) }")]
    [DataRow("p { b: -webkit-image-set(url(a.png) 1x) }", "p { b: -webkit-image-set(url(base!a.png) 1x) }")]
    [DataRow("p { c: var(--b); --b: url(a.png) }", "p { c: var(--b); --b: url(base!a.png) }")]
    [DataRow("p { cursor: url(a.cur) 2 2, auto }", "p { cursor: url(base!a.cur) 2 2, auto }")]
    [DataRow("p { filter: url(#f) }", "p { filter: url(#f) }")]
    [DataRow("p { b: url(data:image/png;base64,AAAA) }", "p { b: url(data:image/png;base64,AAAA) }")]
    [DataRow("p { b: url() }", "p { b: url() }")]
    [DataRow("p { content: 'url(a.png)' /* url(b.png) */ }", "p { content: 'url(a.png)' /* url(b.png) */ }")]
    [DataRow("p { b: URL(a.png) }", "p { b: url(base!a.png) }")]
    [DataRow("@unheard-of { b: url(a.png) }", "@unheard-of { b: url(base!a.png) }")]
    [DataRow("@namespace url(http://www.w3.org/1999/xhtml);", "@namespace url(http://www.w3.org/1999/xhtml);")]
    public void Address_OfTextThatStays_IsResolved(string css, string expected)
    {
        var written = new StyledPage("<p>x</p>").WriteOne(css);

        Assert.AreEqual(expected, written);
    }

    [TestMethod]
    public void Address_OfTextThatGoes_IsNotAskedFor()
    {
        var page = new StyledPage("<p>x</p>");

        page.WriteOne(".no { b: url(a.png) } p { --unused: url(b.png) } @font-face { font-family: F; src: url(c.woff2) }");

        Assert.IsEmpty(page.Resources.Resolved);
    }

    [TestMethod]
    public void Address_OfAFont_IsResolvedAsOne()
    {
        var page = new StyledPage("<p>x</p>");

        page.WriteOne("@font-face { font-family: F; src: url(c.woff2) } p { font: 1em F; b: url(a.png) }");

        CollectionAssert.AreEqual(new[] { ("c.woff2", CssUrlKind.Font), ("a.png", CssUrlKind.Image) }, page.Resources.Resolved);
    }

    [TestMethod]
    public void Attribute_HasAddresses_OnlyTheyChange()
    {
        var styles = new StyledPage("").Styles();

        var written = styles.WriteAttribute("color:red;;b : url('a.png');--x:url(b.png)", "base");

        Assert.AreEqual("color:red;;b : url(\"base!a.png\");--x:url(base!b.png)", written);
    }
}
