using DownPage.AspNetCore.Farm;

namespace DownPage.AspNetCore.Tests.Farm;

/// <summary>A node follows what is written in the store, whatever the store does.</summary>
[TestClass]
public sealed class ReadingTests
{
    [TestMethod]
    public void Change_OfOneNode_IsFollowedByAllWithinTheInterval() => VirtualTime.Run(async time =>
    {
        var place = new SharedPlace(time);
        FarmNode[] nodes = [.. Enumerable.Range(1, 20).Select(number => new FarmNode(time, place, number))];
        foreach (var node in nodes)
        {
            node.Client.Delay = () => TimeSpan.FromMilliseconds(40);
            await node.Reader.StartAsync(CancellationToken.None);
        }

        for (var round = 0; round < 20; round++)
        {
            await time.Pass(TimeSpan.FromSeconds(7.3));
            var message = FormattableString.Invariant($"round {round}");
            await nodes[round].DownAsync(message);
            Assert.AreEqual(message, nodes[round].Document?.Message, "the own change, at once");

            await time.Pass(nodes[0].Options.Interval);

            foreach (var node in nodes)
            {
                Assert.AreEqual(message, node.Document?.Message);
            }
        }
    });

    [TestMethod]
    public void Change_AtASlowStore_IsFollowedWithinTheIntervalAllTheSame() => VirtualTime.Run(async time =>
    {
        var place = new SharedPlace(time);
        FarmNode[] nodes = [.. Enumerable.Range(1, 20).Select(number => new FarmNode(time, place, number))];
        foreach (var node in nodes)
        {
            node.Client.Delay = () => TimeSpan.FromMilliseconds(500);
            await node.Reader.StartAsync(CancellationToken.None);
        }

        for (var round = 1; round < 20; round++)
        {
            await time.Pass(TimeSpan.FromSeconds(7.3));
            place.Set(
                FarmNode.StateKey,
                FormattableString.Invariant($$"""{"revision":{{round}},"id":"x{{round}}","state":{"message":"{{round}}"} }"""));
            await time.Pass(nodes[0].Options.Interval);

            foreach (var node in nodes)
            {
                Assert.AreEqual(round, node.Shared.Known?.Revision);
            }
        }
    });

    [TestMethod]
    public void Readings_OfManyNodes_AreSpreadOverTheInterval() => VirtualTime.Run(async time =>
    {
        var place = new SharedPlace(time);
        FarmNode[] nodes = [.. Enumerable.Range(1, 100).Select(number => new FarmNode(time, place, number))];
        foreach (var node in nodes)
        {
            await node.Reader.StartAsync(CancellationToken.None);
        }

        await time.Pass(TimeSpan.FromMinutes(1));

        var late = nodes.SelectMany(node => node.Client.Calls).Where(call => call.At > time.GetUtcNow().AddSeconds(-5)).ToArray();
        var fullest = late.GroupBy(call => call.At.ToUnixTimeSeconds()).Max(second => second.Count());
        Assert.IsLessThan(60, fullest);
        Assert.IsInRange(100, 200, late.Length, "each node reads every 2.5 to 5 s");
    });

    [TestMethod]
    [DataRow("throws")]
    [DataRow("hangs")]
    [DataRow("ignores the token")]
    [DataRow("throws at once")]
    public void Store_ThatFails_WhatWasKnownHoldsAndIsReadAgainAfterwards(string how) => VirtualTime.Run(async time =>
    {
        var place = new SharedPlace(time);
        var node = new FarmNode(time, place);
        await node.DownAsync("known");
        await node.Reader.StartAsync(CancellationToken.None);
        node.Client.Fault = Fault(how, time);

        await time.Pass(TimeSpan.FromMinutes(2));

        var reading = node.Store.Read();
        Assert.AreEqual("known", reading.Document?.Message);
        Assert.IsTrue(reading.IsKept);
        Assert.Contains("'shop:state'", reading.Failure ?? "");
        Assert.IsLessThanOrEqualTo(StoreLane.Most, node.Shared.ReadsUnderWay);
        node.Client.Fault = (_, _) => Task.CompletedTask;
        await time.Pass(TimeSpan.FromMinutes(how == "ignores the token" ? 70 : 1));
        Assert.IsNull(node.Store.Read().Failure);
    });

    [TestMethod]
    public void Store_ThatFailsOnce_IsNoFailure() => VirtualTime.Run(async time =>
    {
        var node = new FarmNode(time, new SharedPlace(time));
        await node.Reader.StartAsync(CancellationToken.None);
        node.Client.Fault = (_, _) => throw new TimeoutException("once");

        await node.Shared.ReadAsync(CancellationToken.None);
        Assert.IsNull(node.Store.Read().Failure);
        await node.Shared.ReadAsync(CancellationToken.None);
        Assert.Contains("TimeoutException: once", node.Store.Read().Failure ?? "");
    });

