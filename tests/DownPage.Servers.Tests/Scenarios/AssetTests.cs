using DownPage.Servers.Tests.Checks;
using DownPage.Servers.Tests.Harness;
using DownPage.Servers.Tests.Http;
using DownPage.Servers.Tests.Servers;

namespace DownPage.Servers.Tests.Scenarios;

/// <summary>
/// What is too large to be put into a page lies beside it, and is there whenever the page is. And the address that
/// always answers with the maintenance page, for whoever wants to know whether all is well.
/// </summary>
[TestClass]
public sealed class AssetTests(TestContext test)
{
    [TestMethod]
    [DynamicData(nameof(FrontServers.Names), typeof(FrontServers))]
    [Timeout(Limits.Test)]
    public async Task Asset_WhenUp_IsThere(string server)
    {
        await using var front = await ServerPool.TakeAsync(server, test.CancellationToken);
        var findings = new Findings(front);

        await ExpectAssetsAsync(front, findings, instead: null);
        await ExpectProbeAsync(findings);

        findings.AssertNone();
    }

    [TestMethod]
    [DynamicData(nameof(FrontServers.Names), typeof(FrontServers))]
    [Timeout(Limits.Test)]
    public async Task Asset_WhenGone_IsThere(string server)
    {
        await using var front = await ServerPool.TakeWithoutAppAsync(server, test.CancellationToken);
        var findings = new Findings(front);

        await ExpectAssetsAsync(front, findings, findings.Gone);
        await ExpectProbeAsync(findings);

        findings.AssertNone();
    }

    [TestMethod]
    [DynamicData(nameof(FrontServers.Names), typeof(FrontServers))]
    [Timeout(Limits.Test)]
    public async Task Asset_WhenDown_IsThere(string server)
    {
        await using var front = await ServerPool.TakeAsync(server, test.CancellationToken);
        var findings = new Findings(front);
        await front.SwitchDownAsync();

        await ExpectAssetsAsync(front, findings, findings.Down);
        await ExpectProbeAsync(findings);

        findings.AssertNone();
    }

    // A server that serves none lets the app answer, or shows its page.
    private static async Task ExpectAssetsAsync(FrontLease front, Findings findings, PageExpectation? instead)
    {
        Assert.IsNotEmpty(front.Pages.Assets);
        foreach (var name in front.Pages.Assets)
        {
            var target = "/_downpage/assets/" + name;
            if (front.Facts.Assets)
            {
                var bytes = File.ReadAllBytes(Path.Combine(front.Setup.PagesRoot, "assets", name));
                ExpectAsset(findings, await findings.AskAsync(new RawRequest("GET", target)), bytes);
                ExpectAsset(findings, await findings.AskAsync(new RawRequest("HEAD", target)), []);
            }
            else if (instead is null)
            {
                await findings.ExpectSameAsync(new RawRequest("GET", target));
            }
            else
            {
                await findings.ExpectAsync(instead, new RawRequest("GET", target));
            }
        }

        if (front.Facts.Assets)
        {
            await findings.ExpectOwnAsync(new RawRequest("GET", "/_downpage/assets/none.png"), 404);
        }
    }

    private static void ExpectAsset(Findings findings, RawAnswer answer, byte[] bytes)
    {
        findings.That(answer is { Status: 200, IsOfApp: false }, "the asset is served", answer);
        findings.That(answer.Body.AsSpan().SequenceEqual(bytes), "its bytes are those of the file", answer);
        findings.That(answer.Header("Content-Type") == "image/png", "its type is that of a picture", answer);
        findings.That(
            answer.Header("Cache-Control") == "public, max-age=31536000, immutable", "it may be kept, for its name is its hash", answer);
        findings.That(answer.Header("X-Content-Type-Options") == "nosniff", "its type is not guessed", answer);
        findings.That(answer.Header("Retry-After") is null, "it is no page", answer);
    }

    private static async Task ExpectProbeAsync(Findings findings)
    {
        await findings.ExpectAsync(findings.Down, new RawRequest("GET", "/_downpage/probe"));
        await findings.ExpectAsync(findings.Down, new RawRequest("HEAD", "/_downpage/probe"));
        await findings.ExpectAsync(
            findings.Down, new RawRequest("POST", "/_downpage/probe") { Body = "a=b"u8.ToArray() });
        await findings.ExpectAsync(
            findings.Down, new RawRequest("GET", "/_downpage/probe") { From = FrontLease.Allowed });
        await findings.ExpectAsync(
            findings.Down, new RawRequest("GET", "/_downpage/probe", ("Cookie", "downpage-pass=x")));
    }
}
