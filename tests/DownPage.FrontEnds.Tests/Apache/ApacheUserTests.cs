using System.Diagnostics;
using System.Net;
using DownPage.FrontEnds.Tests.Programs;

namespace DownPage.FrontEnds.Tests.Apache;

/// <summary>What users have in their hosts besides the line that includes the file.</summary>
[TestClass]
public sealed class ApacheUserTests(TestContext test)
{
    private const string Asset = "/_downpage/assets/3f8a6c20e1b95d7704aa.png";

    [TestMethod]
    [DataRow("INCLUDE\nProxyPass / APP/", DisplayName = "ProxyPass")]
    [DataRow("ProxyPass / APP/\nINCLUDE", DisplayName = "ProxyPass before")]
    [DataRow("INCLUDE\nProxyPassMatch \"^(/.*)$\" APP$1", DisplayName = "ProxyPassMatch")]
    [DataRow("INCLUDE\n<Location \"/\">\nProxyPass APP/\n</Location>", DisplayName = "ProxyPass in a location")]
    [DataRow("<Location \"/\">\nProxyPass APP/\n</Location>\nINCLUDE", DisplayName = "ProxyPass in a location before")]
    [DataRow("INCLUDE\nRewriteEngine On\nRewriteRule ^/(.*)$ APP/$1 [P,L]", DisplayName = "rule after")]
    [DataRow(
        "INCLUDE\n<Proxy balancer://shop>\nBalancerMember APP\n</Proxy>\nProxyPass / balancer://shop/",
        DisplayName = "balancer with one member")]
    [DataRow("INCLUDE\nProxyErrorOverride Off\nProxyPass / APP/", DisplayName = "no interception")]
    [DataRow("INCLUDE\nProxyPass / APP/\nErrorDocument 404 /missing.html", DisplayName = "another ErrorDocument")]
    [Timeout(60_000)]
    public async Task Host_OfAnyKind_ShowsThePageAndLetsTheAppAnswerSoon(string host)
    {
        NeedServer();
        var port = RunningServer.FreePort();
        using var site = new DeployedSite("apache");
        using var server = await ApacheProgram.StartAsync(site, port, test.CancellationToken, host);

        await ExpectPageAsync(server, "/shop", "<body>503");
        await ExpectPageAsync(server, "/_downpage/probe", "<body>503");
        using var asset = await server.AskAsync(Asset, test.CancellationToken);
        Assert.AreEqual(HttpStatusCode.OK, asset.StatusCode, server.Output);
        using var page = await server.AskAsync("/_downpage/front/502.var", test.CancellationToken);
        Assert.AreEqual(HttpStatusCode.NotFound, page.StatusCode);

        // A worker that failed is not locked out, though "retry" is a minute.
        using var app = new SmallApp(port);
        await ExpectAppAsync(server);

        await File.WriteAllTextAsync(site.Flag, "", test.CancellationToken);
        await ExpectPageAsync(server, "/shop", "<body>503");
    }

    [TestMethod]
    [DataRow("INCLUDE\nProxyPass / APP/\n<Location \"/\">\nRequire ip 10.1.2.3\n</Location>", DisplayName = "after")]
    [DataRow("ProxyPass / APP/\n<Location \"/\">\nRequire ip 10.1.2.3\n</Location>\nINCLUDE", DisplayName = "before")]
    [Timeout(60_000)]
    public async Task Host_ThatLetsFewIn_ShowsMaintenanceToEverybody(string host)
    {
        NeedServer();
        using var app = new SmallApp();
        using var site = new DeployedSite("apache");
        using var server = await ApacheProgram.StartAsync(site, app.Port, test.CancellationToken, host);

        using var up = await server.AskAsync("/shop", test.CancellationToken);
        await File.WriteAllTextAsync(site.Flag, "", test.CancellationToken);

        Assert.AreEqual(HttpStatusCode.Forbidden, up.StatusCode);
        await ExpectPageAsync(server, "/shop", "<body>503");
    }

    [TestMethod]
    [Timeout(60_000)]
    public async Task Asset_WhenDown_DoesNotVaryByWhatIsLookedAt()
    {
        NeedServer();
        using var app = new SmallApp();
        using var site = new DeployedSite("apache");
        using var server = await ApacheProgram.StartAsync(site, app.Port, test.CancellationToken);
        await File.WriteAllTextAsync(site.Flag, "", test.CancellationToken);

        using var asset = await server.AskAsync(Asset, test.CancellationToken, ("Cookie", "a=b"));
        using var page = await server.AskAsync("/shop", test.CancellationToken, ("Cookie", "a=b"));

        Assert.AreEqual(HttpStatusCode.OK, asset.StatusCode);
        Assert.IsEmpty(asset.Headers.Vary);
        Assert.DoesNotContain("Cookie", page.Headers.Vary);
    }

    private static void NeedServer()
    {
        if (!ApacheProgram.IsInstalled)
        {
            Assert.Inconclusive("apache2 is not installed.");
        }
    }

    private async Task ExpectPageAsync(RunningServer server, string target, string part)
    {
        using var answer = await server.AskAsync(target, test.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(test.CancellationToken);

        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, answer.StatusCode, server.Output);
        Assert.Contains(part, text, server.Output);
    }

    private async Task ExpectAppAsync(RunningServer server)
    {
        var since = Stopwatch.GetTimestamp();
        while (true)
        {
            using var answer = await server.AskAsync("/shop", test.CancellationToken);
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                return;
            }

            Assert.IsLessThan(TimeSpan.FromSeconds(10), Stopwatch.GetElapsedTime(since), server.Output);
            await Task.Delay(50, test.CancellationToken);
        }
    }
}
