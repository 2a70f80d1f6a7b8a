using DownPage.RenderProtocol;
using DownPage.StandAlone.Checks;

namespace DownPage.StandAlone.Tests.Checks;

[TestClass]
public sealed class SizeChecksTests
{
    [TestMethod]
    [DataRow(1_000, "")]
    [DataRow(1_001, "DP0313")]
    public void Page_OverItsOwnLimit_IsReported(int bytes, string codes)
    {
        Assert.AreEqual(codes, SamplePage.Codes(SamplePage.OfSize(new PageOptions { MaxBytes = 1_000 }, bytes)));
    }

    [TestMethod]
    [DataRow("haproxy", 15_108, "")]
    [DataRow("HAProxy", 15_109, "DP0314")]
    [DataRow("haproxy", 16_140, "DP0314")]
    [DataRow("haproxy", 16_141, "DP0319")]
    [DataRow("appservice", 10_240, "")]
    [DataRow("appservice", 10_241, "DP0314")]
    [DataRow("cloudflare", 10_241, "DP0314")]
    [DataRow("waf", 10_241, "DP0314")]
    [DataRow("alb", 1_025, "DP0314")]
    [DataRow("cloudflare-pages", 1_500_001, "DP0314")]
    [DataRow("appgateway", 1_000_001, "DP0314")]
    [DataRow("nginx", 100_000_000, "")]
    public void Page_OverTheLimitOfAServer_IsReported(string server, int bytes, string codes)
    {
        Assert.AreEqual(codes, SamplePage.Codes(SamplePage.OfSize(new PageOptions { Servers = [server] }, bytes)));
    }

    [TestMethod]
    [DataRow(1_024, "")]
    [DataRow(1_025, "DP0314")]
    public void Text_OfThePage_IsWhatALoadBalancerShows(int characters, string codes)
    {
        Assert.AreEqual(codes, SamplePage.Codes(SamplePage.OfSize(new PageOptions { Servers = ["alb"] }, 5_000, characters)));
    }

    [TestMethod]
    public void Page_TooLargeForItsServer_IsAnErrorAtTheView()
    {
        var diagnostic = PageChecks.Run(SamplePage.OfSize(new PageOptions { Servers = ["haproxy"] }, 20_000)).Single();

        Assert.IsTrue(diagnostic.IsError);
        Assert.AreEqual("/src/Shop/Views/Errors/502.cshtml", diagnostic.File);
    }

    [TestMethod]
    public void Limits_OfServers_AreThoseOfKnownServers()
    {
        foreach (var limit in ServerLimits.All)
            Assert.Contains(limit.Server, ServerNames.All);
        CollectionAssert.AreEqual(ServerNames.All.Order(StringComparer.Ordinal).ToArray(), ServerNames.All);
    }
}
