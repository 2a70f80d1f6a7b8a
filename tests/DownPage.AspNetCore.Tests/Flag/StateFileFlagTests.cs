using System.Collections.Concurrent;
using DownPage.DownFile;
using DownPage.FlagFile;
using DownPage.History;
using DownPage.Switching;

namespace DownPage.AspNetCore.Tests.Flag;

/// <summary>Whoever changes the down file sees to the flag, under the same lock.</summary>
[TestClass]
public sealed class StateFileFlagTests : IDisposable
{
    private static readonly ChangeOrigin Anna = new(ChangeSource.Command, "anna");

    private readonly TempFolder folder = new();
    private readonly ManualClock clock = new();
    private readonly StateFile file;
    private Action<DownFileDocument?> asked = _ => { };

    public StateFileFlagTests() => file = new StateFile(folder.PathOf("maintenance.json"), new FlagFileOrder(
        Flag,
        (document, now) =>
        {
            asked(document);
            return document is { Down: true, Message: null } && !(document.Until <= now);
        }));

    public TestContext TestContext { get; set; } = null!;

    private string Flag => folder.PathOf("maintenance.on");

    private bool IsFlagged => File.Exists(Flag);

    public void Dispose() => folder.Dispose();

    [TestMethod]
    public async Task Change_DownAndUp_FlagComesAndGoes()
    {
        var down = await Change(StateChange.Down(new DownOrder(), Anna));
        Assert.IsTrue(IsFlagged);
        Assert.IsNull(down.FlagProblem);
        Assert.IsFalse(down.FlagMended);

        await Change(StateChange.Up(Anna, (_, _) => false));
        Assert.IsFalse(IsFlagged);
    }

    [TestMethod]
    public async Task Change_OfHowItIsDown_FlagFollows()
    {
        await Change(StateChange.Down(new DownOrder(), Anna));

        await Change(StateChange.Update(new DownOrder { Message = "m" }, Anna));
        Assert.IsFalse(IsFlagged);

        await Change(StateChange.Down(new DownOrder(), Anna));
        Assert.IsTrue(IsFlagged);
    }

    [TestMethod]
    public async Task Change_Up_FlagIsGoneBeforeTheStateIsAndDownItComesAfter()
    {
        await Change(StateChange.Down(new DownOrder(), Anna));
        var order = new ConcurrentQueue<string>();
        using var watcher = new FileSystemWatcher(folder.Root) { EnableRaisingEvents = true };
        watcher.Deleted += (_, gone) => Note(gone.Name);
        watcher.Renamed += (_, made) => Note(made.Name);

        await Change(StateChange.Up(Anna, (_, _) => false));
        await Change(StateChange.Down(new DownOrder(), Anna));
        while (order.Count < 4)
        {
            await Task.Delay(10, TestContext.CancellationToken);
        }

        CollectionAssert.AreEqual(
            new[] { "maintenance.on", "maintenance.json", "maintenance.json", "maintenance.on" }, order.ToArray());

        void Note(string? name)
        {
            if (name is "maintenance.on" or "maintenance.json")
            {
                order.Enqueue(name);
            }
        }
    }

    [TestMethod]
    public async Task Change_ThatChangesNothing_MendsAFlagThatIsStale()
    {
        folder.Write("maintenance.on", "");

        var write = await Change(StateChange.Up(Anna, (_, _) => false));

        Assert.IsFalse(write.Changed);
        Assert.IsTrue(write.FlagMended);
        Assert.IsFalse(IsFlagged);
        Assert.IsFalse((await Change(StateChange.Up(Anna, (_, _) => false))).FlagMended);
    }

    [TestMethod]
    public async Task Change_ThatIsRefused_LeavesTheFlag()
    {
        folder.Write("maintenance.on", "");

        await Assert.ThrowsExactlyAsync<ChangeRefusedException>(() => Change(StateChange.Extend(TimeSpan.FromMinutes(1), Anna)));

        Assert.IsTrue(IsFlagged);
    }

    [TestMethod]
    public async Task Change_ThatCannotBeWritten_LeavesTheFlagOfWhatHolds()
    {
        await Change(StateChange.Down(new DownOrder(), Anna));
        var huge = new DownOrder { Message = "m", Scopes = [new string('x', 300_000)] };

        await Assert.ThrowsExactlyAsync<DownFileException>(() => Change(StateChange.Update(huge, Anna)));

        Assert.IsTrue(IsFlagged, "the site is down as before");
    }

    [TestMethod]
    public async Task Change_FlagThatCannotBeWritten_StandsAndTells()
    {
        Directory.CreateDirectory(Flag);

        var write = await Change(StateChange.Down(new DownOrder(), Anna));

        Assert.Contains("it is a folder", write.FlagProblem ?? "");
        Assert.IsNull(write.HistoryProblem);
        Assert.IsTrue(file.Read().Document?.Down);
    }

    [TestMethod]
    public async Task Change_FlagThatCannotBeRemoved_StandsAndTells()
    {
        await Change(StateChange.Down(new DownOrder(), Anna));
        folder.Write("maintenance.on", "somebody's notes");

        var write = await Change(StateChange.Up(Anna, (_, _) => false));

        Assert.Contains("something else than a flag", write.FlagProblem ?? "");
        Assert.IsNull(file.Read().Document);
        Assert.IsTrue(IsFlagged);
    }

    [TestMethod]
    public async Task Settle_AfterTheEnd_RemovesItAndLeavesItWhereTheStateCannotBeRead()
    {
        await Change(StateChange.Down(new DownOrder { Until = clock.GetUtcNow().AddMinutes(5) }, Anna));
        clock.Advance(TimeSpan.FromMinutes(4));
        Assert.IsNull(await file.SettleAsync(clock, TestContext.CancellationToken));
        Assert.IsTrue(IsFlagged);

        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.IsNull(await file.SettleAsync(clock, TestContext.CancellationToken));
        Assert.IsFalse(IsFlagged);

        folder.Write("maintenance.on", "");
        folder.Write("maintenance.json", "{ torn");
        Assert.IsNull(await file.SettleAsync(clock, TestContext.CancellationToken));
        Assert.IsTrue(IsFlagged);
    }

    [TestMethod]
    public async Task Change_WithoutAFlag_NobodyMakesOne()
    {
        var plain = new StateFile(folder.PathOf("maintenance.json"));

        await plain.ChangeAsync(StateChange.Down(new DownOrder(), Anna), clock, TestContext.CancellationToken);

        Assert.IsFalse(IsFlagged);
        Assert.IsNull(await plain.SettleAsync(clock, TestContext.CancellationToken));
    }

    [TestMethod]
    public async Task Flag_IsAskedOfWhatIsWrittenThen()
    {
        var documents = new List<DownFileDocument?>();
        asked = documents.Add;

        await Change(StateChange.Down(new DownOrder(), Anna));

        Assert.AreEqual("anna", Assert.ContainsSingle(documents)?.Actor);
    }

    private Task<StateWrite> Change(StateChange change) => file.ChangeAsync(change, clock, TestContext.CancellationToken);
}
