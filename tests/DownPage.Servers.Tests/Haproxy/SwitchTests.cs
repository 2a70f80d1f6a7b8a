using DownPage.Servers.Tests.Checks;
using DownPage.Servers.Tests.Harness;
using DownPage.Servers.Tests.Http;
using DownPage.Servers.Tests.Scenarios;
using DownPage.Servers.Tests.Servers;

namespace DownPage.Servers.Tests.Haproxy;

/// <summary>HAProxy is switched by the flag file or by the runtime API; a chroot hides the one, a reload forgets the other.</summary>
[TestClass]
public sealed class SwitchTests(TestContext test)
{
    [TestMethod]
    [Timeout(Limits.Test)]
    public async Task RuntimeApi_TakesTheSiteDown_UntilAReload()
    {
        await using var front = await ServerPool.TakeAsync("haproxy", test.CancellationToken);
        var findings = new Findings(front);
        var map = Path.Combine(front.Setup.ConfigRoot, "downpage.map");

        await HaproxyServer.AskAsync(front.Setup, $"add map {map} on 1", test.CancellationToken);
        await findings.ExpectAsync(findings.Down, new RawRequest("GET", "/shop"));
        await findings.ExpectAppAsync(new RawRequest("GET", "/healthz"));
        await HaproxyServer.AskAsync(front.Setup, $"del map {map} on", test.CancellationToken);
        await findings.ExpectAppAsync(new RawRequest("GET", "/shop"));

        await HaproxyServer.AskAsync(front.Setup, $"add map {map} on 1", test.CancellationToken);
        await front.PagesReadAgainAsync();
        await findings.ExpectAppAsync(new RawRequest("GET", "/shop"));
        findings.AssertNone();
    }

    [TestMethod]
    [Timeout(Limits.Test)]
    public async Task FlagFile_IsHeededAfterAReload()
    {
        await using var front = await ServerPool.TakeAsync("haproxy", test.CancellationToken);
        var findings = new Findings(front);
        await front.SwitchDownAsync();

        await front.PagesReadAgainAsync();

        await findings.ExpectAsync(findings.Down, new RawRequest("GET", "/shop"));
        findings.AssertNone();
    }

    [TestMethod]
    [Timeout(Limits.Test)]
    public async Task FlagFile_OutsideTheChroot_IsNotSeenAndThatIsSaid()
    {
        await using var front = await ServerPool.TakeAsync("haproxy", test.CancellationToken);
        var jail = Directory.CreateDirectory(front.Setup.PathOf("jail")).FullName;
        await using var spare = await SpareHaproxy.StartAsync(front, $"""
            frontend spare
                bind 127.0.0.1:{front.Setup.SparePort}
                use_backend downpage if {"{ lua.downpage -m bool }"}
                default_backend app
            backend app
                server app1 127.0.0.1:{front.Setup.AppPort}
            """, $"chroot {jail}");
        await front.SwitchDownAsync();

        Assert.IsTrue((await spare.GetAsync("/shop")).IsOfApp);
        Assert.Contains($"HAProxy cannot see {front.Setup.FlagFile}", spare.Output);

        // As the mount that the guide has one make.
        var seen = jail + front.Setup.FlagFile;
        Directory.CreateDirectory(Path.GetDirectoryName(seen) ?? "");
        await File.WriteAllTextAsync(seen, "", test.CancellationToken);
        var answer = await spare.GetAsync("/shop");
        Assert.AreEqual(503, answer.Status);
        Assert.Contains("page-maintenance-en", answer.Text);
    }

    [TestMethod]
    [Timeout(Limits.Test)]
    public async Task FlagFile_ThatMayNotBeRead_IsThereAllTheSame()
    {
        await using var front = await ServerPool.TakeAsync("haproxy", test.CancellationToken);
        var findings = new Findings(front);
        await front.SwitchDownAsync();

        File.SetUnixFileMode(front.Setup.FlagFile, UnixFileMode.UserRead);

        await findings.ExpectAsync(findings.Down, new RawRequest("GET", "/shop"));
        findings.AssertNone();
    }
}
