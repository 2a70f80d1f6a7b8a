using System.Diagnostics;
using DownPage.Farm.Tests.Parts;

namespace DownPage.Farm.Tests.Outages;

/// <summary>Redis is there and says nothing.</summary>
[TestClass]
public sealed class PauseTests
{
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    public required TestContext TestContext { get; init; }

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    public async Task Requests_WhileRedisHangs_TakeAsLongAsEver()
    {
        await using var farm = await RedisFarm.StartAsync();
        await farm.Nodes[0].SwitchAsync(down: true, "anna");
        await farm.AgreeAsync(down: true, "anna");
        var calm = await MeasureAsync(farm, Calm);

        await farm.Redis.PauseAsync();
        var change = farm.Nodes[1].SwitchAsync(down: false, "bert");
        var paused = await MeasureAsync(farm, Pause);
        await Assert.ThrowsExactlyAsync<IOException>(() => change);

        await farm.Redis.ContinueAsync();
        TestContext.WriteLine($"calm: {calm}; while Redis hangs: {paused}");
        TestContext.WriteLine($"all agree after {await farm.AgreeAsync(down: true, "anna")}");
        await RedisFarm.StayAsync(farm.Nodes, down: true, TimeSpan.FromSeconds(1));
        Assert.IsLessThan((calm.Median * 4) + TimeSpan.FromMilliseconds(10), paused.Median);
        Assert.IsLessThan(RedisFarm.StoreTimeout, paused.Most);
        await farm.AssertNobodyNoticedAsync();
    }

    private static async Task<Durations> MeasureAsync(RedisFarm farm, TimeSpan span)
    {
        var start = Stopwatch.GetTimestamp();
        await RedisFarm.StayAsync(farm.Nodes, down: true, span);
        var end = Stopwatch.GetTimestamp();
        return Durations.Of(farm.Nodes.SelectMany(node => node.Load.Between(start, end)));
    }
}
