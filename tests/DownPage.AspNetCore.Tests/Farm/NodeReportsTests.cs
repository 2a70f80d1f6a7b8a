using DownPage.AspNetCore.Farm;
using DownPage.Switching;

namespace DownPage.AspNetCore.Tests.Farm;

/// <summary>Which nodes there are, and what they follow.</summary>
[TestClass]
public sealed class NodeReportsTests
{
    [TestMethod]
    public void Nodes_ThatReport_AreAllSeenByEach() => VirtualTime.Run(async time =>
    {
        var nodes = await StartAsync(time, new SharedPlace(time), 40);
        await nodes[0].DownAsync("x");
        await time.Pass(TimeSpan.FromSeconds(6));

        var seen = await nodes[7].Reports.ReadAsync(CancellationToken.None);

        CollectionAssert.AreEquivalent(nodes.Select(node => node.Name).ToArray(), seen.Select(node => node.Name).ToArray());
        var revision = StateRevision.Of(nodes[0].Store.Held);
        foreach (var node in seen)
        {
            Assert.AreEqual(revision, node.Revision);
            Assert.IsTrue(node.Down);
            Assert.IsNull(node.Problem);
        }
    });

    [TestMethod]
    public void Node_ThatHasFollowed_SaysSoAtOnceAndNotOnlyAtItsHeartbeat() => VirtualTime.Run(async time =>
    {
        var place = new SharedPlace(time);
        var nodes = await StartAsync(time, place, 2);
        foreach (var node in nodes)
        {
            node.Options.Heartbeat = TimeSpan.FromHours(1);
        }

        await time.Pass(TimeSpan.FromSeconds(30));
        await nodes[0].DownAsync("x");
        await time.Pass(TimeSpan.FromSeconds(5.1));

        var seen = await nodes[0].Reports.ReadAsync(CancellationToken.None);

        Assert.HasCount(2, seen);
        Assert.HasCount(1, seen.Select(node => node.Revision).Distinct());
    });

    [TestMethod]
    public void Node_ThatDied_IsGoneAfterThreeHeartbeats() => VirtualTime.Run(async time =>
    {
        var nodes = await StartAsync(time, new SharedPlace(time), 3);
        nodes[1].Client.Fault = (_, _) => throw new IOException("the node is dead");
        await time.Pass(TimeSpan.FromSeconds(15));
        Assert.HasCount(3, await nodes[0].Reports.ReadAsync(CancellationToken.None));

        await time.Pass(TimeSpan.FromSeconds(16));

        var seen = await nodes[0].Reports.ReadAsync(CancellationToken.None);
        CollectionAssert.AreEqual(new[] { "node-1", "node-3" }, seen.Select(node => node.Name).ToArray());
    });

    [TestMethod]
    public void Node_ThatStops_IsGoneAfterASecond() => VirtualTime.Run(async time =>
    {
        var nodes = await StartAsync(time, new SharedPlace(time), 3);
        await nodes[1].Reports.StopAsync();
        await time.Pass(TimeSpan.FromSeconds(1));

        var seen = await nodes[0].Reports.ReadAsync(CancellationToken.None);

        CollectionAssert.AreEqual(new[] { "node-1", "node-3" }, seen.Select(node => node.Name).ToArray());
    });

    [TestMethod]
    public void Store_ThatIsEmptied_IsToldAllNodesAgainAtTheirHeartbeat() => VirtualTime.Run(async time =>
    {
        var place = new SharedPlace(time);
        var nodes = await StartAsync(time, place, 10);

        place.Clear();
        await time.Pass(TimeSpan.FromSeconds(10));

        Assert.HasCount(10, await nodes[0].Reports.ReadAsync(CancellationToken.None));
    });

    [TestMethod]
    public void Names_OfNodesThatAreGone_AreTakenOutAfterAnHour() => VirtualTime.Run(async time =>
    {
        var place = new SharedPlace(time);
        var nodes = await StartAsync(time, place, 40);
        Assert.HasCount(40, Names(place));
        foreach (var node in nodes.Skip(20))
        {
            await node.Reports.StopAsync();
        }

        await time.Pass(TimeSpan.FromMinutes(50));
        Assert.HasCount(40, Names(place));
        await time.Pass(TimeSpan.FromMinutes(45));

        // A part of the list that no living node stands in is written by nobody.
        var keys = new FarmKeys(FarmNode.Prefix);
        var living = nodes.Take(20).Select(node => keys.BucketOf(node.Name)).ToHashSet(StringComparer.Ordinal);
        var expected = nodes.Where((node, index) => index < 20 || !living.Contains(keys.BucketOf(node.Name)));
        CollectionAssert.AreEquivalent(expected.Select(node => node.Name).ToArray(), Names(place));
    });

