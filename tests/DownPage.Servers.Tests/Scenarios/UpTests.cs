using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using DownPage.Servers.Tests.Checks;
using DownPage.Servers.Tests.Harness;
using DownPage.Servers.Tests.Http;
using DownPage.Servers.Tests.Servers;

namespace DownPage.Servers.Tests.Scenarios;

/// <summary>The app is up: what it answers is nobody else's business, whatever its status.</summary>
[TestClass]
public sealed class UpTests(TestContext test)
{
    [TestMethod]
    [DynamicData(nameof(FrontServers.Names), typeof(FrontServers))]
    [Timeout(Limits.Test)]
    public async Task OwnAnswer_WhenUp_IsLeftAlone(string server)
    {
        await using var front = await ServerPool.TakeAsync(server, test.CancellationToken);
        var findings = new Findings(front);

        foreach (var status in (int[])[200, 404, 500, 502, 503, 504])
        {
            foreach (var query in (string[])["", "?body=true", "?body=true&retry=7", "?retry=7"])
            {
                var target = string.Create(CultureInfo.InvariantCulture, $"/status/{status}{query}");
                await findings.ExpectSameAsync(new RawRequest("GET", target));
                await findings.ExpectSameAsync(new RawRequest("HEAD", target));
                await findings.ExpectSameAsync(new RawRequest("POST", target) { Body = "name=value"u8.ToArray() });
            }

            await findings.ExpectSameAsync(
                new RawRequest("GET", FormattableString.Invariant($"/status/{status}?body=true"), ("Accept", "application/json")));
        }

        await findings.ExpectSameAsync(new RawRequest("GET", "/"));
        await findings.ExpectSameAsync(new RawRequest("GET", "/none"));
        await findings.ExpectSameAsync(new RawRequest("GET", "/shop") { Host = "second.test" });
        findings.AssertNone();
    }

    [TestMethod]
    [DynamicData(nameof(FrontServers.Names), typeof(FrontServers))]
    [Timeout(Limits.Test)]
    public async Task AnyRequest_WhenUp_ReachesTheApp(string server)
    {
        await using var front = await ServerPool.TakeAsync(server, test.CancellationToken);
        var findings = new Findings(front);

        foreach (var request in Requests.OfAnyMethod("/echo").Where(request => request.Method != "HEAD"))
        {
            await findings.ExpectSameAsync(request);
        }

        // Conditions and ranges are the app's to answer; configuration takes them away for pages alone.
        foreach (var request in Requests.WithConditions("/etag").Where(request => request.Method != "PUT"))
        {
            await findings.ExpectSameAsync(request);
        }

        var condition =
            await findings.ExpectAppAsync(new RawRequest("GET", "/etag", ("If-None-Match", "\"one\"")), 304);
        findings.That(condition.Header("ETag") == "\"one\"", "the app's validator", condition);
        var range = await findings.ExpectAppAsync(new RawRequest("GET", "/etag", ("Range", "bytes=0-9")), 206);
        findings.That(range.Text == "abcdefghij", "the range", range);
        findings.AssertNone();
    }

    [TestMethod]
    [DynamicData(nameof(FrontServers.Names), typeof(FrontServers))]
    [Timeout(Limits.Test)]
    public async Task OneConnection_WhenUp_IsUsedAgain(string server)
    {
        await using var front = await ServerPool.TakeAsync(server, test.CancellationToken);
        var findings = new Findings(front);
        using var connection = await front.ConnectAsync();

        for (var number = 1; number <= 3; number++)
        {
            var request = new RawRequest("POST", "/echo") { Body = Requests.Large, KeepsAlive = true };
            var answer = await connection.AskAsync(request, test.CancellationToken);
            findings.That(answer is { Status: 200, IsOfApp: true, IsCut: false }, $"answer {number}", answer);
        }

        findings.AssertNone();
    }

    [TestMethod]
    [DynamicData(nameof(FrontServers.Names), typeof(FrontServers))]
    [Timeout(Limits.Test)]
    public async Task Events_WhenUp_ComeOneByOne(string server)
    {
        await using var front = await ServerPool.TakeAsync(server, test.CancellationToken);
        using var connection = await front.ConnectAsync();
        var name = Guid.NewGuid().ToString("N");

        var request = new RawRequest("GET", $"/events/{name}", ("Accept", "text/event-stream")) { KeepsAlive = true };
        await connection.SendAsync(request.ToBytes(), test.CancellationToken);
        var first = await connection.ReadUntilAsync("app-first", test.CancellationToken);
        // The last one is sent only now.
        var goOn = await front.AskAsync(new RawRequest("POST", $"/events/{name}/go-on"));
        var last = await connection.ReadUntilAsync("app-last", test.CancellationToken);

        Assert.Contains("data: app-first", first, front.Output);
        Assert.AreEqual(200, goOn.Status);
        Assert.Contains("data: app-last", last, front.Output);
    }

    [TestMethod]
    [DynamicData(nameof(FrontServers.Names), typeof(FrontServers))]
    [Timeout(Limits.Test)]
    public async Task Socket_WhenUp_Echoes(string server)
    {
        await using var front = await ServerPool.TakeAsync(server, test.CancellationToken);
        using var socket = new ClientWebSocket();
        var buffer = new byte[100];

        await socket.ConnectAsync(new Uri($"ws://127.0.0.1:{front.Setup.Port}/socket"), test.CancellationToken);
        await socket.SendAsync("hello"u8.ToArray(), WebSocketMessageType.Text, true, test.CancellationToken);
        var received = await socket.ReceiveAsync(buffer, test.CancellationToken);
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, test.CancellationToken);

        Assert.AreEqual("hello", Encoding.UTF8.GetString(buffer, 0, received.Count));
    }

    [TestMethod]
    [DynamicData(nameof(FrontServers.Names), typeof(FrontServers))]
    [Timeout(Limits.Test)]
    public async Task Http2_WhenUp_ReachesTheApp(string server)
    {
        await using var front = await ServerPool.TakeAsync(server, test.CancellationToken);
        if (!front.Facts.Http2)
        {
            await Assert.ThrowsAsync<HttpRequestException>(() => front.AskHttp2Async(new RawRequest("GET", "/shop")));
            return;
        }

        var answer = await front.AskHttp2Async(new RawRequest("GET", "/status/503?body=true&retry=7"));
        var posted = await front.AskHttp2Async(new RawRequest("POST", "/echo") { Body = Requests.Large });

        Assert.IsTrue(answer is { Status: 503, IsOfApp: true }, answer.ToString());
        Assert.AreEqual("7", answer.Header("Retry-After"));
        Assert.IsTrue(posted is { Status: 200, IsOfApp: true }, posted.ToString());
    }
}
