using DownPage.Servers.Tests.Checks;
using DownPage.Servers.Tests.Harness;
using DownPage.Servers.Tests.Http;
using DownPage.Servers.Tests.Servers;

namespace DownPage.Servers.Tests.Scenarios;

/// <summary>The site is down on purpose, and its app is up: everybody but insiders gets the maintenance page.</summary>
[TestClass]
public sealed class DownTests(TestContext test)
{
    [TestMethod]
    [DynamicData(nameof(FrontServers.Names), typeof(FrontServers))]
    [Timeout(Limits.Test)]
    public async Task AnyRequest_WhenDown_GetsThePage(string server)
    {
        await using var front = await ServerPool.TakeAsync(server, test.CancellationToken);
        var findings = new Findings(front);
        await front.SwitchDownAsync();

        foreach (var request in Requests.OfAnyMethod("/shop/orders?id=1").Concat(Requests.WithConditions("/etag")))
        {
            await findings.ExpectAsync(findings.Down, request);
        }

        await findings.ExpectAsync(findings.Down, Requests.Handshake);
        await findings.ExpectAsync(findings.Down, new RawRequest("GET", "/shop") { Host = "second.test" });
        await findings.ExpectAsync(findings.Down, new RawRequest("GET", "http://shop.test/shop"));
        findings.AssertNone();
    }

    [TestMethod]
    [DynamicData(nameof(FrontServers.Names), typeof(FrontServers))]
    [Timeout(Limits.Test)]
    public async Task AnyPath_WhenDown_GetsThePage(string server)
    {
        await using var front = await ServerPool.TakeAsync(server, test.CancellationToken);
        var findings = new Findings(front);
        await front.SwitchDownAsync();

        foreach (var path in Requests.Paths)
        {
            if (front.Facts.OwnAnswers.TryGetValue(path, out var status))
            {
                await findings.ExpectOwnAsync(new RawRequest("GET", path), status);
            }
            else
            {
                await findings.ExpectAsync(findings.Down, new RawRequest("GET", path));
            }
        }

        findings.AssertNone();
    }

    [TestMethod]
    [DynamicData(nameof(FrontServers.Names), typeof(FrontServers))]
    [Timeout(Limits.Test)]
    public async Task Switch_TurnedDownAndUp_TakesEffectWithoutAReload(string server)
    {
        await using var front = await ServerPool.TakeAsync(server, test.CancellationToken);
        var findings = new Findings(front);
        var request = new RawRequest("GET", "/shop");

        for (var times = 1; times <= 2; times++)
        {
            await findings.ExpectAppAsync(request);
            await front.SwitchDownAsync();
            await findings.ExpectAsync(findings.Down, request);
            await findings.ExpectAsync(findings.Down, request with { Method = "POST" });
            await front.SwitchUpAsync();
            await findings.ExpectAppAsync(request);
        }

        findings.AssertNone();
    }

    [TestMethod]
    [DynamicData(nameof(FrontServers.Names), typeof(FrontServers))]
    [Timeout(Limits.Test)]
    public async Task OpenConnection_WhenTheSiteGoesDown_SeesIt(string server)
    {
        await using var front = await ServerPool.TakeAsync(server, test.CancellationToken);
        var findings = new Findings(front);
        using var connection = await front.ConnectAsync();
        var request = new RawRequest("GET", "/shop") { KeepsAlive = true };

        var before = await connection.AskAsync(request, test.CancellationToken);
        await front.SwitchDownAsync();
        var during = await connection.AskAsync(request, test.CancellationToken);

        findings.That(before.IsOfApp, "the app's answer", before);
        findings.Expect(findings.Down, "the next answer on the same connection", during);
        findings.AssertNone();
    }

    [TestMethod]
    [DynamicData(nameof(FrontServers.Names), typeof(FrontServers))]
    [Timeout(Limits.Test)]
    public async Task AnyRequest_WhenDownAndTheAppIsGone_GetsTheMaintenancePage(string server)
    {
        await using var front = await ServerPool.TakeWithoutAppAsync(server, test.CancellationToken);
        var findings = new Findings(front);
        await front.SwitchDownAsync();
        // It has no app that could tell when it has been seen.
        await Task.Delay(front.Facts.FlagTakes, test.CancellationToken);

        await findings.ExpectAsync(findings.Down, new RawRequest("GET", "/shop"));
        await findings.ExpectAsync(findings.Down, new RawRequest("HEAD", "/shop"));
        await findings.ExpectAsync(findings.Down, new RawRequest("POST", "/echo") { Body = Requests.Large });

        // Who passes finds that there is nothing behind.
        await findings.ExpectAsync(findings.Gone, new RawRequest("GET", "/shop") { From = FrontLease.Allowed });
        await findings.ExpectAsync(findings.Gone, new RawRequest("GET", "/healthz"));
        await findings.ExpectAsync(findings.Gone, new RawRequest("GET", "/shop", ("Cookie", "__Host-downpage-pass=x")));
        findings.AssertNone();
    }

    [TestMethod]
    [DynamicData(nameof(FrontServers.Names), typeof(FrontServers))]
    [Timeout(Limits.Test)]
    public async Task Http2_WhenDown_GetsThePage(string server)
    {
        await using var front = await ServerPool.TakeAsync(server, test.CancellationToken);
        var findings = new Findings(front);
        await front.SwitchDownAsync();
        if (!front.Facts.Http2)
        {
            await Assert.ThrowsAsync<HttpRequestException>(() => front.AskHttp2Async(new RawRequest("GET", "/shop")));
            return;
        }

        findings.Expect(findings.Down, "GET by HTTP/2", await front.AskHttp2Async(new RawRequest("GET", "/shop")));
        var passing =
            await front.AskHttp2Async(new RawRequest("GET", "/shop", ("Cookie", "a=b; __Host-downpage-pass=x")));
        findings.That(passing is { Status: 200, IsOfApp: true }, "a tester by HTTP/2", passing);
        var apart = await front.AskHttp2Async(
            new RawRequest("GET", "/shop", ("Cookie", "a=b"), ("Cookie", "__Host-downpage-pass=x")));
        findings.That(apart is { Status: 200, IsOfApp: true }, "a tester whose cookies come one by one", apart);
        findings.AssertNone();
    }
}
