namespace DownPage.StandAlone.Tests.Css;

[TestClass]
public sealed class SelectorListTests
{
    [TestMethod]
    [DataRow(".a, .no { x: y }", ".a { x: y }")]
    [DataRow(".no, .a { x: y }", ".a { x: y }")]
    [DataRow(".no,\n.a,\n.no > b,\nb { x: y }", ".a,\nb { x: y }")]
    [DataRow(".a /* , */ , .no { x: y }", ".a { x: y }")]
    [DataRow(":is(.a, .no), .no { x: y }", ":is(.a, .no) { x: y }")]
    [DataRow("[title='a, b'], .a { x: y }", ".a { x: y }")]
    public void List_SomeMatchNothing_OnlyTheOthersAreWritten(string css, string expected)
    {
        var page = new StyledPage("<i class=a><b>x</b></i>");

        var written = page.WriteOne(css);

        Assert.AreEqual(expected, written);
    }

    [TestMethod]
    [DataRow(".no::-moz-focus-inner, .a { x: y }")]
    [DataRow(".a, .no:-webkit-autofill { x: y }")]
    [DataRow(".a, .no:brand-new { x: y }")]
    [DataRow(".a, .no:not(:brand-new) { x: y }")]
    [DataRow(".a, .no || td { x: y }")]
    public void List_HasASelectorThatSomeBrowsersDoNotKnow_TheSelectorStays(string css)
    {
        var page = new StyledPage("<i class=a></i>");

        var written = page.WriteOne(css);

        Assert.AreEqual(css, written);
    }

    [TestMethod]
    public void List_OnlyASelectorThatSomeBrowsersDoNotKnowIsLeft_TheRuleGoes()
    {
        var page = new StyledPage("<i class=a></i>");

        var written = page.WriteOne(".no, .no::-moz-focus-inner { x: y }");

        Assert.AreEqual("", written);
    }

    [TestMethod]
    public void List_NestedRulesTakeItsWeight_StaysWhole()
    {
        var page = new StyledPage("<i class=a><b>x</b></i>");

        var written = page.WriteOne("#no, .a { x: y; b { x: z } }");

        Assert.AreEqual("#no, .a { x: y; b { x: z } }", written);
    }
}
