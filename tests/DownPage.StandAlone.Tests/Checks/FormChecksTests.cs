namespace DownPage.StandAlone.Tests.Checks;

[TestClass]
public sealed class FormChecksTests
{
    [TestMethod]
    [DataRow("<form action=/search><input name=q></form>", "", DisplayName = "a search is navigation")]
    [DataRow("<form method=dialog><button>Close</button></form>", "", DisplayName = "a dialog stays in the page")]
    [DataRow("<form method=POST action=/subscribe></form>", "DP0306", DisplayName = "a post")]
    [DataRow("<form method=post></form>", "DP0306", DisplayName = "a post to the page itself")]
    [DataRow("<form method=post action=https://forms.example/x></form>", "", DisplayName = "another host answers")]
    [DataRow("<form action=/login><input type=Password></form>", "DP0306", DisplayName = "a login")]
    [DataRow("<form id=f action=/login></form><input form=f type=password>", "DP0306",
        DisplayName = "a login, put together")]
    [DataRow("<input type=password>", "DP0306", DisplayName = "a login without a form")]
    [DataRow("<form action=/x><button formmethod=post>x</button></form>", "DP0306", DisplayName = "a button that posts")]
    [DataRow("<a href=/x ping=/count>x</a>", "DP0306", DisplayName = "a ping")]
    [DataRow("<form action=http://forms.example/x></form>", "DP0307", DisplayName = "an action that is not encrypted")]
    public void Form_OnThePage_IsReportedIfItNeedsTheApp(string body, string codes)
    {
        Assert.AreEqual(codes, SamplePage.Codes(SamplePage.WithBody(body)));
    }
}
