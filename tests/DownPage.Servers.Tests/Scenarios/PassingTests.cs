using DownPage.Servers.Tests.Checks;
using DownPage.Servers.Tests.Harness;
using DownPage.Servers.Tests.Http;
using DownPage.Servers.Tests.Servers;

namespace DownPage.Servers.Tests.Scenarios;

/// <summary>Who passes while the site is down, and who only says so.</summary>
[TestClass]
public sealed class PassingTests(TestContext test)
{
    private static readonly string[] PassingPaths =
    [
        "/healthz", "/healthz?full=1", "/HEALTHZ", "/HealthZ", "/hooks", "/hooks/", "/hooks/a", "/hooks/a/b?c=d",
        "/Hooks/A",
    ];

    private static readonly string[] OtherPaths =
    [
        "/healthz/", "/healthz/a", "/healthzx", "/health", "/hook", "/hooksx", "/hooks-a", "/hooks.txt",
        "/shop/healthz",
        "/shop/hooks/a", "/shop?/healthz", "/shop?x=/hooks/a", "/shop?downpage-pass=x", "/_downpage/passx",
        "/_downpage/pass/",
        "/_downpage/pass/a", "/_downpagex/pass", "/shop/_downpage/pass", "/",
    ];

    // Servers and the app must agree on which path that is.
    private static readonly string[] Tricks =
    [
        "/hooks/../shop", "/hooks/a/../../shop", "/hooks/%2e%2e/shop", "/hooks/%2E%2e/shop", "/hooks/.%2e/shop",
        "/hooks/..%2fshop", "/hooks/..%2Fshop", "/hooks%2f..%2fshop", "/hooks/./../shop", "/hooks//../../shop",
        "//hooks/../shop",
        "/hooks/..;/shop", "/hooks/..\\shop", "/hooks/%5c../shop", "/hooks/%5c..%5cshop", "/hooks/%252e%252e/shop",
        "/healthz/../shop", "/healthz/%2e%2e/shop", "/healthz%2f..%2fshop", "/healthz;/../shop", "/healthz%3f/../shop",
        "/healthz%00/../shop", "/healthz#/../shop", "/_downpage/../shop", "/_downpage/%2e%2e/shop",
        "/_downpage/pass/../../shop",
        "/_downpage/pass/%2e%2e/%2e%2e/shop", "/_downpage/probe/../../shop", "/_downpage/assets/../../shop",
        "/_downpage/assets/%2e%2e/%2e%2e/shop", "/_downpage/assets/..%2f..%2fshop",
        "/_downpage/assets/x.css/../../../shop",
        "/./shop", "/shop/../shop", "/%73hop", "http://shop.test/hooks/../shop",
    ];

    private static readonly string[] PassingCookies =
    [
        "downpage-pass=x", "__Host-downpage-pass=x", "__Secure-downpage-pass=abc.def", "a=b; __Host-downpage-pass=x",
        "a=b;downpage-pass=x", "downpage-pass=x; a=b",
    ];

    private static readonly (string Name, string Value)[] OtherHeaders =
    [
        ("Cookie", "xdownpage-pass=x"), ("Cookie", "downpage-passx=x"), ("Cookie", "a=downpage-pass=x"), ("Cookie",
        "downpage-pass"),
        ("Cookie", "a-downpage-pass=x"), ("X-Cookie", "downpage-pass=x"), ("X-Forwarded-For", "127.0.0.2"),
        ("X-Forwarded-For", "127.0.0.2, 127.0.0.1"), ("X-Forwarded-For", "127.0.0.1, 127.0.0.2"), ("X-Real-IP",
        "127.0.0.2"),
        ("Forwarded", "for=127.0.0.2"), ("X-Client-IP", "127.0.0.2"), ("True-Client-IP", "127.0.0.2"),
        ("CF-Connecting-IP", "127.0.0.2"), ("X-Original-URL", "/healthz"), ("X-Rewrite-URL", "/healthz"),
        ("X-Forwarded-Host", "127.0.0.2"), ("X-HTTP-Method-Override", "GET"), ("Via", "1.1 127.0.0.2"),
    ];

