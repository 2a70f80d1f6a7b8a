using System.Diagnostics;
using DownPage.Farm.Tests.Parts;

namespace DownPage.Farm.Tests.Outages;

/// <summary>The network between the nodes and Redis is slow, or one node has lost it.</summary>
[TestClass]
public sealed class LineTests
{
    public required TestContext TestContext { get; init; }

    [TestMethod]
    [DataRow(LineState.Cut)]
    [DataRow(LineState.Silent)]
    [Timeout(60_000, CooperativeCancellation = true)]
    public async Task Node_CutOff_KeepsWhatItKnewAndFollowsAfterwards(object state)
    {
        await using var farm = await RedisFarm.StartAsync();
        await farm.Nodes[0].SwitchAsync(down: true, "anna");
        await farm.AgreeAsync(down: true, "anna");
        var (others, lonely) = (farm.Nodes.Take(2).ToArray(), farm.Nodes[2]);

        lonely.Line.State = (LineState)state;
        await others[0].SwitchAsync(down: false, "bert");
        await RedisFarm.AgreeAsync(others, down: false);
        await RedisFarm.StayAsync([lonely], down: true, TimeSpan.FromSeconds(1));
        await others[1].SwitchAsync(down: true, "carla");
        await others[0].SwitchAsync(down: false, "dora");
        await Assert.ThrowsExactlyAsync<IOException>(() => lonely.SwitchAsync(down: true, "lonely"));
        Assert.AreEqual("anna", lonely.State.Actor);

        lonely.Line.State = LineState.Open;
        TestContext.WriteLine($"all agree after {await farm.AgreeAsync(down: false)}");
        await RedisFarm.StayAsync(farm.Nodes, down: false, RedisFarm.Interval * 4);
        await farm.AssertNobodyNoticedAsync();
    }

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    public async Task Node_CutOffWhileRedisIsEmptied_DoesNotUndoWhatOthersDid()
    {
        await using var farm = await RedisFarm.StartAsync();
        await farm.Nodes[0].SwitchAsync(down: true, "anna");
        await farm.AgreeAsync(down: true, "anna");
        var (others, lonely) = (farm.Nodes.Take(2).ToArray(), farm.Nodes[2]);

        lonely.Line.State = LineState.Cut;
        await farm.Redis.FlushAsync();
        await others[0].SwitchAsync(down: false, "bert");
        await RedisFarm.AgreeAsync(others, down: false);
        lonely.Line.State = LineState.Open;

        await farm.AgreeAsync(down: false);
        await RedisFarm.StayAsync(farm.Nodes, down: false, RedisFarm.Interval * 4);
        await farm.AssertNobodyNoticedAsync();
    }

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    public async Task Nodes_WithASlowRedis_FollowWithinTheIntervalAndTheWay()
    {
        var delay = TimeSpan.FromMilliseconds(100);
        await using var farm = await RedisFarm.StartAsync();
        foreach (var node in farm.Nodes)
        {
            node.Line.Delay = delay;
        }

        var start = Stopwatch.GetTimestamp();
        await farm.Nodes[0].SwitchAsync(down: true, "anna");
        await farm.AgreeAsync(down: true, "anna");

        // There and back for the change to be read and made, and for the others to read it.
        var within = RedisFarm.Interval + (6 * delay) + RedisFarm.Busy;
        var followed = Stopwatch.GetElapsedTime(start, farm.Nodes.Max(node => node.ChangedAt));
        TestContext.WriteLine($"followed after {followed}");
        Assert.IsLessThan(within, followed);
        Assert.IsGreaterThan(4 * delay, followed, "The lines are not slow.");
        await farm.AssertNobodyNoticedAsync();
    }

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    public async Task Nodes_WithARedisSlowerThanTheTimeout_KeepWhatTheyKnewAndFollowAfterwards()
    {
        await using var farm = await RedisFarm.StartAsync();
        await farm.Nodes[0].SwitchAsync(down: true, "anna");
        await farm.AgreeAsync(down: true, "anna");

        foreach (var node in farm.Nodes.Skip(1))
        {
            node.Line.Delay = RedisFarm.StoreTimeout * 0.75;
        }

        await farm.Nodes[0].SwitchAsync(down: false, "bert");
        await RedisFarm.StayAsync(farm.Nodes.Skip(1), down: true, RedisFarm.StoreTimeout * 2);
        foreach (var node in farm.Nodes)
        {
            node.Line.Delay = TimeSpan.Zero;
        }

        // What is still under way comes late, and what was asked after it behind it.
        await Task.Delay(RedisFarm.StoreTimeout, TestContext.CancellationToken);
        await farm.AgreeAsync(down: false);
        await farm.AssertNobodyNoticedAsync();
    }
}
