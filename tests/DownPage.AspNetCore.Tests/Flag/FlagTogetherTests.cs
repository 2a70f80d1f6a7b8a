using DownPage.AspNetCore.State;
using DownPage.DownFile;
using DownPage.History;
using DownPage.Switching;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DownPage.AspNetCore.Tests.Flag;

/// <summary>Writers, an app that looks, and nodes that share a state: all of them agree on the flag.</summary>
[TestClass]
public sealed class FlagTogetherTests
{
    private static readonly ChangeOrigin Anna = new(ChangeSource.Command, "anna");

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    [Timeout(120_000)]
    public async Task Writers_WhileAnAppLooks_WhoeverHoldsTheLockSeesThemAgree()
    {
        await using var site = await MaintainedSite.StartAsync();
        var order = site.Services.GetRequiredService<SiteFlag>().Order;
        Assert.IsNotNull(order);
        using var over = new CancellationTokenSource();
        var looking = Task.Run(() => Look(site, over.Token), TestContext.CancellationToken);
        var watching = Task.Run(() => WatchAsync(site.DownFile, order.Path, over.Token), TestContext.CancellationToken);

        await Task.WhenAll(Enumerable.Range(0, 2).Select(number => Task.Run(
            () => WriteAsync(new StateFile(site.DownFile, order), site.Clock, number), TestContext.CancellationToken)));

        await over.CancelAsync();
        await looking;
        var (seen, wrong) = await watching;
        TestContext.WriteLine($"{seen} looks under the lock, {site.Log.Of("FlagChanged").Count} by the app.");
        Assert.IsGreaterThan(0, seen);
        Assert.AreEqual(0, wrong);
        Assert.AreEqual(File.Exists(site.DownFile), File.Exists(order.Path));
    }

    [TestMethod]
    [Timeout(60_000)]
    public async Task Farm_OneChangeOnOneNode_FlagsOfAllNodesFollow()
    {
        var cache = new MemoryDistributedCache(Options.Create(new MemoryDistributedCacheOptions()));
        await using var one = await NodeAsync(cache);
        await using var two = await NodeAsync(cache);

        await one.Maintenance.EnterAsync(cancellationToken: TestContext.CancellationToken);
        Assert.IsTrue(IsFlagged(one), "at once");
        await UntilAsync(() => IsFlagged(two));
        Assert.IsFalse(File.Exists(two.DownFile));

        await two.Maintenance.LeaveAsync(cancellationToken: TestContext.CancellationToken);
        Assert.IsFalse(IsFlagged(two), "at once");
        await UntilAsync(() => !IsFlagged(one));
    }

    [TestMethod]
    [Timeout(60_000)]
    public async Task Farm_NodeThatStartsWhileItIsDown_NeverTakesItsFlagAway()
    {
        var cache = new MemoryDistributedCache(Options.Create(new MemoryDistributedCacheOptions()));
        await using var one = await NodeAsync(cache);
        await one.Maintenance.EnterAsync(cancellationToken: TestContext.CancellationToken);
        using var folder = new TempFolder();
        var flag = folder.Write("maintenance.on", "");
        File.SetLastWriteTimeUtc(flag, DateTime.UnixEpoch);

        await using var two = await NodeAsync(cache, flag);

        Assert.IsTrue(two.Maintenance.Current.IsDown);
        Assert.AreEqual(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(flag));
    }

    private static bool IsFlagged(MaintainedSite site) => File.Exists(Path.Combine(site.ContentRoot, "maintenance.on"));

    private static Task<MaintainedSite> NodeAsync(IDistributedCache cache, string? flag = null) => MaintainedSite.StartAsync(
        options =>
        {
            options.FlagFile = flag;
            options.PollInterval = TimeSpan.FromMilliseconds(100);
            options.Farm.Interval = TimeSpan.FromMilliseconds(200);
        },
        builder =>
        {
            builder.Services.AddSingleton(TimeProvider.System);
            builder.Services.AddSingleton(cache);
            builder.Services.AddMaintenanceMode().UseDistributedCache();
        });

    private static void Look(MaintainedSite site, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            site.Clock.Advance(TimeSpan.FromSeconds(1));
        }
    }

    private async Task WriteAsync(StateFile file, TimeProvider clock, int number)
    {
        for (var round = 0; round < 60; round++)
        {
            var change = ((round + number) % 3) switch
            {
                0 => StateChange.Down(new DownOrder(), Anna),
                1 => StateChange.Down(new DownOrder { Message = "m" }, Anna),
                _ => StateChange.Up(Anna, (_, _) => false),
            };
            Assert.IsNull((await file.ChangeAsync(change, clock, TestContext.CancellationToken)).FlagProblem);
            await Task.Delay(round % 7, TestContext.CancellationToken);
        }
    }

    private static async Task<(int Seen, int Wrong)> WatchAsync(string downFile, string flag, CancellationToken over)
    {
        var (seen, wrong) = (0, 0);
        while (!over.IsCancellationRequested)
        {
            try
            {
                using var taken = await DownFileLock.TakeAsync(downFile, TimeSpan.Zero, CancellationToken.None);
                var document = new DownFileStore(downFile).Read().Document;
                seen++;
                wrong += document is { Down: true, Message: null } == File.Exists(flag) ? 0 : 1;
            }
            catch (DownFileException)
            {
                // Somebody is writing.
            }
        }

        return (seen, wrong);
    }

    private async Task UntilAsync(Func<bool> holds)
    {
        while (!holds())
        {
            await Task.Delay(20, TestContext.CancellationToken);
        }
    }
}
