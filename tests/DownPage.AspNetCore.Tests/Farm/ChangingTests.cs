using DownPage.AspNetCore.Farm;
using DownPage.Switching;

namespace DownPage.AspNetCore.Tests.Farm;

/// <summary>Changes of several nodes: all are in, or whoever made one is told.</summary>
[TestClass]
public sealed class ChangingTests
{
    [TestMethod]
    [DataRow(true, DisplayName = "a cache, which compares and writes apart")]
    [DataRow(false, DisplayName = "a store that compares and writes in one")]
    public void TwoWriters_AThousandTimesAtOnce_EveryChangeIsIn(bool comparesApart) => VirtualTime.Run(async time =>
    {
        var chance = new Random(17);
        var contended = 0;
        for (var round = 0; round < 1000; round++)
        {
            var place = new SharedPlace(time);
            FarmNode[] nodes =
            [
                new(time, place, (2 * round) + 1, comparesApart),
                new(time, place, (2 * round) + 2, comparesApart),
            ];
            foreach (var node in nodes)
            {
                node.Client.Delay = () => TimeSpan.FromMilliseconds(chance.Next(0, 20));
            }

            string[] names = ["one", "two"];
            await Task.WhenAll(nodes.Zip(names, (node, name) => node.AddWindowAsync(name)));

            contended += nodes.Sum(node => node.Log.Of("SharedChangeRepeated").Count);
            var there = EnvelopeJson.Read(place[FarmNode.StateKey]?.Value ?? default);
            CollectionAssert.AreEquivalent(names, there.State?.Windows.Select(window => window.Name).ToArray());
            foreach (var node in nodes)
            {
                await node.Shared.ReadAsync(CancellationToken.None);
                Assert.HasCount(2, node.Document?.Windows ?? []);
                Assert.IsEmpty(node.Log.Of("SharedChangeLost"));
                Assert.HasCount(2, await node.History.ReadAsync(10, CancellationToken.None));
            }
        }

        Assert.IsGreaterThan(300, contended, "the writers did meet");
    });

    [TestMethod]
    public void TenWriters_OfACacheThatLosesWrites_EveryChangeIsInOrItsWriterWasTold() => VirtualTime.Run(async time =>
    {
        var chance = new Random(18);
        var told = 0;
        for (var round = 0; round < 20; round++)
        {
            var place = new SharedPlace(time);
            FarmNode[] nodes = [.. Enumerable.Range(0, 10).Select(number => new FarmNode(time, place, number, comparesApart: true))];
            foreach (var node in nodes)
            {
                node.Client.Delay = () => TimeSpan.FromMilliseconds(chance.Next(0, 30));
            }

            var failed = await Task.WhenAll(nodes.Select(async node =>
            {
                try
                {
                    await node.AddWindowAsync(node.Name);
                    return false;
                }
                catch (IOException)
                {
                    return true;
                }
            }));

            told += failed.Count(one => one);
            var there = EnvelopeJson.Read(place[FarmNode.StateKey]?.Value ?? default);
            var names = there.State?.Windows.Select(window => window.Name).ToArray() ?? [];
            foreach (var node in nodes.Where((_, index) => !failed[index]))
            {
                Assert.Contains(node.Name, names);
            }
        }

        Assert.IsLessThan(100, told, "most changes of ten at once are made");
    });

    [TestMethod]
    public void Writer_ThatStandsStillBeforeItWrites_TheChangeThatItOverwritesIsToldAsLost() => VirtualTime.Run(async time =>
    {
        var place = new SharedPlace(time);
        var quick = new FarmNode(time, place, 1, comparesApart: true);
        var still = new FarmNode(time, place, 2, comparesApart: true);
        await quick.Reader.StartAsync(CancellationToken.None);
        still.Client.BeforeWriting = () => time.Pass(TimeSpan.FromSeconds(2.9));
        var slow = still.AddWindowAsync("slow");
        await time.Pass(TimeSpan.FromMilliseconds(10));
        await quick.AddWindowAsync("quick");
        Assert.IsEmpty(quick.Log.Of("SharedChangeLost"));

        await slow;
        await time.Pass(TimeSpan.FromMinutes(1));

        Assert.HasCount(1, quick.Log.Of("SharedChangeLost"));
        Assert.IsEmpty(still.Log.Of("SharedChangeLost"));
        Assert.AreEqual("slow", Assert.ContainsSingle(quick.Document?.Windows ?? []).Name);
    });

    [TestMethod]
    public void Change_WhoseAnswerIsLost_IsMadeOnce() => VirtualTime.Run(async time =>
    {
        var place = new SharedPlace(time);
        var node = new FarmNode(time, place);
        var ways = 0;

        // There and back for the reading, there for the writing: the fourth is the answer to it.
        node.Client.Delay = () => ++ways == 4 ? throw new IOException("the answer was lost") : TimeSpan.Zero;

        var write = await node.AddWindowAsync("one");

        Assert.IsTrue(write.Changed);
        Assert.AreEqual("one", Assert.ContainsSingle(node.Document?.Windows ?? []).Name);
        Assert.AreEqual(1, EnvelopeJson.Read(place[FarmNode.StateKey]?.Value ?? default).Revision);
    });

