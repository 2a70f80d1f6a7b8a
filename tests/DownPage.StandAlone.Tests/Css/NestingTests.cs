namespace DownPage.StandAlone.Tests.Css;

[TestClass]
public sealed class NestingTests
{
    private const string Body = "<div class=a><p class=b><i>x</i></p></div><p class=c></p>";

    [TestMethod]
    [DataRow(".a { .b { x: y } }")]
    [DataRow(".a { & .b { x: y } }")]
    [DataRow(".a { > .b { x: y } }")]
    [DataRow(".a { &:hover { x: y } }")]
    [DataRow(".a { + .c { x: y } }")]
    [DataRow(".c { .a + & { x: y } }")]
    [DataRow(".b { :not(&) { x: y } }")]
    [DataRow(".a { p { i { x: y } } }")]
    [DataRow(".no, .a { .b { x: y } }")]
    [DataRow(".a { @media print { x: y } }")]
    [DataRow(".a { @media print { .b { x: y } } }")]
    [DataRow(".a { @supports (display: grid) { & > .b { x: y } } }")]
    [DataRow("p { &.b { x: y } }")]
    [DataRow(".b { p& { x: y } }")]
    [DataRow(".b { &p { x: y } }")]
    [DataRow(".a { x: y; .b { x: y } z: w }")]
    [DataRow("div { p:hover { x: y } }")]
    public void Nested_CanMatch_IsKept(string css)
    {
        var page = new StyledPage(Body);

        var written = page.WriteOne(css);

        Assert.AreEqual(css, written);
    }

    [TestMethod]
    [DataRow(".a { .c { x: y } }")]
    [DataRow(".a { > i { x: y } }")]
    [DataRow(".a { &.b { x: y } }")]
    [DataRow(".c { .b + & { x: y } }")]
    [DataRow(".no { & .b { x: y } }")]
    [DataRow(".no { x: y; .b { x: y } }")]
    [DataRow(".a { @media print { .c { x: y } } }")]
    [DataRow(".a { p { b { x: y } } }")]
    [DataRow(".a { @media print { } }")]
    public void Nested_CanNeverMatch_Goes(string css)
    {
        var page = new StyledPage(Body);

        var written = page.WriteOne(css);

        Assert.AreEqual("", written);
    }

    [TestMethod]
    public void Nested_OneOfSeveralMatchesNothing_TheRestIsVerbatim()
    {
        var page = new StyledPage(Body);

        var written = page.WriteOne("""
            .a {
              color: red;
              .no { color: blue }

              .b { color: green }
              background: none
            }
            """);

        Assert.AreEqual("""
            .a {
              color: red;

              .b { color: green }
              background: none
            }
            """, written);
    }

    [TestMethod]
    public void Nested_DeeperThanAnyoneWrites_IsCopied()
    {
        var css = string.Concat(Enumerable.Repeat("& {", 5000)) + "x: y" + new string('}', 5000);
        var page = new StyledPage(Body);

        var written = page.WriteOne(".a{" + css + "}");

        Assert.AreEqual(".a{" + css + "}", written);
    }

    [TestMethod]
    public void Nested_ParentsMultiply_IsKeptInLittleTime()
    {
        var css = string.Concat(Enumerable.Repeat("&, & + & { ", 40)) + "x: y" + new string('}', 40);
        var page = new StyledPage(Body);

        var written = page.WriteOne("p { " + css + "}");

        Assert.AreEqual("p { " + css + "}", written);
    }
}
