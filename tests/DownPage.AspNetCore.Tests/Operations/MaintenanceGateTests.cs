using DownPage.AspNetCore.Operations;

namespace DownPage.AspNetCore.Tests.Operations;

[TestClass]
public sealed class MaintenanceGateTests(TestContext test) : IDisposable
{
    private readonly SettableMode mode = new();

    public void Dispose() => mode.Dispose();

    [TestMethod]
    [DataRow("up", true)]
    [DataRow("down", false)]
    [DataRow("read-only", false)]
    [DataRow("part", true)]
    [DataRow("part read-only", true)]
    public void IsOpen_OfAState_IsFalseWhileAllOfTheSiteIsDown(string kind, bool expected)
    {
        mode.Set(kind switch
        {
            "up" => MaintenanceState.Up,
            "down" => SettableMode.Down,
            "read-only" => SettableMode.Down with { Mode = MaintenanceKind.ReadOnly },
            "part" => SettableMode.Down with { Scopes = ["path:/a"] },
            _ => SettableMode.Down with { Scopes = ["path:/a"], Mode = MaintenanceKind.ReadOnly },
        });
        var gate = new MaintenanceGate(mode);

        Assert.AreEqual(expected, gate.IsOpen);
        Assert.AreEqual(expected, gate.WaitUntilOpenAsync(test.CancellationToken).AsTask().IsCompletedSuccessfully);
    }

    [TestMethod]
    [Timeout(10_000)]
    public async Task Wait_ThroughChangesThatStayDown_EndsWhenTheSiteIsUp()
    {
        mode.Set(SettableMode.Down);
        var waiting = new MaintenanceGate(mode).WaitUntilOpenAsync(test.CancellationToken).AsTask();

        mode.Set(SettableMode.Down with { Message = "still" });
        mode.Set(SettableMode.Down with { Mode = MaintenanceKind.ReadOnly });
        Assert.IsFalse(waiting.IsCompleted);
        mode.Set(MaintenanceState.Up);

        await waiting;
    }

    [TestMethod]
    [Timeout(10_000)]
    public async Task Wait_WhereTheSiteComesUpWhileItAsks_DoesNotSleepThroughIt()
    {
        mode.Set(SettableMode.Down);
        mode.AfterToken = () => mode.Set(MaintenanceState.Up);

        await new MaintenanceGate(mode).WaitUntilOpenAsync(test.CancellationToken);
    }

    [TestMethod]
    [Timeout(10_000)]
    public async Task Wait_OfManyWhileTheStateFlips_AllWake()
    {
        mode.Set(SettableMode.Down);
        var gate = new MaintenanceGate(mode);
        var waiting = Enumerable.Range(0, 200)
            .Select(_ => Task.Run(() => gate.WaitUntilOpenAsync(test.CancellationToken).AsTask()))
            .ToList();

        for (var i = 0; i < 500; i++)
        {
            mode.Set(i % 2 == 0 ? MaintenanceState.Up : SettableMode.Down);
        }

        mode.Set(MaintenanceState.Up);
        await Task.WhenAll(waiting);
    }

    [TestMethod]
    [Timeout(10_000)]
    public async Task Wait_Cancelled_EndsAsSuch()
    {
        mode.Set(SettableMode.Down);
        using var stop = new CancellationTokenSource();
        var waiting = new MaintenanceGate(mode).WaitUntilOpenAsync(stop.Token).AsTask();

        await stop.CancelAsync();

        await Assert.ThrowsAsync<OperationCanceledException>(() => waiting);
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public async Task Wait_CancelledBefore_EndsAsSuchWhateverTheState(bool isDown)
    {
        mode.Set(isDown ? SettableMode.Down : MaintenanceState.Up);

        await Assert.ThrowsAsync<OperationCanceledException>(
            () => new MaintenanceGate(mode).WaitUntilOpenAsync(new CancellationToken(canceled: true)).AsTask());
    }
}
