using DownPage.AspNetCore.Endpoints.Page;

namespace DownPage.AspNetCore.Tests.Endpoints.Page;

[TestClass]
public sealed class PageWordsTests
{
    [TestMethod]
    [DataRow("00:00:00", "now")]
    [DataRow("00:00:04", "now")]
    [DataRow("-00:00:04", "now")]
    [DataRow("00:00:07", "in 7 seconds")]
    [DataRow("-00:01:01", "1 minute 1 second ago")]
    [DataRow("00:02:40", "in 3 minutes")]
    [DataRow("00:59:59", "in 1 hour")]
    [DataRow("01:59:00", "in 1 hour 59 minutes")]
    [DataRow("-1.00:00:00", "1 day ago")]
    [DataRow("2.05:10:00", "in 2 days 5 hours")]
    [DataRow("400.00:00:00", "in 400 days")]
    public void From_OfAMoment_SaysHowFarItIs(string away, string expected)
    {
        var words = SpanWords.From(SamplePage.Noon, SamplePage.Noon + TimeSpan.Parse(away, null));

        Assert.AreEqual(expected, words);
    }

    [TestMethod]
    [DataRow("2026-11-21T18:00:00+00:00", "18:00 UTC")]
    [DataRow("2026-11-21T19:00:00+01:00", "18:00 UTC", DisplayName = "of another zone")]
    [DataRow("2026-11-22T07:59:00+00:00", "07:59 UTC", DisplayName = "the coming night")]
    [DataRow("2026-11-22T08:00:00+00:00", "22 Nov, 08:00 UTC", DisplayName = "might be taken for today")]
    public void Short_OfAMoment_HasItsDateWhereItIsFar(string at, string expected)
    {
        var words = new PageClock(SamplePage.Noon).Short(DateTimeOffset.Parse(at, null));

        Assert.AreEqual(expected, words);
    }

    [TestMethod]
    public void Markup_OfHoles_EncodesTextsAndNotMarkup()
    {
        var markup = Markup.Of($"""<p title="{"\"<&'"}">{Markup.Of($"<b>{"<"}</b>")} {7} {(string?)null}</p>""");

        Assert.AreEqual("""<p title="&quot;&lt;&amp;&#x27;"><b>&lt;</b> 7 </p>""", markup.ToString());
    }
}