    [TestMethod]
    [DynamicData(nameof(FrontServers.Names), typeof(FrontServers))]
    [Timeout(Limits.Test)]
    public async Task Path_WhenDown_PassesWhenItIsNamed(string server)
    {
        await using var front = await ServerPool.TakeAsync(server, test.CancellationToken);
        var findings = new Findings(front);
        await front.SwitchDownAsync();

        foreach (var path in PassingPaths)
        {
            await findings.ExpectAppAsync(new RawRequest("GET", path));
        }

        await findings.ExpectSameAsync(new RawRequest("POST", "/hooks/a") { Body = Requests.Large });
        // What the app says there is its own business: with the site up, that there is nothing.
        await findings.ExpectSameAsync(new RawRequest("GET", "/_downpage/pass"));
        await findings.ExpectSameAsync(
            new RawRequest("POST", "/_downpage/pass?return=/shop") { Body = "a=b"u8.ToArray() });
        foreach (var path in OtherPaths)
        {
            await findings.ExpectAsync(findings.Down, new RawRequest("GET", path));
        }

        findings.AssertNone();
    }

    [TestMethod]
    [DynamicData(nameof(FrontServers.Names), typeof(FrontServers))]
    [Timeout(Limits.Test)]
    public async Task PathWithDots_WhenDown_ReachesNothingThatIsNotNamed(string server)
    {
        await using var front = await ServerPool.TakeAsync(server, test.CancellationToken);
        var findings = new Findings(front);
        await front.SwitchDownAsync();

        foreach (var path in Tricks)
        {
            var request = new RawRequest("GET", path);
            var answer = await findings.AskAsync(request);
            findings.That(
                !answer.Text.Contains("app-shop", StringComparison.Ordinal), $"{request} does not reach the shop", answer);
            findings.That(answer.IsOfApp || answer.Status is >= 400 and < 600, $"{request} is refused", answer);
            if (answer is { Status: 503, IsOfApp: false })
            {
                findings.Expect(findings.Down, request.ToString(), answer);
            }
        }

        findings.AssertNone();
    }

    [TestMethod]
    [DynamicData(nameof(FrontServers.Names), typeof(FrontServers))]
    [Timeout(Limits.Test)]
    public async Task Tester_WhenDown_PassesByTheCookie(string server)
    {
        await using var front = await ServerPool.TakeAsync(server, test.CancellationToken);
        var findings = new Findings(front);
        await front.SwitchDownAsync();

        foreach (var cookie in PassingCookies)
        {
            await findings.ExpectAppAsync(new RawRequest("GET", "/shop", ("Cookie", cookie)));
        }

        await findings.ExpectAppAsync(new RawRequest("GET", "/shop", ("Cookie", "a=b"), ("Cookie", "downpage-pass=x")));
        await findings.ExpectSameAsync(
            new RawRequest("GET", "/status/503?body=true&retry=7", ("Cookie", "__Host-downpage-pass=x")));
        await findings.ExpectSameAsync(
            new RawRequest("POST", "/echo", ("Cookie", "__Host-downpage-pass=x")) { Body = Requests.Large });
        findings.AssertNone();
    }

    [TestMethod]
    [DynamicData(nameof(FrontServers.Names), typeof(FrontServers))]
    [Timeout(Limits.Test)]
    public async Task AllowedAddress_WhenDown_Passes(string server)
    {
        await using var front = await ServerPool.TakeAsync(server, test.CancellationToken);
        var findings = new Findings(front);
        await front.SwitchDownAsync();

        foreach (var request in Requests.OfAnyMethod("/echo").Where(request => request.Method != "HEAD"))
        {
            await findings.ExpectSameAsync(request with { From = FrontLease.Allowed });
        }

        // The app's own 503 is no page's business, for them too.
        foreach (var target in (string[])["/status/503?body=true&retry=7", "/status/503", "/status/502?body=true", "/status/404"])
        {
            await findings.ExpectSameAsync(new RawRequest("GET", target) { From = FrontLease.Allowed });
        }

        await findings.ExpectAppAsync(
            new RawRequest("GET", "/shop", ("X-Forwarded-For", "203.0.113.1")) { From = FrontLease.Allowed });
        findings.AssertNone();
    }

    [TestMethod]
    [DynamicData(nameof(FrontServers.Names), typeof(FrontServers))]
    [Timeout(Limits.Test)]
    public async Task Visitor_WhenDown_PassesByNothingThatAnybodyCanSay(string server)
    {
        await using var front = await ServerPool.TakeAsync(server, test.CancellationToken);
        var findings = new Findings(front);
        await front.SwitchDownAsync();

        foreach (var header in OtherHeaders)
        {
            await findings.ExpectAsync(findings.Down, new RawRequest("GET", "/shop", header));
        }

        await findings.ExpectAsync(findings.Down, new RawRequest("GET", "/shop") { Host = "127.0.0.2" });
        findings.AssertNone();
    }
}
