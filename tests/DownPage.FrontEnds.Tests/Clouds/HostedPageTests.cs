namespace DownPage.FrontEnds.Tests.Clouds;

/// <summary>What every hosted front end is held to.</summary>
[TestClass]
public sealed class HostedPageTests
{
    private const string Asset = "<img src=\"/_downpage/assets/3f8a6c20e1b95d7704aa.png\">";

    public static IEnumerable<object[]> Servers => new[]
    {
        "alb", "appgateway", "appservice", "cloudflare", "cloudflare-pages", "cloudfront", "frontdoor", "waf",
    }.Select(server => new object[] { server });

    [TestMethod]
    [DynamicData(nameof(Servers))]
    public void Write_PageThatHoldsAll_IsInItsOwnFolderAndTheSameEachTime(string server)
    {
        var files = CloudSite.Files(server);

        Assert.IsNotEmpty(files);
        foreach (var (path, content) in files)
        {
            Assert.StartsWith(server + "/", path);
            Assert.DoesNotContain('\r', content);
        }

        CollectionAssert.AreEqual(files.ToArray(), CloudSite.Files(server).ToArray());
    }

    [TestMethod]
    [DynamicData(nameof(Servers))]
    public void Write_PageThatNeedsFilesOfTheSite_IsRefused(string server)
    {
        var refused = CloudSite.Refused(server, CloudSite.With(Asset));

        Assert.AreEqual("DP0709", refused.Code);
        Assert.Contains("DownPageInlineLimit", refused.Message);
        Assert.Contains("'/_downpage/assets/'", refused.Message);
    }

    [TestMethod]
    [DataRow("appservice", 10_240)]
    [DataRow("cloudflare", 10_240)]
    [DataRow("waf", 10_240)]
    [DataRow("appgateway", 1_000_000)]
    public void Write_PageOfTheLimit_FitsAndOneMoreByteDoesNot(string server, int limit)
    {
        var refused = CloudSite.Refused(server, CloudSite.With(CloudSite.Sized(limit + 1)));

        Assert.IsNotEmpty(CloudSite.Files(server, CloudSite.With(CloudSite.Sized(limit))));
        Assert.AreEqual("DP0709", refused.Code);
        Assert.Contains($"{limit + 1:N0} bytes", refused.Message);
        Assert.Contains($"takes {limit:N0}.", refused.Message);
        Assert.Contains($"'{server}'", refused.Message);
    }

    [TestMethod]
    [DataRow("appservice", "502.html, 503.html", DisplayName = "appservice")]
    [DataRow("appgateway", "500.html, 502.html, 503.html, 504.html", DisplayName = "appgateway")]
    public void Write_Pages_AreThoseOfTheBuild(string server, string names)
    {
        var files = CloudSite.Files(server);

        Assert.AreEqual(names, string.Join(", ", files.Keys.Select(path => path[(server.Length + 1)..])));
        Assert.AreEqual(CloudSite.Page, files.Values.Distinct().Single());
    }
}