    [TestMethod]
    public void List_ThatCannotBeRead_IsWrittenAnew() => VirtualTime.Run(async time =>
    {
        var place = new SharedPlace(time);
        var nodes = await StartAsync(time, place, 3);
        foreach (var key in place.Keys.Where(key => key.Contains(":nodes:", StringComparison.Ordinal)).ToArray())
        {
            place.Set(key, "[\"nonsense\"");
        }

        place.Set(FarmNode.Prefix + "node:node-2", "nonsense");
        await time.Pass(TimeSpan.FromSeconds(10));

        Assert.HasCount(3, await nodes[0].Reports.ReadAsync(CancellationToken.None));
    });

    [TestMethod]
    public void Status_OfADeadStore_IsAnErrorSoon() => VirtualTime.Run(async time =>
    {
        var nodes = await StartAsync(time, new SharedPlace(time), 3);
        nodes[0].Client.Fault = (_, _) => Task.Delay(TimeSpan.FromHours(2), time, CancellationToken.None);
        var began = time.GetUtcNow();

        var failed = await VirtualTime.ThrowsAsync<IOException>(() => nodes[0].Reports.ReadAsync(CancellationToken.None));

        Assert.Contains("The nodes' reports cannot be read", failed.Message);
        Assert.IsLessThan(TimeSpan.FromSeconds(10), time.GetUtcNow() - began);
    });

    [TestMethod]
    public void Status_AskedForByManyAtOnce_IsReadOnce() => VirtualTime.Run(async time =>
    {
        var nodes = await StartAsync(time, new SharedPlace(time), 3);
        await Task.WhenAll(nodes.Select(node => node.Reports.StopAsync()));
        await time.Pass(TimeSpan.FromSeconds(1));
        var before = nodes[0].Client.Calls.Count;

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => nodes[0].Reports.ReadAsync(CancellationToken.None)));

        Assert.IsLessThan(30, nodes[0].Client.Calls.Count - before);
    });

    [TestMethod]
    [DataRow("web-1:4711", "shop:node:web-1:4711")]
    [DataRow("WEB_1:4711", "shop:node:WEB-1:4711-")]
    [DataRow("größe:1", "shop:node:gr--e:1-")]
    public void Name_AsAKey_HasOnlyTheLettersThatStoresTake(string name, string expected)
    {
        var key = new FarmKeys("shop:").Node(name);

        Assert.StartsWith(expected, key);
        Assert.MatchesRegex("^[A-Za-z0-9:.-]{1,200}$", key);
    }

    [TestMethod]
    public void Name_ThatIsVeryLong_IsToldApartFromOthers()
    {
        var keys = new FarmKeys(new string('p', FarmKeys.LongestPrefix));

        var (one, two) = (keys.Node(new string('x', 500) + "1"), keys.Node(new string('x', 500) + "2"));

        Assert.AreNotEqual(one, two);
        Assert.IsLessThanOrEqualTo(200, one.Length);
    }

    private static async Task<FarmNode[]> StartAsync(VirtualTime time, SharedPlace place, int count)
    {
        FarmNode[] nodes = [.. Enumerable.Range(1, count).Select(number => new FarmNode(time, place, number))];
        foreach (var node in nodes)
        {
            await node.Reader.StartAsync(CancellationToken.None);
            node.Reports.Start();
        }

        await time.Pass(TimeSpan.FromSeconds(1));
        return nodes;
    }

    private static string[] Names(SharedPlace place)
        => [.. place.Keys.Where(key => key.Contains(":nodes:", StringComparison.Ordinal))
            .SelectMany(key => System.Text.Json.Nodes.JsonNode.Parse(place.Text(key) ?? "{}")?.AsObject().Select(name => name.Key) ?? [])];
}
