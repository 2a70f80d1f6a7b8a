using DownPage.Farm.Tests.Parts;

namespace DownPage.Farm.Tests.Outages;

/// <summary>Somebody empties Redis.</summary>
[TestClass]
public sealed class FlushTests
{
    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    public async Task Nodes_AfterAFlushWhileDown_StayDownAndTellNewOnes()
    {
        await using var farm = await RedisFarm.StartAsync();
        await farm.Nodes[0].SwitchAsync(down: true, "anna");
        await farm.AgreeAsync(down: true, "anna");

        await farm.Redis.FlushAsync();
        await RedisFarm.StayAsync(farm.Nodes, down: true, RedisFarm.Interval * 4);
        await farm.AddNodeAsync();

        await farm.AgreeAsync(down: true, "anna");
        await farm.AssertNobodyNoticedAsync();
    }

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    public async Task Nodes_AfterAFlushWhileUp_StayUpAndFollow()
    {
        await using var farm = await RedisFarm.StartAsync();
        await farm.Nodes[0].SwitchAsync(down: true, "anna");
        await farm.Nodes[1].SwitchAsync(down: false, "bert");
        await farm.AgreeAsync(down: false);

        await farm.Redis.FlushAsync();
        await RedisFarm.StayAsync(farm.Nodes, down: false, RedisFarm.Interval * 4);
        await farm.Nodes[2].SwitchAsync(down: true, "carla");

        await farm.AgreeAsync(down: true, "carla");
        await farm.AssertNobodyNoticedAsync();
    }

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    public async Task Nodes_FlushedAgainAndAgainWhileToggled_AgreeInTheEnd()
    {
        await using var farm = await RedisFarm.StartAsync();

        for (var change = 0; change < 20; change++)
        {
            var isDown = change % 2 == 0;
            await farm.Nodes[change % 3].SwitchAsync(isDown, $"change {change}");
            await farm.Redis.FlushAsync();
            await farm.AgreeAsync(isDown);
        }

        await farm.Nodes[0].SwitchAsync(down: true, "anna");
        await farm.AgreeAsync(down: true, "anna");
        await farm.AssertNobodyNoticedAsync();
    }
}
