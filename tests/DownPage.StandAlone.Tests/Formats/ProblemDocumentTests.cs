using System.Text;
using System.Text.Json;
using DownPage.StandAlone.Formats;
using DownPage.StandAlone.Tests.Markup;

namespace DownPage.StandAlone.Tests.Formats;

[TestClass]
public sealed class ProblemDocumentTests
{
    [TestMethod]
    public void Page_AsProblem_HasTheMembersInTheirOrder()
    {
        var problem = Write("<main><h1>Back soon</h1><p>We are at work.</p><ul><li>a<li>b</ul></main>", 502, 600);

        Assert.AreEqual(
            """{"type":"about:blank","title":"Bad Gateway","status":502,"detail":"Back soon – We are at work. a – b","retryAfter":600}"""
            + "\n",
            problem);
    }

    [TestMethod]
    public void Members_WithoutAValue_AreLeftOut()
    {
        Assert.AreEqual("""{"type":"about:blank","status":599}""" + "\n", Write("", 599, null));
    }

    [TestMethod]
    public void Detail_InAnyScript_IsNotEscapedButWhereJsonNeedsIt()
    {
        var problem = Write("<main><p>Ünïcode 漢字 😀 \"quoted\" <b>\\</b> &lt;b&gt; &amp; 'x'</main>", 503, null);

        Assert.Contains("""Ünïcode 漢字 😀 \"quoted\" \\ <b> & 'x'""", problem);
    }

    [TestMethod]
    [DataRow("word ")]
    [DataRow("漢字")]
    [DataRow("😀")]
    public void Detail_OfALongPage_IsCutBetweenCharacters(string text)
    {
        var problem = Write("<main><p>" + string.Concat(Enumerable.Repeat(text, 900)), 503, null);

        var detail = JsonDocument.Parse(problem).RootElement.GetProperty("detail").GetString()!;
        Assert.IsInRange(990, 1_000, detail.Length);
        Assert.EndsWith("…", detail);
        Assert.AreEqual(detail, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(detail)));
    }

    private static string Write(string body, int status, int? retryAfter)
    {
        var text = PageText.Of(Html.Parse($"<!doctype html><body>{body}"), "https://shop.example");
        return Encoding.UTF8.GetString(ProblemDocument.Write(text, status, retryAfter));
    }
}
