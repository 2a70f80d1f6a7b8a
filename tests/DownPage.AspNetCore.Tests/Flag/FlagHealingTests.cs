using DownPage.AspNetCore.State;
using DownPage.DownFile;
using DownPage.Status;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DownPage.AspNetCore.Tests.Flag;

/// <summary>What others leave, and what cannot be: the app mends it, or tells it once.</summary>
[TestClass]
public sealed class FlagHealingTests
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public async Task Flag_MadeOrTakenByHand_IsMended()
    {
        await using var site = await MaintainedSite.StartAsync();

        File.WriteAllText(FlagOf(site), "");
        site.Clock.Advance(Poll);
        Assert.IsFalse(IsFlagged(site));

        Write(site, "");
        File.Delete(FlagOf(site));
        site.Clock.Advance(Poll);
        Assert.IsTrue(IsFlagged(site));
    }

    [TestMethod]
    public async Task Start_WithAStaleFlag_RemovesItAndAStopLeavesIt()
    {
        using var folder = new TempFolder();
        var flag = folder.Write("down.on", "");
        var down = folder.Write("down.json", """{ "until": "2026-11-21T11:59:59Z" }""");

        await using (await MaintainedSite.StartAsync(options => options.DownFile = down))
        {
            Assert.IsFalse(File.Exists(flag), "its end has passed meanwhile");
        }

        folder.Write("down.json", "");
        await using (await MaintainedSite.StartAsync(options => options.DownFile = down))
        {
            Assert.IsTrue(File.Exists(flag));
        }

        Assert.IsTrue(File.Exists(flag), "a stopped app is down still");
    }

    [TestMethod]
    public async Task Flag_ThatCannotBeWritten_IsLoggedOnceAndWhenItCanBeAgain()
    {
        await using var site = await MaintainedSite.StartAsync();
        Directory.CreateDirectory(FlagOf(site));

        Write(site, "");
        site.Clock.Advance(Poll * 20);

        var warned = Assert.ContainsSingle(record => record.EventName == "FlagNotKept", site.Log.OfMaintenance);
        Assert.AreEqual(LogLevel.Warning, warned.Level);
        Assert.Contains($"'{FlagOf(site)}' cannot be written: it is a folder", warned.Message);
        Assert.IsNull((await StatusAsync(site)).Problem, "the app answers");

        Directory.Delete(FlagOf(site));
        site.Clock.Advance(Poll * 2);
        Assert.IsTrue(IsFlagged(site));
        Assert.HasCount(1, site.Log.Of("FlagKept"));
    }

    [TestMethod]
    [OSCondition(OperatingSystems.Linux)]
    public async Task Flag_WhereNobodyMayWrite_IsLoggedOnceAndByItsOwnName()
    {
        await using var site = await MaintainedSite.StartAsync(options => options.FlagFile = "/proc/maintenance.on");

        Write(site, "");
        site.Clock.Advance(Poll * 20);

        var warned = Assert.ContainsSingle(site.Log.Of("FlagNotKept"));
        Assert.DoesNotContain(".tmp", warned);
        Assert.Contains("MaintenanceMode:FlagFile", warned);
    }

    [TestMethod]
    public async Task Flag_ThatCannotBeRemoved_IsInTheStatus()
    {
        await using var site = await MaintainedSite.StartAsync();
        File.WriteAllText(FlagOf(site), "somebody's notes");
        site.Clock.Advance(Poll * 5);

        Assert.Contains("remove it by hand", (await StatusAsync(site)).Problem ?? "");
        Assert.HasCount(1, site.Log.Of("FlagNotKept"));

        File.Delete(FlagOf(site));
        site.Clock.Advance(Poll);
        Assert.IsNull((await StatusAsync(site)).Problem);
    }

    [TestMethod]
    public async Task Folder_OfADownFileThatCannotBeLocked_FlagElsewhereIsKeptEvenSo()
    {
        using var folder = new TempFolder();
        await using var site = await MaintainedSite.StartAsync(options =>
            (options.DownFile, options.FlagFile, options.Enabled) = ("/proc/maintenance.json", folder.PathOf("on"), true));

        Assert.IsTrue(File.Exists(folder.PathOf("on")));
    }

    [TestMethod]
    public async Task Lock_HeldByAWriter_TheAppLeavesTheFlagToIt()
    {
        await using var site = await MaintainedSite.StartAsync();
        using (await DownFileLock.TakeAsync(site.DownFile, Poll, TestContext.CancellationToken))
        {
            Write(site, "");
            site.Clock.Advance(Poll * 5);

            Assert.IsTrue(site.Maintenance.Current.IsDown);
            Assert.IsFalse(IsFlagged(site));
            Assert.IsEmpty(site.Log.Of("FlagNotKept"));
        }

        site.Clock.Advance(Poll);
        Assert.IsTrue(IsFlagged(site));
    }

    [TestMethod]
    public async Task Nodes_OnOneFolder_Agree()
    {
        using var folder = new TempFolder();
        await using var one = await MaintainedSite.StartAsync(options => options.DownFile = folder.PathOf("down.json"));
        await using var two = await MaintainedSite.StartAsync(options => options.DownFile = folder.PathOf("down.json"));

        await one.Maintenance.EnterAsync(cancellationToken: TestContext.CancellationToken);
        two.Clock.Advance(Poll * 3);
        Assert.IsTrue(File.Exists(folder.PathOf("down.on")));
        Assert.IsTrue(two.Maintenance.Current.IsDown);

        await two.Maintenance.LeaveAsync(cancellationToken: TestContext.CancellationToken);
        one.Clock.Advance(Poll * 3);
        Assert.IsFalse(File.Exists(folder.PathOf("down.on")));
        Assert.IsEmpty(one.Log.Of("FlagChanged").Concat(two.Log.Of("FlagChanged")), "who changed the state did it");
    }

    private static string FlagOf(MaintainedSite site) => Path.Combine(site.ContentRoot, "maintenance.on");

    private static bool IsFlagged(MaintainedSite site) => File.Exists(FlagOf(site));

    private static void Write(MaintainedSite site, string content)
    {
        File.WriteAllText(site.DownFile, content);
        site.Clock.Advance(Poll);
    }

    private Task<StatusDocument> StatusAsync(MaintainedSite site)
        => site.Services.GetRequiredService<StatusComposer>().ComposeAsync(TestContext.CancellationToken);
}
