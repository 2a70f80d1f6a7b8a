using DownPage.StandAlone.Checks;

namespace DownPage.StandAlone.Tests.Checks;

[TestClass]
public sealed class CssUrlsTests
{
    [TestMethod]
    [DataRow("a { background: url(/a.png), URL( '/b.png' ) , url(\"/c(1).png\") }", "/a.png|/b.png|/c(1).png")]
    [DataRow("@import '/a.css' layer(x); @import url(/b.css) print;", "/a.css|/b.css")]
    [DataRow("@import url(data:text/css,@import%20url%28%22/a.css%22%29%3B);", "data:text/css,@import%20url%28%22/a.css%22%29%3B|/a.css")]
    [DataRow("@namespace svg url(http://www.w3.org/2000/svg); @charset 'x';", "")]
    [DataRow("/* url(/a.png) */ a { b: url(/b.png) /* ' */ } c { d: url(/d.png) }", "/b.png|/d.png")]
    [DataRow("a { content: 'url(/a.png)' } b { content: \"\\\" url(/b.png)\" }", "")]
    [DataRow("a { background: image-set('/a.avif' type('image/avif'), url(/b.png) 2x, \"/c.png\" 1x); content: 'd' }",
        "/a.avif|/b.png|/c.png")]
    [DataRow("@font-face { src: url(/a.woff2) format('woff2'), local('A') }", "/a.woff2")]
    [DataRow("a { background: url(/a\\)\\62 .png) }", "/a)b.png")]
    [DataRow("a { background: my-url(/a.png); mask: url(#b) }", "#b")]
    [DataRow("a { background: url() } /* open", "")]
    public void Style_WithAddresses_NamesThem(string css, string expected)
    {
        Assert.AreEqual(expected, string.Join('|', CssUrls.InSheet(css)));
    }
}
