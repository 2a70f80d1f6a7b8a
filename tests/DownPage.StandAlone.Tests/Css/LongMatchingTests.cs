namespace DownPage.StandAlone.Tests.Css;

/// <summary>Pages and sheets whose matching would take minutes: they are judged by names.</summary>
[TestClass]
public sealed class LongMatchingTests
{
    [TestMethod]
    [Timeout(20_000)]
    public void Selector_ManyDescendantsInANestOfOneClass_StaysByItsNames()
    {
        var page = new StyledPage($"<b class=z></b>{Repeat("<div class=a>", 35)}x");
        var css = $".z{Repeat(" .a", 12)} {{ x: y }}";

        var written = page.WriteOne(css);

        Assert.AreEqual(css, written);
    }

    [TestMethod]
    [Timeout(20_000)]
    public void Selector_ManyDescendantsAndAMissingName_Goes()
    {
        var page = new StyledPage(Repeat("<div class=a>", 35));

        var written = page.WriteOne($".no{Repeat(" .a", 12)} {{ x: y }}");

        Assert.AreEqual("", written);
    }

    [TestMethod]
    [Timeout(20_000)]
    public void Selector_NestedRulesAddTheirDescendants_StaysByItsNames()
    {
        var page = new StyledPage($"{Repeat("<div class=a>", 35)}<b class=z></b>");
        var css = $"{Repeat(".a { ", 12)}.z > .z {{ x: y }}{Repeat(" }", 12)}";

        var written = page.WriteOne(css);

        Assert.AreEqual(css, written);
    }

    [TestMethod]
    [Timeout(20_000)]
    [DataRow("b ~ p ~ p ~ p ~ p { x: y }")]
    [DataRow("p:nth-child(99999) b { x: y }")]
    public void Selector_ThousandsOfSiblings_StaysByItsNames(string css)
    {
        var page = new StyledPage($"{Repeat("<p>x</p>", 20_000)}<b>x</b>");

        var written = page.WriteOne(css);

        Assert.AreEqual(css, written);
    }

    [TestMethod]
    [Timeout(20_000)]
    public void Selector_HundredsOfLevels_StaysByItsNames()
    {
        var page = new StyledPage($"<b class=z></b>{Repeat("<div class=a>", 400)}x");

        var written = page.WriteOne(".z .a .a .a .a { x: y }");

        Assert.AreEqual(".z .a .a .a .a { x: y }", written);
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
