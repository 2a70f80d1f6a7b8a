using DownPage.Farm.Tests.Parts;

namespace DownPage.Farm.Tests.Outages;

/// <summary>Redis goes away and comes back, with what it had or with nothing.</summary>
[TestClass]
public sealed class RestartTests
{
    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(2);

    public required TestContext TestContext { get; init; }

    [TestMethod]
    [DataRow(true, false, DisplayName = "stopped, comes back with its data")]
    [DataRow(false, false, DisplayName = "stopped, comes back empty")]
    [DataRow(true, true, DisplayName = "killed, comes back with its data")]
    [DataRow(false, true, DisplayName = "killed, comes back empty")]
    [Timeout(60_000, CooperativeCancellation = true)]
    public async Task Nodes_WhileRedisIsGoneAndAfter_StayDown(bool keepsData, bool killed)
    {
        await using var farm = await RedisFarm.StartAsync(keepsData: keepsData);
        await farm.Nodes[0].SwitchAsync(down: true, "anna");
        await farm.AgreeAsync(down: true, "anna");
        var revision = farm.Nodes[0].Revision;

        await (killed ? farm.Redis.KillAsync() : farm.Redis.StopAsync());
        await RedisFarm.StayAsync(farm.Nodes, down: true, Outage);
        var status = await farm.Nodes[1].StatusAsync(TestContext.CancellationToken);
        Assert.IsNotNull(status.Problem);

        await farm.Redis.StartAgainAsync();
        var newcomer = await farm.AddNodeAfterIntervalAsync();
        await farm.AgreeAsync(down: true, "anna");
        Assert.AreEqual(revision, newcomer.Revision);
        await newcomer.SwitchAsync(down: false, "bert");
        TestContext.WriteLine($"after the restart all agree after {await farm.AgreeAsync(down: false)}");
        await farm.AssertNobodyNoticedAsync();
    }

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    public async Task Change_WhileRedisIsGone_IsAnErrorAndChangesNothing()
    {
        await using var farm = await RedisFarm.StartAsync(keepsData: true);
        await farm.Nodes[0].SwitchAsync(down: true, "anna");
        await farm.AgreeAsync(down: true, "anna");
        await farm.Redis.KillAsync();

        foreach (var node in farm.Nodes)
        {
            await Assert.ThrowsExactlyAsync<IOException>(() => node.SwitchAsync(down: false, "bert"));
        }

        await RedisFarm.StayAsync(farm.Nodes, down: true, TimeSpan.FromMilliseconds(500));
        await farm.Redis.StartAgainAsync();
        await farm.AgreeAsync(down: true, "anna");
        await RedisFarm.StayAsync(farm.Nodes, down: true, RedisFarm.Interval * 4);
        Assert.DoesNotContain(
            "bert", (await farm.Nodes[0].HistoryAsync(TestContext.CancellationToken)).Select(entry => entry.Actor));
        await farm.AssertNobodyNoticedAsync();
    }

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    public async Task Node_StartedWhileRedisIsGone_FollowsAsSoonAsItIsThere()
    {
        await using var farm = await RedisFarm.StartAsync(size: 1, keepsData: true);
        await farm.Nodes[0].SwitchAsync(down: true, "anna");
        await farm.Redis.StopAsync();

        var node = await farm.AddNodeAsync();
        await RedisFarm.StayAsync([node], down: false, TimeSpan.FromMilliseconds(500));
        await farm.Redis.StartAgainAsync();

        await farm.AgreeAsync(down: true, "anna");
        await farm.AssertNobodyNoticedAsync();
    }

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    public async Task Node_WithADownFileWhileRedisIsGone_GoesDownAlone()
    {
        await using var farm = await RedisFarm.StartAsync(size: 2);
        await farm.Redis.StopAsync();

        farm.Nodes[0].WriteDownFile("""{ "actor": "the way out" }""");
        await RedisFarm.AgreeAsync([farm.Nodes[0]], down: true);

        await RedisFarm.StayAsync([farm.Nodes[1]], down: false, TimeSpan.FromMilliseconds(500));
        Assert.AreEqual("the way out", farm.Nodes[0].State.Actor);
        await farm.AssertNobodyNoticedAsync();
    }
}
