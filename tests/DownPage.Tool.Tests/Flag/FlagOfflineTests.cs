using DownPage.Tool.Tests.Verify;

namespace DownPage.Tool.Tests.Flag;

/// <summary>The flag where IIS's file takes the site down, and where an app runs.</summary>
[TestClass]
public sealed class FlagOfflineTests(TestContext test)
{
    [TestMethod]
    public async Task OfflineAndOnline_FlagFollowsThoughNoAppRuns()
    {
        using var pages = PublishedPages.Usual();
        var flag = pages.PathOf("maintenance.on");

        var offline = await ToolRun.RunAsync(pages.Root, TimeProvider.System, "offline");
        Assert.AreEqual("", offline.Error);
        Assert.IsTrue(File.Exists(flag));

        await ToolRun.RunAsync(pages.Root, TimeProvider.System, "online");
        Assert.IsFalse(File.Exists(flag));
    }

    [TestMethod]
    public async Task Online_SiteThatIsDownByItsFile_KeepsTheFlag()
    {
        using var pages = PublishedPages.Usual();
        await ToolRun.RunAsync(pages.Root, TimeProvider.System, "down");
        await ToolRun.RunAsync(pages.Root, TimeProvider.System, "offline");

        await ToolRun.RunAsync(pages.Root, TimeProvider.System, "online");

        Assert.IsTrue(File.Exists(pages.PathOf("maintenance.on")));
    }

    [TestMethod]
    public async Task Offline_FileThatTheAppDoesNotHonor_RaisesNoFlag()
    {
        using var pages = PublishedPages.Usual();
        await File.WriteAllTextAsync(
            pages.PathOf("appsettings.json"), """{ "MaintenanceMode": { "HonorAppOffline": false } }""", test.CancellationToken);

        await ToolRun.RunAsync(pages.Root, TimeProvider.System, "offline");

        Assert.IsFalse(File.Exists(pages.PathOf("maintenance.on")));
    }

    [TestMethod]
    [Timeout(120_000)]
    public async Task App_ThatRuns_HealsWhatAKilledCommandHasLeft()
    {
        using var pages = PublishedPages.Usual();
        var flag = pages.PathOf("maintenance.on");
        await File.WriteAllTextAsync(flag, "", test.CancellationToken);

        await using var app = await LiveApp.StartAsync(pages.Root, isDown: null);
        Assert.IsFalse(File.Exists(flag), "as it starts: the site is up");

        await File.WriteAllTextAsync(pages.PathOf("maintenance.json"), "{}", test.CancellationToken);
        await UntilAsync(() => File.Exists(flag), "killed after the state was written");

        File.Delete(flag);
        await UntilAsync(() => File.Exists(flag), "killed after the flag was removed");

        await ToolRun.RunAsync(pages.Root, TimeProvider.System, "up");
        Assert.IsFalse(File.Exists(flag));
        await Task.Delay(TimeSpan.FromSeconds(2.5), test.CancellationToken);
        Assert.IsFalse(File.Exists(flag), "and the app agrees");
    }

    private async Task UntilAsync(Func<bool> holds, string what)
    {
        while (!holds())
        {
            test.CancellationToken.ThrowIfCancellationRequested();
            await Task.Delay(50, test.CancellationToken);
        }

        test.WriteLine(what);
    }
}
