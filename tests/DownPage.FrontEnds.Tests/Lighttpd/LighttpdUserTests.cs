using System.Net;
using DownPage.FrontEnds.Tests.Programs;

namespace DownPage.FrontEnds.Tests.Lighttpd;

/// <summary>What is of lighttpd alone: its cache of what is on the disk, and scripts of a user's own.</summary>
[TestClass]
public sealed class LighttpdUserTests(TestContext test)
{
    [TestMethod]
    [Timeout(60_000)]
    public async Task Flag_SetAndRemovedQuickly_IsSeenByTheNextRequest()
    {
        NeedServer();
        using var app = new SmallApp();
        using var site = new DeployedSite("lighttpd");
        using var server = await LighttpdProgram.StartAsync(site, app.Port, test.CancellationToken);

        for (var turn = 0; turn < 5; turn++)
        {
            using var up = await server.AskAsync("/shop", test.CancellationToken);
            await File.WriteAllTextAsync(site.Flag, "", test.CancellationToken);
            using var down = await server.AskAsync("/shop", test.CancellationToken);
            File.Delete(site.Flag);

            Assert.AreEqual(HttpStatusCode.OK, up.StatusCode);
            Assert.AreEqual(HttpStatusCode.ServiceUnavailable, down.StatusCode);
        }
    }

    [TestMethod]
    [Timeout(60_000)]
    public async Task Flag_ThatTheServerMayNotRead_IsSeen()
    {
        NeedServer();
        using var app = new SmallApp();
        using var site = new DeployedSite("lighttpd");
        using var server = await LighttpdProgram.StartAsync(site, app.Port, test.CancellationToken);
        await File.WriteAllTextAsync(site.Flag, "", test.CancellationToken);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(site.Flag, UnixFileMode.None);
        }

        using var down = await server.AskAsync("/shop", test.CancellationToken);

        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, down.StatusCode);
    }

    [TestMethod]
    [Timeout(60_000)]
    public async Task Page_ThatIsReplaced_IsShownByTheNextRequest()
    {
        NeedServer();
        using var site = new DeployedSite("lighttpd");
        using var server = await LighttpdProgram.StartAsync(site, RunningServer.FreePort(), test.CancellationToken);

        using var before = await server.AskAsync("/shop", test.CancellationToken);
        await File.WriteAllTextAsync(
            Path.Combine(site.Root, "_downpage", "503.html"), "<body>another", test.CancellationToken);
        using var after = await server.AskAsync("/shop", test.CancellationToken);

        Assert.Contains("<body>503", await before.Content.ReadAsStringAsync(test.CancellationToken));
        Assert.AreEqual("<body>another", await after.Content.ReadAsStringAsync(test.CancellationToken));
    }

    [TestMethod]
    [Timeout(60_000)]
    public async Task Script_OfAUsersOwn_RunsAsWell()
    {
        NeedServer();
        using var app = new SmallApp();
        using var site = new DeployedSite("lighttpd");
        var script = Path.Combine(site.Root, "own.lua");
        await File.WriteAllTextAsync(
            script, "if lighty.r.req_attr[\"uri.path\"] == \"/own\" then return 418 end", test.CancellationToken);
        using var server = await LighttpdProgram.StartAsync(
            site, app.Port, test.CancellationToken, $"magnet.attract-raw-url-to += ( \"{script}\" )");

        using var own = await server.AskAsync("/own", test.CancellationToken);
        using var other = await server.AskAsync("/shop", test.CancellationToken);
        await File.WriteAllTextAsync(site.Flag, "", test.CancellationToken);
        using var down = await server.AskAsync("/own", test.CancellationToken);

        Assert.AreEqual(418, (int)own.StatusCode);
        Assert.AreEqual(HttpStatusCode.OK, other.StatusCode);
        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, down.StatusCode);
    }

    private static void NeedServer()
    {
        if (!LighttpdProgram.IsInstalled)
        {
            Assert.Inconclusive("lighttpd or its mod_magnet is not installed.");
        }
    }
}
