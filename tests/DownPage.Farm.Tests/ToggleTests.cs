using System.Diagnostics;
using DownPage.Farm.Tests.Parts;
using DownPage.Schedule;
using DownPage.Switching;

namespace DownPage.Farm.Tests;

/// <summary>What one node is told, all do, and nothing of it gets lost.</summary>
[TestClass]
public sealed class ToggleTests
{
    private const int Toggles = 500;

    // Every so often all nodes are waited for; in between the next change comes as soon as the last has been written.
    private const int Batch = 5;

    public required TestContext TestContext { get; init; }

    [TestMethod]
    [Timeout(180_000, CooperativeCancellation = true)]
    public async Task Nodes_ToggledFiveHundredTimes_FollowWithinTheInterval()
    {
        var random = new Random(20261121);
        await using var farm = await RedisFarm.StartAsync();
        List<TimeSpan> followed = [];

        for (var toggle = 1; toggle <= Toggles; toggle++)
        {
            var isDown = toggle % 2 == 1;
            var start = Stopwatch.GetTimestamp();
            await farm.Nodes[random.Next(farm.Nodes.Count)].SwitchAsync(isDown, $"toggle {toggle}");
            if (toggle % Batch == 0)
            {
                await farm.AgreeAsync(isDown, $"toggle {toggle}");
                followed.Add(Stopwatch.GetElapsedTime(start, farm.Nodes.Max(node => node.ChangedAt)));
            }
        }

        followed.Sort();
        TestContext.WriteLine(
            $"the last of three nodes followed after {followed[followed.Count / 2]} (median), {followed[^1]} (most); "
            + $"{farm.Nodes.Sum(node => node.Load.Count)} answers");
        Assert.IsLessThan(RedisFarm.Interval, followed[followed.Count / 2]);
        Assert.IsLessThan(RedisFarm.Interval + RedisFarm.Busy, followed[^1]);
        await farm.AssertNobodyNoticedAsync();
        var history = await farm.Nodes[0].HistoryAsync(TestContext.CancellationToken);
        Assert.AreSequenceEqual(
            Enumerable.Range(0, history.Count).Select(entry => (string?)$"toggle {Toggles - entry}"),
            history.Select(entry => entry.Actor));
        Assert.HasCount(200, history);
    }

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    public async Task Changes_OfAllNodesAtOnce_AreAllThere()
    {
        const int Rounds = 15;
        await using var farm = await RedisFarm.StartAsync();

        for (var round = 0; round < Rounds; round++)
        {
            await Task.WhenAll(farm.Nodes.Select((node, index) => node.ChangeAsync(AddWindow($"{round}-{index}"))));
        }

        await farm.AgreeAsync(down: false);
        var expected = Enumerable.Range(0, Rounds)
            .SelectMany(round => farm.Nodes.Select((_, index) => $"{round}-{index}"));
        foreach (var node in farm.Nodes)
        {
            Assert.AreSequenceEqual(
                expected.Order(StringComparer.Ordinal),
                (node.Document?.Windows ?? []).Select(window => window.Name).Order(StringComparer.Ordinal));
        }

        await farm.AssertNobodyNoticedAsync();
    }

    private static StateChange AddWindow(string name) => StateChange.AddWindow(
        new WindowDefinition { Name = name, Start = "2099-01-01T00:00:00Z", Duration = TimeSpan.FromHours(1) },
        new ChangeOrigin(ChangeSource.Code, "anna"));
}
