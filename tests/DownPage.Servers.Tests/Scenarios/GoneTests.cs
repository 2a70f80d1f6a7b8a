using DownPage.Servers.Tests.Checks;
using DownPage.Servers.Tests.Harness;
using DownPage.Servers.Tests.Http;
using DownPage.Servers.Tests.Servers;

namespace DownPage.Servers.Tests.Scenarios;

/// <summary>The app is gone: nobody listens where it did.</summary>
[TestClass]
public sealed class GoneTests(TestContext test)
{
    [TestMethod]
    [DynamicData(nameof(FrontServers.Names), typeof(FrontServers))]
    [Timeout(Limits.Test)]
    public async Task AnyRequest_WhenGone_GetsThePage(string server)
    {
        await using var front = await ServerPool.TakeWithoutAppAsync(server, test.CancellationToken);
        var findings = new Findings(front);

        foreach (var request in Requests.OfAnyMethod("/shop/orders?id=1").Concat(Requests.WithConditions("/shop")))
        {
            await findings.ExpectAsync(findings.Gone, request);
        }

        findings.AssertNone();
    }

    [TestMethod]
    [DynamicData(nameof(FrontServers.Names), typeof(FrontServers))]
    [Timeout(Limits.Test)]
    public async Task AnyPath_WhenGone_GetsThePage(string server)
    {
        await using var front = await ServerPool.TakeWithoutAppAsync(server, test.CancellationToken);
        var findings = new Findings(front);

        foreach (var path in Requests.Paths)
        {
            if (front.Facts.OwnAnswers.TryGetValue(path, out var status))
            {
                await findings.ExpectOwnAsync(new RawRequest("GET", path), status);
            }
            else
            {
                await findings.ExpectAsync(findings.Gone, new RawRequest("GET", path));
            }
        }

        await findings.ExpectAsync(findings.Gone, new RawRequest("GET", "/shop") { Host = "second.test" });
        await findings.ExpectAsync(findings.Gone, new RawRequest("GET", "http://shop.test/shop"));
        findings.AssertNone();
    }

    [TestMethod]
    [DynamicData(nameof(FrontServers.Names), typeof(FrontServers))]
    [Timeout(Limits.Test)]
    public async Task OneConnection_WhenGone_IsUsedAgain(string server)
    {
        await using var front = await ServerPool.TakeWithoutAppAsync(server, test.CancellationToken);
        var findings = new Findings(front);
        using var connection = await front.ConnectAsync();

        RawRequest[] requests =
        [
            new("GET", "/shop/1"), new("HEAD", "/shop/2"), new("GET", "/shop/3"),
            // What a server has not read of a body must not be taken for the next request.
            new("POST", "/echo") { Body = "name=value"u8.ToArray() }, new("GET", "/shop/4"),
        ];
        var isOpen = true;
        for (var number = 0; isOpen && number < requests.Length; number++)
        {
            var answer = await connection.AskAsync(
                requests[number] with { KeepsAlive = true }, test.CancellationToken);
            findings.Expect(
                findings.Gone with { HasBody = requests[number].Method != "HEAD" }, $"{requests[number]}, no. {number}", answer);
            isOpen = answer.Header("Connection")?.Contains("close", StringComparison.OrdinalIgnoreCase) != true;
            // After a body that nobody wants, each may close.
            findings.That(
                number >= 3 || isOpen == front.Facts.KeepsConnection, $"open after no. {number}: {isOpen}", answer);
        }

        findings.AssertNone();
    }

    [TestMethod]
    [DynamicData(nameof(FrontServers.Names), typeof(FrontServers))]
    [Timeout(Limits.Test)]
    public async Task Http2_WhenGone_GetsThePage(string server)
    {
        await using var front = await ServerPool.TakeWithoutAppAsync(server, test.CancellationToken);
        var findings = new Findings(front);
        if (!front.Facts.Http2)
        {
            await Assert.ThrowsAsync<HttpRequestException>(() => front.AskHttp2Async(new RawRequest("GET", "/shop")));
            return;
        }

        foreach (var method in (string[])["GET", "HEAD", "DELETE"])
        {
            var answer = await front.AskHttp2Async(new RawRequest(method, "/shop"));
            findings.Expect(findings.Gone with { HasBody = method != "HEAD" }, $"{method} by HTTP/2", answer);
        }

        var posted = await front.AskHttp2Async(new RawRequest("POST", "/echo") { Body = "name=value"u8.ToArray() });
        findings.Expect(findings.Gone, "POST by HTTP/2", posted);
        findings.AssertNone();
    }

    [TestMethod]
    [DynamicData(nameof(FrontServers.Names), typeof(FrontServers))]
    [Timeout(Limits.Test)]
    public async Task Socket_WhenGone_IsRefused(string server)
    {
        await using var front = await ServerPool.TakeWithoutAppAsync(server, test.CancellationToken);
        var findings = new Findings(front);

        var answer = await front.AskAsync(Requests.Handshake);

        if (front.Facts.UpgradeRefused == 0)
        {
            findings.That(answer.Status == 0, "a handshake has no answer", answer);
        }
        else
        {
            findings.Expect(Findings.Page(front.Facts.UpgradeRefused), "a handshake", answer);
        }

        findings.AssertNone();
    }
}
