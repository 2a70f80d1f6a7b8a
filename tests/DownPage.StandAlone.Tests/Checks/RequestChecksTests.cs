using DownPage.StandAlone.Checks;

namespace DownPage.StandAlone.Tests.Checks;

[TestClass]
public sealed class RequestChecksTests
{
    [TestMethod]
    [DataRow("<p>x</p>", "", DisplayName = "nothing")]
    [DataRow("<img src=/a.png>", "DP0301", DisplayName = "a path")]
    [DataRow("<img src=a.png>", "DP0301", DisplayName = "a relative path")]
    [DataRow("<img src=https://SHOP.example/a.png>", "DP0301", DisplayName = "its own host")]
    [DataRow("<img src=//cdn.example/a.png>", "DP0302", DisplayName = "another host")]
    [DataRow("<img src=https://cdn.example/a.png><img src=https://cdn.example/a.png>", "DP0302",
        DisplayName = "once an address")]
    [DataRow("<iframe src=/a></iframe>", "DP0305", DisplayName = "a frame")]
    [DataRow("<object data=/a.pdf></object>", "DP0305", DisplayName = "an object")]
    [DataRow("<iframe src=https://maps.example/></iframe>", "DP0302", DisplayName = "a frame of another host")]
    [DataRow("<iframe srcdoc='<img src=/a.png>'></iframe>", "DP0301", DisplayName = "what is in a frame")]
    [DataRow("<img src=http://cdn.example/a.png>", "DP0307", DisplayName = "not encrypted")]
    [DataRow("<img src=http://shop.example/a.png>", "DP0307", DisplayName = "its own host, not encrypted")]
    [DataRow("<img src=http://localhost/a.png>", "DP0302", DisplayName = "loopback")]
    [DataRow("<img src=http://127.0.0.1:5000/a.png>", "DP0302", DisplayName = "loopback by address")]
    public void Page_ThatAsksForSomething_SaysSo(string body, string codes)
    {
        Assert.AreEqual(codes, SamplePage.Codes(SamplePage.WithBody(body)));
    }

    [TestMethod]
    public void Base_OfThePage_DecidesWhatIsOwn()
    {
        var page = SamplePage.WithHead("<base href=https://cdn.example/><link rel=icon href=a.png>");

        Assert.AreEqual("DP0302", SamplePage.Codes(page));
    }

    [TestMethod]
    public void Page_ThatIsNotSelfContained_MayAskButNotUnencrypted()
    {
        var page = SamplePage.Of(
            $"<!doctype html><html lang=en><head>{SamplePage.Head}</head><img src=/a.png><img src=http://cdn.example/b.png>",
            selfContained: false);

        Assert.AreEqual("DP0307", SamplePage.Codes(page));
    }

    [TestMethod]
    public void Address_ThatIsKnown_IsNotReportedAgain()
    {
        var sample = SamplePage.WithBody("<img src=assets/1.png><img src=/b.png>");
        var page = new CheckedPage
        {
            Document = sample.Document,
            Page = sample.Page,
            Request = sample.Request,
            Places = sample.Places,
            BaseUrl = sample.BaseUrl,
            KnownUrls = new HashSet<string> { "assets/1.png" },
        };

        var diagnostic = PageChecks.Run(page).Single();

        Assert.Contains("'/b.png'", diagnostic.Message);
        Assert.AreEqual(("Layout.cshtml", 7, "/b.png".Length), (diagnostic.File, diagnostic.Line, diagnostic.Column));
        Assert.IsFalse(diagnostic.IsError);
    }
}
