using DownPage.Servers.Tests.Checks;
using DownPage.Servers.Tests.Harness;
using DownPage.Servers.Tests.Http;
using DownPage.Servers.Tests.Servers;

namespace DownPage.Servers.Tests.Scenarios;

/// <summary>Something is wrong with the files of the pages, or they are replaced while the server runs.</summary>
[TestClass]
public sealed class FileTests(TestContext test)
{
    private static readonly RawRequest[] Some =
    [
        new("GET", "/shop"), new("HEAD", "/shop"), new("POST", "/echo") { Body = "name=value"u8.ToArray() },
        new("GET", "/shop", ("Accept", "application/json"), ("Accept-Language", "de"), ("Accept-Encoding", "br, gzip")),
    ];

    [TestMethod]
    [DynamicData(nameof(FrontServers.Names), typeof(FrontServers))]
    [Timeout(Limits.Test)]
    public async Task Failure_WithoutItsPage_KeepsItsStatus(string server)
    {
        await using var front = await ServerPool.TakeWithoutAppAsync(server, test.CancellationToken);
        var findings = new Findings(front);

        front.Pages.Remove();
        await Task.Delay(front.Facts.PagesTake, test.CancellationToken);

        await ExpectAsync(findings, front.Facts.Missing, findings.Gone);
        findings.AssertNone();
    }

    [TestMethod]
    [DynamicData(nameof(FrontServers.Names), typeof(FrontServers))]
    [Timeout(Limits.Test)]
    public async Task Maintenance_WithoutItsPage_IsA503(string server)
    {
        await using var front = await ServerPool.TakeAsync(server, test.CancellationToken);
        var findings = new Findings(front);

        front.Pages.Remove();
        await Task.Delay(front.Facts.PagesTake, test.CancellationToken);
        await front.SwitchDownAsync();

        await ExpectAsync(findings, front.Facts.Missing is null ? null : 503, findings.Down);
        findings.AssertNone();
    }

    [TestMethod]
    [DynamicData(nameof(FrontServers.Names), typeof(FrontServers))]
    [Timeout(Limits.Test)]
    public async Task Failure_WithAPageThatMayNotBeRead_KeepsItsStatus(string server)
    {
        await using var front = await ServerPool.TakeWithoutAppAsync(server, test.CancellationToken);
        var findings = new Findings(front);

        Forbid(front);
        await Task.Delay(front.Facts.PagesTake, test.CancellationToken);

        await ExpectAsync(findings, front.Facts.Unreadable, findings.Gone);
        findings.AssertNone();
    }

    [TestMethod]
    [DynamicData(nameof(FrontServers.Names), typeof(FrontServers))]
    [Timeout(Limits.Test)]
    public async Task Maintenance_WithAPageThatMayNotBeRead_IsA503(string server)
    {
        await using var front = await ServerPool.TakeAsync(server, test.CancellationToken);
        var findings = new Findings(front);

        Forbid(front);
        await Task.Delay(front.Facts.PagesTake, test.CancellationToken);
        await front.SwitchDownAsync();

        await ExpectAsync(findings, front.Facts.Unreadable is null ? null : 503, findings.Down);
        findings.AssertNone();
    }

    [TestMethod]
    [DynamicData(nameof(FrontServers.Names), typeof(FrontServers))]
    [Timeout(Limits.Test)]
    public async Task Page_ThatIsReplaced_IsShownAtOnceOrAfterAReload(string server)
    {
        await using var front = await ServerPool.TakeWithoutAppAsync(server, test.CancellationToken);
        var findings = new Findings(front);

        foreach (var request in Some)
        {
            await findings.AskAsync(request);
        }

        front.Pages.Replace();
        if (front.Facts.PagesNeedReload)
        {
            front.Pages.AreThoseOfThePublish = true;
            await findings.ExpectAsync(findings.Gone, Some[0]);
            await front.PagesReadAgainAsync();
            front.Pages.AreThoseOfThePublish = false;
            await front.UntilAsync(
                async () => (await front.GetAsync("/shop")).Text.EndsWith("<!-- replaced -->", StringComparison.Ordinal),
                TimeSpan.FromSeconds(10), "the new page");
        }
        else
        {
            await Task.Delay(front.Facts.PagesTake, test.CancellationToken);
        }

        await findings.ExpectAsync(findings.Gone, Some[0]);
        await findings.ExpectAsync(findings.Gone, Some[2]);
        findings.AssertNone();
    }

    private static void Forbid(FrontLease front)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            Assert.Inconclusive(
                "Servers run as whoever runs the tests, who may read the pages: run the tests as root.");
        }

        front.Pages.Forbid();
    }

    // Without a status the page is in memory.
    private static async Task ExpectAsync(Findings findings, int? status, PageExpectation page)
    {
        foreach (var request in status is null ? Some[..3] : Some)
        {
            if (status is { } own)
            {
                await findings.ExpectOwnAsync(request, own);
            }
            else
            {
                await findings.ExpectAsync(page, request);
            }
        }
    }
}
