namespace DownPage.StandAlone.Tests.Markup;

/// <summary>A page says which build made it.</summary>
[TestClass]
public sealed class PageStampTests
{
    [TestMethod]
    public void Stamp_OfAPage_IsTwelveDigitsInTheHead()
    {
        using var page = new SitePage();

        Assert.MatchesRegex("^[0-9a-f]{12}$", StampOf(page.FinishBody("<p>Down</p>")));
    }

    [TestMethod]
    public void Stamp_OfTheSamePage_IsTheSame()
    {
        using var one = new SitePage();
        using var other = new SitePage();

        Assert.AreEqual(StampOf(one.FinishBody("<p>Down</p>")), StampOf(other.FinishBody("<p>Down</p>")));
    }

    [TestMethod]
    public void Stamp_OfAChangedPage_IsAnother()
    {
        using var one = new SitePage();
        using var other = new SitePage();

        Assert.AreNotEqual(StampOf(one.FinishBody("<p>Down</p>")), StampOf(other.FinishBody("<p>down</p>")));
    }

    [TestMethod]
    public void Stamp_InMinifiedMarkup_IsThere()
    {
        using var page = new SitePage();
        page.Options.Minify = true;

        Assert.MatchesRegex("^[0-9a-f]{12}$", StampOf(page.FinishBody("<p>Down</p>")));
    }

    [TestMethod]
    public void Stamp_OfAPageThatIsLeftAsItIs_IsNotThere()
    {
        using var page = new SitePage();
        page.Options.SelfContained = false;

        Assert.IsNull(page.FinishBody("<p>Down</p>").Document.QuerySelector("meta[name=downpage]"));
    }

    private static string? StampOf(SitePage page)
        => page.Document.QuerySelector("head > meta[name=downpage]")?.GetAttribute("content");
}