    [TestMethod]
    [DataRow("read")]
    [DataRow("replace")]
    public void Change_OfADeadStore_IsAnErrorAndHoldsNowhere(string operation) => VirtualTime.Run(async time =>
    {
        var place = new SharedPlace(time);
        var node = new FarmNode(time, place);
        node.Client.Fault = (asked, token)
            => asked == operation ? Task.Delay(Timeout.InfiniteTimeSpan, time, token) : Task.CompletedTask;

        var failed = await VirtualTime.ThrowsAsync<IOException>(() => node.DownAsync("x"));

        Assert.Contains("it did not answer within 3 s", failed.Message);
        Assert.IsNull(node.Document);
        Assert.IsNull(place[FarmNode.StateKey]);
        node.Client.Fault = (_, _) => Task.CompletedTask;
        await node.DownAsync("x");
        Assert.AreEqual("x", node.Document?.Message);
    });

    [TestMethod]
    public void Change_ThatSomebodyElseAlwaysOverwrites_IsGivenUpAndSaysSo() => VirtualTime.Run(async time =>
    {
        var place = new SharedPlace(time);
        var node = new FarmNode(time, place);
        var other = 0;
        node.Client.Fault = (operation, _) =>
        {
            if (operation == "replace")
            {
                place.Set(FarmNode.StateKey, FormattableString.Invariant($$"""{"revision":{{++other}},"id":"x{{other}}","state":null}"""));
            }

            return Task.CompletedTask;
        };

        var failed = await VirtualTime.ThrowsAsync<IOException>(() => node.DownAsync("x"));

        Assert.Contains("Somebody else keeps changing 'shop:state'", failed.Message);
        Assert.AreEqual(10, other);
    });

    [TestMethod]
    public void Change_ForARevisionThatIsNoMore_IsRefused() => VirtualTime.Run(async time =>
    {
        var place = new SharedPlace(time);
        var (one, two) = (new FarmNode(time, place, 1), new FarmNode(time, place, 2));
        await one.DownAsync("first");
        var seen = StateRevision.Of(one.Store.Held);
        await two.DownAsync("second");

        var refused = await VirtualTime.ThrowsAsync<ChangeRefusedException>(
            () => one.Store.WriteAsync(FarmNode.Down("third").IfRevision(seen), CancellationToken.None));

        Assert.AreEqual(ChangeRefusal.OtherRevision, refused.Refusal);
        await one.Store.WriteAsync(
            FarmNode.Down("third").IfRevision(StateRevision.Of(two.Store.Held)), CancellationToken.None);
        Assert.AreEqual("third", one.Document?.Message);
    });

    [TestMethod]
    public void Up_OfASiteThatIsDown_WritesThatNothingHolds() => VirtualTime.Run(async time =>
    {
        var place = new SharedPlace(time);
        var (one, two) = (new FarmNode(time, place, 1), new FarmNode(time, place, 2));
        await one.DownAsync("first");
        await two.UpAsync();

        await one.Shared.ReadAsync(CancellationToken.None);

        Assert.IsNull(one.Document);
        var there = EnvelopeJson.Read(place[FarmNode.StateKey]?.Value ?? default);
        Assert.AreEqual(2, there.Revision);
        Assert.IsNull(there.State);
        Assert.HasCount(1, there.Ancestors);
    });

    [TestMethod]
    public void Revision_OfADocument_IsTheSameOnEveryNode() => VirtualTime.Run(async time =>
    {
        var place = new SharedPlace(time);
        var (one, two) = (new FarmNode(time, place, 1), new FarmNode(time, place, 2));
        var write = await one.DownAsync("ü \"quoted\" </script>");
        await two.Shared.ReadAsync(CancellationToken.None);

        Assert.AreEqual(write.Revision, StateRevision.Of(one.Store.Held));
        Assert.AreEqual(write.Revision, StateRevision.Of(two.Store.Held));
    });

    [TestMethod]
    public void Change_ThatIsTooLarge_IsAnError() => VirtualTime.Run(async time =>
    {
        var place = new SharedPlace(time);
        var node = new FarmNode(time, place);

        var failed = await VirtualTime.ThrowsAsync<IOException>(() => node.DownAsync(new string('x', 300_000)));

        Assert.Contains("256 KiB", failed.Message);
        Assert.IsNull(place[FarmNode.StateKey]);
    });

    [TestMethod]
    public void Change_ThatIsEndedBeforeItIsWritten_ChangesNothing() => VirtualTime.Run(async time =>
    {
        var place = new SharedPlace(time);
        var node = new FarmNode(time, place);
        using var ended = new CancellationTokenSource();
        node.Client.Fault = (_, _) =>
        {
            ended.Cancel();
            return Task.CompletedTask;
        };

        await VirtualTime.ThrowsAsync<OperationCanceledException>(() => node.Store.WriteAsync(FarmNode.Down("x"), ended.Token));

        Assert.IsNull(place[FarmNode.StateKey]);
    });
}
