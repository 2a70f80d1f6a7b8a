namespace DownPage.StandAlone.Tests.Css;

[TestClass]
public sealed class FontTests
{
    [TestMethod]
    [DataRow("p { font-family: Open Sans }", "\"Open Sans\"", true)]
    [DataRow("p { font-family: 'open sans', serif }", "Open  Sans", true)]
    [DataRow("p { font: bold 1em/1 Inter }", "Inter", true)]
    [DataRow("p { font-family: var(--f) } i { --f: Inter }", "inter", true)]
    [DataRow("i { --f: Inter }", "Inter", false)]
    [DataRow("p { font-family: Open }", "Open Sans", false)]
    [DataRow(".no { font-family: Inter }", "Inter", false)]
    public void Font_IsOrIsNotUsed_StaysOrGoes(string css, string family, bool isKept)
    {
        var page = new StyledPage("<p>x<i>y</i></p>") { Resources = new FakeResources() };

        var written = page.WriteOne($"@font-face {{ font-family: {family}; src: local(x) }}" + css);

        Assert.AreEqual(isKept, written.Contains("@font-face", StringComparison.Ordinal));
    }

    [TestMethod]
    [DataRow("U+0400-045F, U+0490", "abc", false)]
    [DataRow("U+0400-045F, U+0490", "Привет", true)]
    [DataRow("u+4??", "Привет", true)]
    [DataRow("U+0-7F", "Привет", true)]
    [DataRow("U+1F600", "a 😀", true)]
    [DataRow("U+1F600", "a", false)]
    [DataRow("U+C9", "é", true)]
    [DataRow("U+E9", "e\u0301", true)]
    [DataRow("U+2192", "<p title='→'>", true)]
    public void Font_IsForSomeCharacters_StaysIfThePageHasOne(string ranges, string body, bool isKept)
    {
        var written = new StyledPage(body).WriteOne(
            $"@font-face {{ font-family: F; src: local(x); unicode-range: {ranges} }} body {{ font-family: F }}");

        Assert.AreEqual(isKept, written.Contains("@font-face", StringComparison.Ordinal));
    }

    [TestMethod]
    public void Font_CharacterIsInAString_Stays()
    {
        const string Css = "@font-face { font-family: Icons; src: local(x); unicode-range: U+F101 } p::before { font-family: Icons; content: '\\f101' }";

        Assert.AreEqual(Css, new StyledPage("<p>x</p>").WriteOne(Css));
    }

    [TestMethod]
    [DataRow("src: url(a.eot); src: url(a.eot?#iefix) format('embedded-opentype'), url(a.woff2) format('woff2'), url(a.woff) format('woff'), url(a.svg#a) format('svg')",
        "src: url(base!a.woff2) format('woff2')")]
    [DataRow("src: local('A'), local(B), url(a.woff) format(woff), url(a.ttf) format('truetype')", "src: local('A'), local(B), url(base!a.woff) format(woff)")]
    [DataRow("src: url(a.woff2), url(a.ttf)", "src: url(base!a.woff2)")]
    [DataRow("src: url(a.ttf?v=1#x), url(a.woff2)", "src: url(base!a.ttf?v=1#x)")]
    [DataRow("src: url(a) , url(b.woff2), url(c.woff)", "src: url(base!a), url(base!b.woff2)")]
    [DataRow("src: url(a.ttf) format('truetype') tech(color-COLRv1), url(b.ttf) format('truetype'), url(c.woff)",
        "src: url(base!a.ttf) format('truetype') tech(color-COLRv1), url(base!b.ttf) format('truetype')")]
    [DataRow("src: url(data:font/woff2;base64,AA), url(a.woff)", "src: url(data:font/woff2;base64,AA)")]
    [DataRow("src: url(data:application/vnd.ms-fontobject;base64,AA), url(a.woff)", "src: url(base!a.woff)")]
    [DataRow("src: url(a.eot)", "src: url(base!a.eot)")]
    [DataRow("src: url(a.woff2) format('woff2-variations')", "src: url(base!a.woff2) format('woff2-variations')")]
    public void Font_HasSeveralFiles_TheFirstOfTodayStays(string sources, string expected)
    {
        var written = new StyledPage("<p>x</p>").WriteOne("@font-face { font-family: F; " + sources + " } p { font-family: F }");

        Assert.AreEqual("@font-face { font-family: F; " + expected + " } p { font-family: F }", written);
    }

    [TestMethod]
    public void Font_IsNamedByAPresentationAttribute_Stays()
    {
        const string Css = "@font-face { font-family: F; src: local(x) }";

        Assert.AreEqual(Css, new StyledPage("<svg><text font-family='F'>x</text></svg>").WriteOne(Css));
    }
}
