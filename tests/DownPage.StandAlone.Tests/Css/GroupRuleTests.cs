namespace DownPage.StandAlone.Tests.Css;

[TestClass]
public sealed class GroupRuleTests
{
    private const string Body = "<div class=a><p class=b>x</p></div>";

    [TestMethod]
    [DataRow("@media print { .a { x: y } }")]
    [DataRow("@media (prefers-color-scheme: dark) { .a { x: y } }")]
    [DataRow("@supports not (display: grid) { .a { x: y } }")]
    [DataRow("@container side (width > 1px) { .a { x: y } }")]
    [DataRow("@starting-style { .a { x: y } }")]
    [DataRow("@layer { .a { x: y } }")]
    [DataRow("@layer base { .a { x: y } }")]
    [DataRow("@scope (.a) to (.b) { p { x: y } }")]
    [DataRow("@scope (.a) { :scope { x: y } & > p { x: y } > p { x: y } }")]
    [DataRow("@scope { .b { x: y } }")]
    [DataRow("@-moz-document url-prefix() { .a { x: y } }")]
    [DataRow("@page :first { margin: 1in; @top-left { content: 'x' } }")]
    [DataRow("@view-transition { navigation: auto }")]
    [DataRow("@unheard-of thing { .no { x: y } }")]
    [DataRow("@unheard-of thing;")]
    [DataRow("@namespace svg url(http://www.w3.org/2000/svg);")]
    public void Rule_HasSomethingLeft_IsKept(string css)
    {
        var page = new StyledPage(Body);

        var written = page.WriteOne(css);

        Assert.AreEqual(css, written);
    }

    [TestMethod]
    [DataRow("@media print { .no { x: y } }")]
    [DataRow("@media print { @supports (x: y) { .no { x: y } } }")]
    [DataRow("@media not all { .a { x: y } }")]
    [DataRow("@supports (x: y) {}")]
    [DataRow("@container (width > 1px) { .no { x: y } }")]
    [DataRow("@starting-style { .no { x: y } }")]
    [DataRow("@layer base { .no { x: y } }")]
    [DataRow("@layer base, theme;")]
    [DataRow("@scope (.no) { p { x: y } }")]
    [DataRow("@scope (.a) { .no { x: y } }")]
    [DataRow("@charset \"utf-8\";")]
    [DataRow(".a { }")]
    [DataRow(".a { /* nothing */ }")]
    public void Rule_HasNothingLeft_Goes(string css)
    {
        var page = new StyledPage(Body);

        var written = page.WriteOne(css);

        Assert.AreEqual("", written);
    }

    [TestMethod]
    public void Rules_SomeGo_TheWhiteSpaceBeforeThemGoesToo()
    {
        var page = new StyledPage(Body);

        var written = page.WriteOne("""
            /* first */
            .a { x: y }

            /* gone */
            .no { x: y }

            @media print {
              .no { x: y }
              .b  {  x:y  }
            }
            """);

        Assert.AreEqual("""
            /* first */
            .a { x: y }

            @media print {
              .b  {  x:y  }
            }
            """, written);
    }

    [TestMethod]
    public void Rules_NothingIsTrimmed_StayAsTheyAre()
    {
        const string Css = "/* c */ .no,.a{x:y;z:w}\n@media print{ .no{} }\n@keyframes k{from{x:y}}  .b{ --unused:1 }";
        var page = new StyledPage(Body) { Trim = false };

        var written = page.WriteOne(Css);

        Assert.AreEqual(Css, written);
    }
}
