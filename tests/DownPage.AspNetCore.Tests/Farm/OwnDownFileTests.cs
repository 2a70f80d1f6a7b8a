using DownPage.AspNetCore.Farm;
using DownPage.AspNetCore.State;
using DownPage.DownFile;
using DownPage.Schedule;

namespace DownPage.AspNetCore.Tests.Farm;

/// <summary>A node's own down file beside the shared store.</summary>
[TestClass]
public sealed class OwnDownFileTests
{
    [TestMethod]
    public void OwnFile_ThatTakesTheNodeDown_WinsOverTheStoreOnThatNodeOnly() => VirtualTime.Run(async time =>
    {
        var place = new SharedPlace(time);
        var (one, two) = (new FarmNode(time, place, 1), new FarmNode(time, place, 2));
        await one.DownAsync("shared");
        await two.Shared.ReadAsync(CancellationToken.None);
        one.Own.Document = new DownFileDocument { Message = "own" };

        Assert.AreEqual("own", one.Document?.Message);
        Assert.AreEqual(MaintenanceSource.DownFile, one.Store.Read().Source);
        Assert.AreEqual("shared", one.Store.Held?.Message, "what changes are made of");
        Assert.AreEqual("shared", two.Document?.Message);
        Assert.AreEqual(MaintenanceSource.SharedStore, two.Store.Read().Source);

        one.Own.Document = null;
        Assert.AreEqual("shared", one.Document?.Message);
        Assert.AreEqual(MaintenanceSource.SharedStore, one.Store.Read().Source);
    });

    [TestMethod]
    public void OwnFile_WhoseTimeIsOver_LeavesItToTheStore() => VirtualTime.Run(async time =>
    {
        var node = new FarmNode(time, new SharedPlace(time));
        await node.DownAsync("shared");
        node.Own.Document = new DownFileDocument { Message = "own", Until = time.GetUtcNow().AddMinutes(1) };
        Assert.AreEqual("own", node.Document?.Message);

        await time.Pass(TimeSpan.FromMinutes(1));

        Assert.AreEqual("shared", node.Document?.Message);
        await node.UpAsync();
        Assert.IsFalse(node.Document?.Holds(time.GetUtcNow()));
    });

    [TestMethod]
    public void OwnFile_WithAnotherSecretOrNone_HasTheFirstThatIsSaid()
    {
        var shared = new DownFileDocument { BypassSecretHash = "shared", BypassGeneration = 3 };

        Assert.AreEqual(
            "shared", MergedDocuments.Of(new DownFileDocument(), shared, ownHolds: true)?.BypassSecretHash);
        Assert.AreEqual(
            "own", MergedDocuments.Of(new DownFileDocument { BypassSecretHash = "own" }, shared, ownHolds: true)?.BypassSecretHash);
        Assert.AreEqual(
            "shared",
            MergedDocuments.Of(new DownFileDocument { BypassSecretHash = "own" }, shared, ownHolds: false)?.BypassSecretHash);
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void Documents_OfBoth_HaveTheWindowsOfBothAndTheLaterLift(bool ownIsLater)
    {
        var earlier = new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
        var later = earlier.AddHours(1);
        var own = new DownFileDocument
        {
            Down = false,
            Windows = [new WindowDefinition { Name = "own" }],
            LiftedAt = ownIsLater ? later : earlier,
        };
        var shared = new DownFileDocument
        {
            Down = false,
            Windows = [new WindowDefinition { Name = "shared" }],
            LiftedAt = ownIsLater ? earlier : later,
        };

        var merged = MergedDocuments.Of(own, shared, ownHolds: false);

        Assert.AreEqual(later, merged?.LiftedAt);
        CollectionAssert.AreEqual(new[] { "shared", "own" }, merged?.Windows.Select(window => window.Name).ToArray());
        Assert.AreEqual(later, MergedDocuments.Of(own with { LiftedAt = null }, shared with { LiftedAt = later }, true)?.LiftedAt);
        Assert.AreEqual(later, MergedDocuments.Of(own with { LiftedAt = later }, shared with { LiftedAt = null }, false)?.LiftedAt);
        Assert.IsNull(MergedDocuments.Of(own with { LiftedAt = null }, shared with { LiftedAt = null }, true)?.LiftedAt);
    }

    [TestMethod]
    public void Documents_OfWhichOneSaysNothing_AreTheOther()
    {
        var document = new DownFileDocument();

        Assert.AreSame(document, MergedDocuments.Of(document, null, ownHolds: true));
        Assert.AreSame(document, MergedDocuments.Of(null, document, ownHolds: false));
        Assert.IsNull(MergedDocuments.Of(null, null, ownHolds: false));
    }

    [TestMethod]
    public void OwnFile_WhileTheStoreIsDead_IsReadAndHoldsAnyway() => VirtualTime.Run(async time =>
    {
        var node = new FarmNode(time, new SharedPlace(time));
        node.Client.Fault = (_, _) => throw new IOException("dead");
        await node.Reader.StartAsync(CancellationToken.None);
        Assert.IsFalse(node.Store.Read().HoldsAnyway);

        node.Own.Document = new DownFileDocument { Message = "own" };

        var reading = node.Store.Read();
        Assert.AreEqual("own", reading.Document?.Message);
        Assert.IsTrue(reading.HoldsAnyway);
        Assert.IsNotNull(reading.Failure);
    });

    [TestMethod]
    public void OwnFile_ThatCannotBeRead_KeepsWhatItSaidAndFailsFromTheSecondTime() => VirtualTime.Run(time =>
    {
        var reading = new StateReading(new DownFileDocument { Message = "own" }, null, []);
        var store = new ScriptedStore(() => reading);
        var node = new FarmNode(time, new SharedPlace(time));
        var farm = new FarmStateStore(store, node.Shared, node.History, time);
        farm.Read();
        reading = new StateReading(null, "it is torn", []);

        Assert.IsNull(farm.Read().Failure);
        var second = farm.Read();

        Assert.AreEqual("it is torn", second.Failure);
        Assert.AreEqual("own", second.Document?.Message);
        Assert.IsFalse(second.HoldsAnyway, "what the file says now is not known");
        return Task.CompletedTask;
    });
}
