using System.Text;
using DownPage.AspNetCore.Farm;
using DownPage.History;

namespace DownPage.AspNetCore.Tests.Farm;

/// <summary>Who did what, where all nodes see it.</summary>
[TestClass]
public sealed class SharedHistoryTests
{
    [TestMethod]
    public void Changes_OfTwoNodes_StandInOneHistoryTheYoungestFirst() => VirtualTime.Run(async time =>
    {
        var place = new SharedPlace(time);
        var (one, two) = (new FarmNode(time, place, 1), new FarmNode(time, place, 2));
        await one.DownAsync("x");
        await time.Pass(TimeSpan.FromMinutes(20));
        var up = await two.UpAsync();

        var entries = await one.Store.ReadHistoryAsync(10, CancellationToken.None);

        Assert.HasCount(2, entries);
        Assert.AreEqual("up", entries[0].Action);
        Assert.AreEqual("anna", entries[0].Actor);
        Assert.AreEqual("down", entries[1].Action);
        Assert.AreEqual("x", entries[1].Message);
        Assert.AreEqual(20, Math.Round(entries[0].DownFor?.TotalMinutes ?? 0));
        Assert.IsNull(up.HistoryProblem);
        Assert.HasCount(1, await one.Store.ReadHistoryAsync(1, CancellationToken.None));
    });

    [TestMethod]
    public void Change_ThatChangesNothing_IsNotInTheHistory() => VirtualTime.Run(async time =>
    {
        var node = new FarmNode(time, new SharedPlace(time));

        var write = await node.UpAsync();

        Assert.IsFalse(write.Changed);
        Assert.IsEmpty(await node.Store.ReadHistoryAsync(10, CancellationToken.None));
    });

    [TestMethod]
    public void History_OfManyChanges_KeepsTheLast200() => VirtualTime.Run(async time =>
    {
        var place = new SharedPlace(time);
        var node = new FarmNode(time, place);
        for (var number = 0; number < 230; number++)
        {
            await node.History.AppendAsync(Entry(time, FormattableString.Invariant($"{number}")), CancellationToken.None);
        }

        var entries = await node.History.ReadAsync(1000, CancellationToken.None);

        Assert.HasCount(200, entries);
        Assert.AreEqual("229", entries[0].Reason);
        Assert.AreEqual("30", entries[^1].Reason);
    });

    [TestMethod]
    public void History_OfLongChanges_FitsIntoAValue() => VirtualTime.Run(async time =>
    {
        var place = new SharedPlace(time);
        var node = new FarmNode(time, place);
        for (var number = 0; number < 200; number++)
        {
            var text = FormattableString.Invariant($"{number} ") + new string('ü', 1900);
            Assert.IsNull(await node.History.AppendAsync(Entry(time, text), CancellationToken.None));
        }

        var entries = await node.History.ReadAsync(1000, CancellationToken.None);

        Assert.IsInRange(50, 80, entries.Count);
        Assert.StartsWith("199 ", entries[0].Reason);
        Assert.IsLessThanOrEqualTo(EnvelopeJson.MaximumBytes, place[FarmNode.HistoryKey]?.Value.Length ?? 0);
    });

    [TestMethod]
    public void History_WithATornEndAndLinesOfOthers_IsKeptAndAddedTo() => VirtualTime.Run(async time =>
    {
        var place = new SharedPlace(time);
        var node = new FarmNode(time, place);
        await node.History.AppendAsync(Entry(time, "first"), CancellationToken.None);
        var first = place.Text(FarmNode.HistoryKey);
        place.Set(FarmNode.HistoryKey, Encoding.UTF8.GetBytes(first + "some words\n{\"at\": \"2026"));

        await node.History.AppendAsync(Entry(time, "second"), CancellationToken.None);

        var entries = await node.History.ReadAsync(10, CancellationToken.None);
        CollectionAssert.AreEqual(new[] { "second", "first" }, entries.Select(entry => entry.Reason).ToArray());
        Assert.Contains("some words\n", place.Text(FarmNode.HistoryKey) ?? "");
    });

    [TestMethod]
    public void History_ThatCannotBeWritten_LeavesTheChangeAndSaysSo() => VirtualTime.Run(async time =>
    {
        var place = new SharedPlace(time);
        var node = new FarmNode(time, place);
        node.Client.Fault = (_, _) => node.Client.Calls[^1].Key == FarmNode.HistoryKey
            ? throw new TimeoutException("the history is dead")
            : Task.CompletedTask;

        var write = await node.DownAsync("x");

        Assert.Contains("the history is dead", write.HistoryProblem ?? "");
        Assert.AreEqual("x", node.Document?.Message);
        var failed = await VirtualTime.ThrowsAsync<IOException>(() => node.Store.ReadHistoryAsync(1, CancellationToken.None));
        Assert.Contains("the history is dead", failed.Message);
    });

    private static HistoryEntry Entry(VirtualTime time, string reason)
        => new() { At = time.GetUtcNow(), Action = "down", Source = "code", Reason = reason };
}
