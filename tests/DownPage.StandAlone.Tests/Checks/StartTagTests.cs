using DownPage.StandAlone.Checks;
using DownPage.StandAlone.Tests.Markup;

namespace DownPage.StandAlone.Tests.Checks;

[TestClass]
public sealed class StartTagTests
{
    [TestMethod]
    public void Element_InAMessage_IsItsStartTag()
    {
        Assert.AreEqual("<img src=\"/a.png\" alt=\"\">", StartTag.Of(Html.Parse("<img src=/a.png alt>").QuerySelector("img")!));
    }

    [TestMethod]
    public void Element_InAMessage_IsNotLong()
    {
        var tag = StartTag.Of(Html.Parse($"<img src='data:{new string('x', 1_000)}'>").QuerySelector("img")!);

        Assert.AreEqual(100, tag.Length);
        Assert.StartsWith("<img src=\"data:xxx", tag);
        Assert.EndsWith("x…", tag);
    }
}
