namespace DownPage.Tool.Tests.Commands;

[TestClass]
public sealed class UpTests : IDisposable
{
    private readonly AppSite site = new();

    public void Dispose() => site.Dispose();

    [TestMethod]
    public async Task Up_DownSite_RemovesTheFileAndTellsHowLong()
    {
        await site.DoAsync("down", "--reason", "move");
        site.Clock.Now += TimeSpan.FromMinutes(20);

        var run = await site.DoAsync("up", "--reason", "done", "--actor", "bert");

        Assert.IsFalse(File.Exists(site.DownFile));
        Assert.StartsWith("The site is up.", run.Out);
        var history = await site.DoAsync("history");
        Assert.Contains("20 min", history.Out);
        Assert.Contains("bert", history.Out);
    }

    [TestMethod]
    public async Task Up_UpSite_ChangesNothing()
    {
        var run = await site.DoAsync("up");

        Assert.Contains("nothing has changed", run.Out);
        Assert.IsFalse(File.Exists(site.HistoryFile));

        await site.DoAsync("schedule", "add", "later", "--start", "2026-12-01T03:00", "--duration", "1h");
        var before = await File.ReadAllBytesAsync(site.DownFile);
        Assert.Contains("nothing has changed", (await site.DoAsync("up")).Out);
        CollectionAssert.AreEqual(before, await File.ReadAllBytesAsync(site.DownFile));
    }

    [TestMethod]
    public async Task Up_OpenWindow_StaysShutUntilItsNextTime()
    {
        await site.DoAsync("schedule", "add", "noon", "--time", "11:30", "--duration", "1h", "--time-zone", "UTC");
        Assert.AreEqual(ExitCode.Down, (await site.RunAsync("status")).ExitCode);

        await site.DoAsync("up");

        Assert.AreEqual(ExitCode.Success, (await site.RunAsync("status")).ExitCode);
        site.Clock.Now += TimeSpan.FromDays(1);
        Assert.AreEqual(ExitCode.Down, (await site.RunAsync("status")).ExitCode);
    }

    [TestMethod]
    public async Task Up_OpenWindowOfTheConfiguration_IsLiftedToo()
    {
        using var planned = new AppSite("""
            { "MaintenanceMode": { "Windows": [ { "Name": "noon", "Time": "11:30", "Duration": "01:00:00" } ] } }
            """);
        Assert.AreEqual("noon", (string?)(await planned.StatusAsync())["window"]);

        await planned.DoAsync("up");

        Assert.AreEqual("2026-11-21T12:00:00+00:00", planned.Member("liftedAt"));
        Assert.AreEqual(ExitCode.Success, (await planned.RunAsync("status")).ExitCode);
    }

    [TestMethod]
    public async Task Up_AppOffline_SaysThatTheSiteIsDownStill()
    {
        await site.DoAsync("down");
        site.Write("app_offline.htm", "<p>Back soon.</p>");

        var run = await site.RunAsync("up");

        Assert.AreEqual(ExitCode.Down, run.ExitCode);
        Assert.Contains("app_offline.htm' takes the site down", run.Error);
        Assert.IsFalse(File.Exists(site.DownFile));
    }

    [TestMethod]
    public async Task Up_ConfigurationSaysDown_IsRefused()
    {
        using var held = new AppSite("""{ "MaintenanceMode": { "Enabled": true } }""");
        held.Write("maintenance.json", "");

        var run = await held.RunAsync("up");

        Assert.AreEqual(ExitCode.Failure, run.ExitCode);
        Assert.StartsWith("error DP0511: ", run.Error);
        Assert.IsTrue(File.Exists(held.DownFile));
    }

    [TestMethod]
    public async Task Extend_DownSite_MovesTheEnd()
    {
        await site.DoAsync("down", "--for", "20m");

        var run = await site.DoAsync("extend", "PT1H");

        Assert.AreEqual("2026-11-21T13:20:00+00:00", site.Member("until"));
        Assert.Contains("(in 1 h 20 min)", run.Out);
    }

    [TestMethod]
    public async Task Extend_UpSite_IsRefused()
    {
        var run = await site.RunAsync("extend", "1h");

        Assert.AreEqual(ExitCode.Failure, run.ExitCode);
        Assert.StartsWith("error DP0507: ", run.Error);
        Assert.AreEqual(ExitCode.Usage, (await site.RunAsync("extend", "0m")).ExitCode);
        Assert.AreEqual(ExitCode.Usage, (await site.RunAsync("extend")).ExitCode);
    }
}
