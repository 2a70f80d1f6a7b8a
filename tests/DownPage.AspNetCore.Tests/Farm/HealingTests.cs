using DownPage.AspNetCore.Farm;

namespace DownPage.AspNetCore.Tests.Farm;

/// <summary>A store that loses what was written is told it again by the nodes.</summary>
[TestClass]
public sealed class HealingTests
{
    [TestMethod]
    public void Store_ThatIsEmptied_IsToldAgainAndNoNodeComesUp() => VirtualTime.Run(async time =>
    {
        var place = new SharedPlace(time);
        FarmNode[] nodes = [.. Enumerable.Range(1, 5).Select(number => new FarmNode(time, place, number, comparesApart: true))];
        foreach (var node in nodes)
        {
            await node.Reader.StartAsync(CancellationToken.None);
        }

        await nodes[0].DownAsync("known");
        await time.Pass(TimeSpan.FromSeconds(5));
        var before = place.Text(FarmNode.StateKey);

        place.Clear();
        await time.Pass(TimeSpan.FromSeconds(5));

        Assert.AreEqual(before, place.Text(FarmNode.StateKey));
        foreach (var node in nodes)
        {
            Assert.AreEqual("known", node.Document?.Message);
        }

        Assert.IsGreaterThanOrEqualTo(1, nodes.Sum(node => node.Log.Of("SharedStateRestored").Count));
    });

    [TestMethod]
    public void Store_NeverWrittenTo_IsNotWrittenToByReading() => VirtualTime.Run(async time =>
    {
        var place = new SharedPlace(time);
        var node = new FarmNode(time, place);

        await node.Shared.ReadAsync(CancellationToken.None);

        Assert.IsEmpty(place.Keys);
    });

    [TestMethod]
    public void Store_PutBackToAnOlderState_IsToldTheNewerOne() => VirtualTime.Run(async time =>
    {
        var place = new SharedPlace(time);
        var node = new FarmNode(time, place);
        await node.DownAsync("older");
        var older = place[FarmNode.StateKey]?.Value ?? default;
        await node.DownAsync("newer");
        place.Set(FarmNode.StateKey, older);

        await node.Shared.ReadAsync(CancellationToken.None);

        Assert.AreEqual("newer", node.Document?.Message);
        Assert.Contains("newer", place.Text(FarmNode.StateKey) ?? "");
        Assert.HasCount(1, node.Log.Of("SharedStateRestored"));
        await node.Shared.ReadAsync(CancellationToken.None);
        Assert.HasCount(1, node.Log.Of("SharedStateRestored"));
    });

    [TestMethod]
    public void Node_CutOffThatComesBack_FollowsWhatIsNewerAndDoesNotUndoIt() => VirtualTime.Run(async time =>
    {
        var place = new SharedPlace(time);
        var (cut, other) = (new FarmNode(time, place, 1), new FarmNode(time, place, 2));
        await cut.DownAsync("old");
        await cut.Reader.StartAsync(CancellationToken.None);
        cut.Client.Fault = (_, _) => throw new IOException("cut off");
        await other.UpAsync();
        await other.DownAsync("new");
        await time.Pass(TimeSpan.FromMinutes(5));
        Assert.AreEqual("old", cut.Document?.Message);

        cut.Client.Fault = (_, _) => Task.CompletedTask;
        await time.Pass(TimeSpan.FromSeconds(5));

        Assert.AreEqual("new", cut.Document?.Message);
        Assert.AreEqual(3, EnvelopeJson.Read(place[FarmNode.StateKey]?.Value ?? default).Revision);
        Assert.IsEmpty(cut.Log.Of("SharedStateRestored"));
        Assert.IsEmpty(cut.Log.Of("SharedChangeLost"));
    });

    [TestMethod]
    public void Change_WhileTheStoreIsEmpty_IsMadeOfWhatTheNodeKnows() => VirtualTime.Run(async time =>
    {
        var place = new SharedPlace(time);
        var node = new FarmNode(time, place);
        await node.AddWindowAsync("one");
        place.Clear();

        await node.AddWindowAsync("two");

        Assert.HasCount(2, node.Document?.Windows ?? []);
        Assert.AreEqual(2, EnvelopeJson.Read(place[FarmNode.StateKey]?.Value ?? default).Revision);
    });

    [TestMethod]
    public void NewNode_ThatChangesAnEmptiedStore_LosesAgainstWhatTheOthersKnowAndMakesItAgain() => VirtualTime.Run(async time =>
    {
        var place = new SharedPlace(time);
        var old = new FarmNode(time, place, 1);
        await old.AddWindowAsync("one");
        await old.AddWindowAsync("two");
        place.Clear();
        var young = new FarmNode(time, place, 2);
        var change = young.AddWindowAsync("three");
        await time.Pass(TimeSpan.FromMilliseconds(10));
        await old.Shared.ReadAsync(CancellationToken.None);

        await change;
        await old.Shared.ReadAsync(CancellationToken.None);

        Assert.HasCount(3, old.Document?.Windows ?? []);
        Assert.HasCount(3, young.Document?.Windows ?? []);
    });
}
