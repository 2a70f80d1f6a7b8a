namespace DownPage.StandAlone.Tests.Inlining;

/// <summary>What the page's own sheets have for a shadow tree stays.</summary>
[TestClass]
public sealed class ShadowTreesTests
{
    [TestMethod]
    [DataRow(":root { --a: red }", "<style>p { color: var(--a) }</style><p>x</p>", ":root { --a: red }")]
    [DataRow(":root { --a: red }", "<p style='color: var(--a)'>x</p>", ":root { --a: red }")]
    [DataRow(":root { --a: red }", "<link rel=stylesheet href=/a.css><p>x</p>", ":root { --a: red }")]
    [DataRow(":root { --a: red }", "<style>p { color: red }</style><p>x</p>", null)]
    [DataRow("@font-face { font-family: F; src: local(f) }", "<style>p { font-family: F }</style><p>x</p>", "@font-face { font-family: F; src: local(f) }")]
    [DataRow("@font-face { font-family: F; src: local(f) }", "<p>x</p>", null)]
    [DataRow(
        "@font-face { font-family: F; src: local(f); unicode-range: U+2192 } b { font-family: F }",
        "<p>\u2192</p>",
        "@font-face { font-family: F; src: local(f); unicode-range: U+2192 } b { font-family: F }")]
    public void Finish_SheetOfThePage_HasWhatAShadowTreeNeeds(string css, string shadow, string? expected)
    {
        using var page = new SitePage().With("a.css", "p { color: var(--a) }");

        page.Finish($"<style>{css}</style>", $"<div><template shadowrootmode=open>{shadow}</template><b>y</b></div>");

        Assert.AreEqual(expected, page.Document.Head!.QuerySelector("style")?.TextContent);
    }

    [TestMethod]
    public void Finish_ShadowTreeHasAttributes_TheyStay()
    {
        using var page = new SitePage();

        page.FinishBody("<div><i><template shadowrootmode=closed><b><template shadowrootmode=open SHADOWROOTCLONABLE></template></b></template></i>"
            + "<template shadowrootmode=open shadowrootdelegatesfocus><p>x</p></template></div>");

        Assert.Contains("<div><template shadowrootmode=\"open\" shadowrootdelegatesfocus><p>", page.Html);
        Assert.Contains("<i><template shadowrootmode=\"closed\"><b><template shadowrootmode=\"open\" shadowrootclonable></template>", page.Html);
    }
}
