namespace DownPage.StandAlone.Tests.Refresh;

[TestClass]
public sealed class ScriptRunTests
{
    private const string Page = "https://shop.example/orders?id=7";
    private const string Ask = $"ask {Page} HEAD no-store manual same-origin";

    [TestMethod]
    [DataRow("200", true)]
    [DataRow("0", true, DisplayName = "a redirect")]
    [DataRow("405", true)]
    [DataRow("499", true)]
    [DataRow("500", false)]
    [DataRow("502", false)]
    public void Answer_BelowFiveHundred_GetsTheAddressThatWasAskedFor(string status, bool isBack)
    {
        var happened = ScriptRun.Run(Page, $"tick(); await answer({status})");

        CollectionAssert.AreEqual(
            isBack ? new[] { "wait 30000", Ask, $"get {Page}", "wait 45000" } : new[] { "wait 30000", Ask, "wait 45000" },
            happened);
    }

    [TestMethod]
    public void Site_ThatStaysDown_IsAskedLessAndLessOften()
    {
        var happened = ScriptRun.Run(Page, "for (let i = 0; i < 8; i++) { tick(); await (i % 2 ? answer(503) : fail()) }");

        CollectionAssert.AreEqual(
            new[]
            {
                "wait 30000", "wait 45000", "wait 67500", "wait 101250", "wait 151875", "wait 227813", "wait 300000",
                "wait 300000", "wait 300000",
            },
            happened.Where(line => line != Ask).ToArray());
    }

    [TestMethod]
    public void Page_ThatNobodySees_DoesNotAsk()
    {
        CollectionAssert.AreEqual(new[] { "wait 30000", "no timer" }, ScriptRun.Run(Page, "hide(); tick()"));
    }

    [TestMethod]
    public void Page_ThatIsSeenAgain_AsksAtOnce()
    {
        CollectionAssert.AreEqual(new[] { "wait 30000", Ask }, ScriptRun.Run(Page, "hide(); show()"));
    }

    [TestMethod]
    public void Page_ThatWaitsForAnAnswer_DoesNotAskTwice()
    {
        CollectionAssert.AreEqual(
            new[] { "wait 30000", Ask, "wait 45000", Ask },
            ScriptRun.Run(Page, "tick(); hide(); show(); await answer(502); tick()"));
    }

    [TestMethod]
    public void Page_HiddenWhileItWaits_AsksWhenItIsSeen()
    {
        CollectionAssert.AreEqual(
            new[] { "wait 30000", Ask, "wait 45000", Ask },
            ScriptRun.Run(Page, "tick(); hide(); await answer(502); tick(); show()"));
    }

    [TestMethod]
    [DataRow("https://shop.example/a#top", "https://shop.example/a?#top")]
    [DataRow("https://shop.example/a?b=c#top", "https://shop.example/a?b=c&#top")]
    [DataRow("https://shop.example/a#", "https://shop.example/a")]
    public void Address_WithAFragment_IsGotAndNotScrolledTo(string address, string expected)
    {
        Assert.Contains($"get {expected}", ScriptRun.Run(address, "tick(); await answer(200)"));
    }

    [TestMethod]
    [DataRow("file:///srv/pages/502.html")]
    [DataRow("about:srcdoc")]
    public void Page_ThatNoServerSent_DoesNothing(string address)
    {
        Assert.IsEmpty(ScriptRun.Run(address, "show()"));
    }
}
