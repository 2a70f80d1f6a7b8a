using System.Diagnostics;
using DownPage.Farm.Tests.Parts;
using DownPage.Status;

namespace DownPage.Farm.Tests;

/// <summary>Operators see which nodes have followed.</summary>
[TestClass]
public sealed class NodesTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public required TestContext TestContext { get; init; }

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    public async Task Status_OfAnyNode_ListsAllAndWhatTheyFollow()
    {
        await using var farm = await RedisFarm.StartAsync();
        await farm.Nodes[0].SwitchAsync(down: true, "anna");
        await farm.AgreeAsync(down: true, "anna");

        foreach (var node in farm.Nodes)
        {
            var status = await StatusAsync(node, nodes => nodes.Count == 3 && nodes.All(other => other.Down));
            Assert.HasCount(3, status.Nodes.Select(other => other.Name).Distinct());
            Assert.AreEqual("sharedStore", status.Source);
            Assert.AreEqual("anna", status.Actor);
            foreach (var other in status.Nodes)
            {
                Assert.AreEqual(status.Revision, other.Revision);
                Assert.IsNull(other.Problem);
            }
        }
    }

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    public async Task Status_WithANodeThatIsCutOff_ShowsItBehindAndThenNotAtAll()
    {
        await using var farm = await RedisFarm.StartAsync();
        await farm.Nodes[0].SwitchAsync(down: true, "anna");
        await farm.AgreeAsync(down: true, "anna");
        await StatusAsync(farm.Nodes[0], nodes => nodes.Count == 3 && nodes.All(other => other.Down));

        farm.Nodes[2].Line.State = LineState.Cut;
        await farm.Nodes[0].SwitchAsync(down: false, "bert");
        var behind = await StatusAsync(farm.Nodes[0], nodes => nodes.Count(other => other.Down) == 1);
        var gone = await StatusAsync(farm.Nodes[0], nodes => nodes.Count == 2);

        Assert.HasCount(3, behind.Nodes);
        Assert.DoesNotContain(true, gone.Nodes.Select(other => other.Down));
        var own = await farm.Nodes[2].StatusAsync(TestContext.CancellationToken);
        Assert.IsTrue(own.Down);
        Assert.IsNotNull(own.Problem);
        farm.Nodes[2].Line.State = LineState.Open;
        await StatusAsync(farm.Nodes[0], nodes => nodes.Count == 3 && nodes.All(other => !other.Down));
    }

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    public async Task Status_AfterAFlush_ListsAllAgain()
    {
        await using var farm = await RedisFarm.StartAsync();
        await StatusAsync(farm.Nodes[0], nodes => nodes.Count == 3);

        await farm.Redis.FlushAsync();
        var flushed = DateTimeOffset.UtcNow;

        await StatusAsync(farm.Nodes[0], nodes => nodes.Count == 3 && nodes.All(other => other.Seen > flushed));
    }

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    public async Task Status_AfterANodeHasStopped_DoesNotWaitForIt()
    {
        await using var farm = await RedisFarm.StartAsync();
        await StatusAsync(farm.Nodes[0], nodes => nodes.Count == 3);

        await farm.Nodes[2].StopAsync(TestContext.CancellationToken);

        await StatusAsync(farm.Nodes[0], nodes => nodes.Count == 2);
    }

    private async Task<StatusDocument> StatusAsync(FarmNode node, Func<IReadOnlyList<NodeStatus>, bool> isAwaited)
    {
        var start = Stopwatch.GetTimestamp();
        while (true)
        {
            var status = await node.StatusAsync(TestContext.CancellationToken);
            if (isAwaited(status.Nodes))
            {
                return status;
            }

            Assert.IsLessThan(Patience, Stopwatch.GetElapsedTime(start), string.Join("; ", status.Nodes));
            await Task.Delay(50, TestContext.CancellationToken);
        }
    }
}
