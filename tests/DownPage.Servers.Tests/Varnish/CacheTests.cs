using System.Diagnostics;
using DownPage.Servers.Tests.Checks;
using DownPage.Servers.Tests.Harness;
using DownPage.Servers.Tests.Http;
using DownPage.Servers.Tests.Scenarios;
using DownPage.Servers.Tests.Servers;

namespace DownPage.Servers.Tests.Varnish;

/// <summary>What Varnish has kept outlives the app, and no page takes its place.</summary>
[TestClass]
public sealed class CacheTests(TestContext test)
{
    [TestMethod]
    [Timeout(Limits.Test)]
    public async Task KeptAnswer_WhenGone_IsServedAndStays()
    {
        await using var front = await ServerPool.TakeAsync("varnish", test.CancellationToken);
        var findings = new Findings(front);
        var kept = new RawRequest("GET", "/shop/kept-" + Guid.NewGuid().ToString("N"));
        await findings.ExpectAppAsync(kept);
        await front.AppGoneAsync();
        // It is kept for one second, and may be shown for an hour.
        await Task.Delay(1_200, test.CancellationToken);

        for (var number = 0; number < 4; number++)
        {
            await findings.ExpectAppAsync(kept);
            await Task.Delay(300, test.CancellationToken);
        }

        await findings.ExpectAsync(findings.Gone, new RawRequest("GET", kept.Target + "-not"));
        findings.AssertNone();
    }

    [TestMethod]
    [Timeout(Limits.Test)]
    public async Task KeptAnswer_WhenDown_IsNotServed()
    {
        await using var front = await ServerPool.TakeAsync("varnish", test.CancellationToken);
        var findings = new Findings(front);
        var kept = new RawRequest("GET", "/shop/kept-" + Guid.NewGuid().ToString("N"));
        await findings.ExpectAppAsync(kept);

        await front.SwitchDownAsync();

        await findings.ExpectAsync(findings.Down, kept);
        findings.AssertNone();
    }

    [TestMethod]
    [Timeout(Limits.Test)]
    public async Task SameAddress_OfAnAppThatHangs_IsNotWaitedForOneByOne()
    {
        await using var front = await ServerPool.TakeAsync("varnish", test.CancellationToken);
        var findings = new Findings(front);
        await front.App.PauseAsync(test.CancellationToken);
        var since = Stopwatch.GetTimestamp();

        await Task.WhenAll(Enumerable.Range(0, 8)
            .Select(_ => findings.ExpectAsync(Findings.Page(503), new RawRequest("GET", "/shop/kept-by-a-hanging-app"))));

        // One after the other it would be eight seconds.
        Assert.IsLessThan(5, Stopwatch.GetElapsedTime(since).TotalSeconds);
        findings.AssertNone();
    }

    [TestMethod]
    [Timeout(Limits.Test)]
    public async Task Page_IsNotKept()
    {
        await using var front = await ServerPool.TakeWithoutAppAsync("varnish", test.CancellationToken);
        var findings = new Findings(front);
        var request = new RawRequest("GET", "/shop/kept-" + Guid.NewGuid().ToString("N"));
        await findings.ExpectAsync(findings.Gone, request);

        await front.AppUpAsync();

        await findings.ExpectAppAsync(request);
        findings.AssertNone();
    }

    [TestMethod]
    [Timeout(Limits.Test)]
    public async Task Reload_WithoutTheConfiguration_FailsAndKeepsTheOld()
    {
        await using var front = await ServerPool.TakeWithoutAppAsync("varnish", test.CancellationToken);
        var findings = new Findings(front);
        var file = Path.Combine(front.Setup.ConfigRoot, "downpage.vcl");
        File.Move(file, file + ".gone");

        var loaded = await VarnishServer.AdminAsync(
            front.Setup, test.CancellationToken, "vcl.load", "missing", front.Setup.PathOf("default.vcl"));
        File.Move(file + ".gone", file);

        Assert.AreNotEqual(0, loaded.ExitCode);
        await findings.ExpectAsync(findings.Gone, new RawRequest("GET", "/shop"));
        findings.AssertNone();
    }
}
