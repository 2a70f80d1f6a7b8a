using System.Text;
using DownPage.History;
using DownPage.Switching;

namespace DownPage.AspNetCore.Tests.History;

/// <summary>Every change is put down beside the down file, and what is put down is read again.</summary>
[TestClass]
public sealed class StateFileTests : IDisposable
{
    private static readonly ChangeOrigin Anna = new(ChangeSource.Command, "anna", "migration 42");

    private readonly TempFolder folder = new();
    private readonly ManualClock clock = new();
    private readonly StateFile file;

    public StateFileTests() => file = new StateFile(folder.PathOf("maintenance.json"));

    public TestContext TestContext { get; set; } = null!;

    private string HistoryPath => folder.PathOf("maintenance.history.jsonl");

    public void Dispose() => folder.Dispose();

    [TestMethod]
    public async Task Change_DownAndUp_IsInTheHistoryWithItsLength()
    {
        await Down(new DownOrder { Message = "m", Until = clock.GetUtcNow().AddHours(1) });
        clock.Advance(TimeSpan.FromMinutes(20));
        await Change(StateChange.Up(new ChangeOrigin(ChangeSource.Endpoint, "ben"), (_, _) => false));

        var history = file.History(10);

        Assert.HasCount(2, history);
        Assert.AreEqual(("up", "endpoint", "ben"), (history[0].Action, history[0].Source, history[0].Actor));
        Assert.AreEqual(TimeSpan.FromMinutes(20), history[0].DownFor);
        Assert.AreEqual("none", history[0].Revision);
        Assert.AreEqual(("down", "anna", "migration 42", "m"), (history[1].Action, history[1].Actor, history[1].Reason, history[1].Message));
        Assert.IsNull(history[1].DownFor);
    }

    [TestMethod]
    public async Task Change_UpAfterTheTimeWasOver_CountsToItsEnd()
    {
        await Down(new DownOrder { Until = clock.GetUtcNow().AddMinutes(5) });
        clock.Advance(TimeSpan.FromHours(5));

        await Change(StateChange.Up(Anna, (_, _) => false));

        Assert.AreEqual(TimeSpan.FromMinutes(5), file.History(1)[0].DownFor);
    }

    [TestMethod]
    public async Task Change_ClockSetBackMeanwhile_HasNoNegativeLength()
    {
        await Down(new DownOrder());
        clock.Advance(TimeSpan.FromHours(-1));

        await Change(StateChange.Up(Anna, (_, _) => false));

        Assert.AreEqual(TimeSpan.Zero, file.History(1)[0].DownFor);
    }

    [TestMethod]
    public async Task Change_ThatChangesNothing_IsNotInTheHistory()
    {
        var write = await Change(StateChange.Up(Anna, (_, _) => false));

        Assert.IsFalse(write.Changed);
        Assert.IsEmpty(file.History(10));
    }

    [TestMethod]
    public async Task Change_ThatIsRefused_IsNotInTheHistory()
    {
        await Assert.ThrowsExactlyAsync<ChangeRefusedException>(() => Change(StateChange.Extend(TimeSpan.FromMinutes(1), Anna)));

        Assert.IsFalse(File.Exists(HistoryPath));
        Assert.IsFalse(File.Exists(file.Path));
    }

    [TestMethod]
    public async Task History_WithATornLastLine_HasTheOthersAndGoesOn()
    {
        await Down(new DownOrder());
        var whole = File.ReadAllBytes(HistoryPath);
        File.WriteAllBytes(HistoryPath, [.. whole, .. whole[..^30]]);

        Assert.HasCount(1, file.History(10));
        await Change(StateChange.Up(Anna, (_, _) => false));

        var actions = file.History(10).Select(entry => entry.Action).ToArray();
        CollectionAssert.AreEqual(new[] { "up", "down" }, actions);
    }

    [TestMethod]
    public void History_OfGarbage_IsEmpty()
    {
        File.WriteAllBytes(HistoryPath, [0, 0, .. Encoding.UTF8.GetBytes("\n[]\n{}\nnull\n{\"at\":1}\n\n"), 0xFF]);

        Assert.IsEmpty(file.History(10));
    }

    [TestMethod]
    public async Task History_ThatCannotBeWritten_KeepsNobodyFromTheChange()
    {
        Directory.CreateDirectory(HistoryPath);

        var write = await Down(new DownOrder());

        Assert.Contains(HistoryPath, write.HistoryProblem ?? "");
        Assert.IsNotNull(file.Read().Document);
    }

    [TestMethod]
    public async Task History_BeyondItsSize_BeginsAnewAndIsReadOn()
    {
        await Down(new DownOrder());
        var line = File.ReadAllBytes(HistoryPath);
        using (var grown = File.OpenWrite(HistoryPath))
        {
            for (var i = 0; i <= 1024 * 1024 / line.Length; i++)
            {
                grown.Write(line);
            }
        }

        await Change(StateChange.Up(Anna, (_, _) => false));

        Assert.HasCount(1, File.ReadAllLines(HistoryPath));
        var history = file.History(3);
        CollectionAssert.AreEqual(new[] { "up", "down", "down" }, history.Select(entry => entry.Action).ToArray());
    }

    [TestMethod]
    public async Task History_ByManyAtOnce_HasEveryLine()
    {
        var changes = Enumerable.Range(0, 40).Select(_ => Task.Run(() => Down(new DownOrder()), TestContext.CancellationToken));

        await Task.WhenAll(changes);

        Assert.HasCount(40, file.History(100));
    }

    [TestMethod]
    public async Task Entry_OfEveryMember_IsReadBack()
    {
        var entry = new HistoryEntry
        {
            At = clock.GetUtcNow(),
            Action = ChangeAction.Update,
            Source = ChangeSource.Page,
            Actor = "a\nb",
            Reason = "\"r\"",
            Machine = "web-1",
            Mode = "readOnly",
            Scopes = ["path:/a"],
            Message = "m",
            Until = clock.GetUtcNow(),
            Window = "w",
            DownFor = TimeSpan.FromSeconds(90),
            Revision = "r",
        };

        Assert.IsNull(await file.RecordAsync(entry, TestContext.CancellationToken));

        var read = file.History(1)[0];
        Assert.AreEqual(entry with { Scopes = null }, read with { Scopes = null });
        CollectionAssert.AreEqual(new[] { "path:/a" }, read.Scopes?.ToArray());
    }

    private Task<StateWrite> Down(DownOrder order) => Change(StateChange.Down(order, Anna));

    private Task<StateWrite> Change(StateChange change) => file.ChangeAsync(change, clock, TestContext.CancellationToken);
}