    [TestMethod]
    public void Store_DeadAtTheStart_IsAFailureAtOnceAndStartingTakesTheTimeout() => VirtualTime.Run(async time =>
    {
        var node = new FarmNode(time, new SharedPlace(time));
        node.Client.Fault = Fault("ignores the token", time);
        var began = time.GetUtcNow();

        await node.Reader.StartAsync(CancellationToken.None);

        Assert.AreEqual(node.Options.Timeout, time.GetUtcNow() - began);
        Assert.Contains("it did not answer within 3 s", node.Store.Read().Failure ?? "");
        Assert.IsNull(node.Document);
    });

    [TestMethod]
    public void Failure_WhoseTextGrows_StaysTheSameUntilItIsOver() => VirtualTime.Run(async time =>
    {
        var count = 0;
        var node = new FarmNode(time, new SharedPlace(time));
        node.Client.Fault = (_, _) => throw new TimeoutException($"{++count} ms");
        List<string?> failures = [];

        for (var i = 0; i < 5; i++)
        {
            await node.Shared.ReadAsync(CancellationToken.None);
            failures.Add(node.Store.Read().Failure);
        }

        Assert.HasCount(1, failures.Distinct());
        Assert.EndsWith("TimeoutException: 1 ms", failures[0]);
    });

    [TestMethod]
    [DataRow("")]
    [DataRow("not json")]
    [DataRow("[]")]
    [DataRow("{}")]
    [DataRow("""{"revision":0,"id":"a","state":null}""")]
    [DataRow("""{"revision":1.5,"id":"a","state":null}""")]
    [DataRow("""{"revision":9223372036854775807,"id":"a","state":null}""")]
    [DataRow("""{"revision":9,"state":null}""")]
    [DataRow("""{"revision":9,"id":"a"}""")]
    [DataRow("""{"revision":9,"id":"a","state":[]}""")]
    [DataRow("""{"revision":9,"id":"\ud800","state":null}""")]
    public void Value_OfSomebodyElse_IsAFailureAndIsNotWrittenOver(string value) => VirtualTime.Run(async time =>
    {
        var place = new SharedPlace(time);
        var node = new FarmNode(time, place);
        await node.DownAsync("known");
        place.Set(FarmNode.StateKey, value);

        await node.Shared.ReadAsync(CancellationToken.None);
        await node.Shared.ReadAsync(CancellationToken.None);
        var refused = await VirtualTime.ThrowsAsync<IOException>(() => node.DownAsync("other"));

        Assert.IsNotNull(node.Store.Read().Failure);
        Assert.AreEqual("known", node.Document?.Message);
        Assert.Contains("MaintenanceMode:Farm:KeyPrefix", refused.Message);
        Assert.AreEqual(value, place.Text(FarmNode.StateKey));
    });

    [TestMethod]
    [DataRow("""{"revision":9,"id":"a","ancestors":[1,null,"b"],"state":{"message":"x"},"more":1}""", "x")]
    [DataRow("""{"revision":9,"id":"a","state":null}""", null)]
    public void Value_WithMembersOfALaterVersion_IsRead(string value, string? message) => VirtualTime.Run(async time =>
    {
        var place = new SharedPlace(time);
        var node = new FarmNode(time, place);
        place.Set(FarmNode.StateKey, value);

        await node.Shared.ReadAsync(CancellationToken.None);

        Assert.IsNull(node.Store.Read().Failure);
        Assert.AreEqual(message, node.Document?.Message);
    });

    [TestMethod]
    public void Reading_OfWhatIsUnchanged_IsTheSameDocumentAndTellsNobody() => VirtualTime.Run(async time =>
    {
        var place = new SharedPlace(time);
        var node = new FarmNode(time, place);
        await node.DownAsync("known");
        var told = 0;
        node.Store.Changed += () => told++;
        var before = node.Document;

        await node.Shared.ReadAsync(CancellationToken.None);
        await node.Shared.ReadAsync(CancellationToken.None);

        Assert.AreSame(before, node.Document);
        Assert.AreEqual(0, told);
        await new FarmNode(time, place, 2).DownAsync("other");
        await node.Shared.ReadAsync(CancellationToken.None);
        Assert.AreEqual(1, told);
    });

    [TestMethod]
    public void Stop_EndsTheReading() => VirtualTime.Run(async time =>
    {
        var node = new FarmNode(time, new SharedPlace(time));
        await node.Reader.StartAsync(CancellationToken.None);
        await time.Pass(TimeSpan.FromMinutes(1));
        await node.Reader.StopAsync();
        var calls = node.Client.Calls.Count;
        Assert.IsGreaterThan(10, calls);

        await time.Pass(TimeSpan.FromMinutes(1));

        Assert.HasCount(calls, node.Client.Calls);
    });

    private static Func<string, CancellationToken, Task> Fault(string how, VirtualTime time) => how switch
    {
        "throws" => async (_, _) =>
        {
            await Task.Yield();
            throw new InvalidOperationException("the store is dead");
        }
        ,
        "throws at once" => (_, _) => throw new IOException("the store is dead"),
        "hangs" => (_, token) => Task.Delay(Timeout.InfiniteTimeSpan, time, token),
        _ => (_, _) => Task.Delay(TimeSpan.FromHours(1), time, CancellationToken.None),
    };
}
