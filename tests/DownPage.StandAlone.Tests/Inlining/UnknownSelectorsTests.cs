namespace DownPage.StandAlone.Tests.Inlining;

/// <summary>
/// A selector that a browser does not know makes it pass over the whole rule: were it taken out of its list, the rule would
/// begin to apply.
/// </summary>
[TestClass]
public sealed class UnknownSelectorsTests
{
    [TestMethod]
    [DataRow("svg|none", DisplayName = "a namespace that is not declared")]
    [DataRow("[type=none s]")]
    [DataRow(".none:nth-child( )")]
    [DataRow(".none:nth-child(2n of .x)")]
    [DataRow(".none:not(:nth-child())")]
    [DataRow(".none:not(svg|a)")]
    [DataRow(".none:hover()")]
    [DataRow(".none:dir(up)")]
    [DataRow(".none:lang()")]
    [DataRow(".none::before:hover::after")]
    [DataRow(".none::before(x)")]
    [DataRow(".none::slotted")]
    [DataRow(".none:has(:has(a))")]
    [DataRow(".none:unheard-of")]
    [DataRow(".none:is(:unheard-of)")]
    [DataRow(".none::-moz-focus-inner")]
    public void Finish_ListWithASelectorThatSomeDoNotKnow_StaysWhole(string selector)
    {
        using var page = new SitePage().Finish($"<style>p,{selector}{{color:red}}</style>", "<p>Down");

        Assert.AreEqual($"p,{selector}{{color:red}}", page.Document.QuerySelector("style")!.TextContent);
    }

    [TestMethod]
    [DataRow(".none")]
    [DataRow("none > a + b ~ [c=d i]")]
    [DataRow(".none:nth-child(2n + 1)")]
    [DataRow(".none:not(.x, :hover)")]
    [DataRow(".none::before")]
    [DataRow(".none:focus-visible::placeholder")]
    [DataRow(".none:lang(de)")]
    public void Finish_ListWithASelectorThatAllKnow_IsShorter(string selector)
    {
        using var page = new SitePage().Finish($"<style>p,{selector}{{color:red}}</style>", "<p>Down");

        Assert.AreEqual("p{color:red}", page.Document.QuerySelector("style")!.TextContent);
    }

    [TestMethod]
    [DataRow("html:first-child")]
    [DataRow("html:last-of-type")]
    [DataRow(":only-child > body")]
    [DataRow("html:nth-child(1) p")]
    [DataRow("html:nth-last-of-type(odd)")]
    public void Finish_SelectorOfTheRootAsAChild_Stays(string selector)
    {
        using var page = new SitePage().Finish($"<style>{selector}{{color:red}}</style>", "<p>Down");

        Assert.AreEqual($"{selector}{{color:red}}", page.Document.QuerySelector("style")!.TextContent);
    }
}
