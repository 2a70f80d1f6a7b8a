using DownPage.StandAlone.Markup;

namespace DownPage.StandAlone.Tests.Markup;

[TestClass]
public sealed class RawTextTests
{
    [TestMethod]
    [DataRow("a < b")]
    [DataRow("x = '</script>'; y = '</SCRIPT >'")]
    [DataRow("x = '<!-- <script> '; y = 1")]
    [DataRow("x = '<!--'; y = '<script src=a></script>'")]
    public void Script_OfAFile_DoesNotEndItsElement(string script)
    {
        var document = Html.Parse($"<!doctype html><body><script>{RawText.ForScript(script)}</script><p id=after>x");

        Assert.AreEqual("BODY", document.GetElementById("after")!.ParentElement!.TagName);
        Assert.AreEqual(RawText.ForScript(script), document.QuerySelector("script")!.TextContent);
    }

    [TestMethod]
    public void Script_WithNothingToEscape_IsVerbatim()
    {
        Assert.AreEqual("if (a<script.length) b()", RawText.ForScript("if (a<script.length) b()"));
        Assert.AreEqual(@"x = '<\/script>'", RawText.ForScript("x = '</script>'"));
    }
}
