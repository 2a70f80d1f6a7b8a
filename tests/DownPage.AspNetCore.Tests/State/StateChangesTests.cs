using Microsoft.Extensions.Logging;

namespace DownPage.AspNetCore.Tests.State;

/// <summary>Others are told of changes.</summary>
[TestClass]
public sealed class StateChangesTests
{
    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public async Task Changed_EnterAndLeave_RaisedOnceEachInOrder()
    {
        await using var site = await MaintainedSite.StartAsync();
        var seen = new System.Collections.Concurrent.ConcurrentQueue<bool>();
        using var both = new CountdownEvent(2);
        site.Maintenance.Changed += (_, change) =>
        {
            seen.Enqueue(change.After.IsDown);
            both.Signal();
        };

        await site.Maintenance.EnterAsync(cancellationToken: TestContext.CancellationToken);
        site.Clock.Advance(TimeSpan.FromSeconds(10));
        await site.Maintenance.LeaveAsync(cancellationToken: TestContext.CancellationToken);

        Assert.IsTrue(both.Wait(TimeSpan.FromSeconds(30), TestContext.CancellationToken));
        CollectionAssert.AreEqual(new[] { true, false }, seen.ToArray());
    }

    [TestMethod]
    public async Task Changed_AHandlerThrows_TheOthersAreToldAndItIsLogged()
    {
        await using var site = await MaintainedSite.StartAsync();
        using var told = new ManualResetEventSlim();
        site.Maintenance.Changed += (_, _) => throw new InvalidOperationException("a handler's fault");
        site.Maintenance.Changed += (_, _) => told.Set();

        await site.Maintenance.EnterAsync(cancellationToken: TestContext.CancellationToken);

        Assert.IsTrue(told.Wait(TimeSpan.FromSeconds(30), TestContext.CancellationToken));
        Assert.ContainsSingle(record => record.EventName == "HandlerThrew", site.Log.OfMaintenance);
    }

    [TestMethod]
    public async Task ChangeToken_NextChange_IsSignalled()
    {
        await using var site = await MaintainedSite.StartAsync();
        var signalled = new TaskCompletionSource();
        site.Maintenance.GetChangeToken().RegisterChangeCallback(_ => signalled.SetResult(), null);

        await site.Maintenance.EnterAsync(cancellationToken: TestContext.CancellationToken);

        await signalled.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.CancellationToken);
        Assert.IsFalse(site.Maintenance.GetChangeToken().HasChanged);
    }

    [TestMethod]
    public async Task Change_LoggedOnce_WithWhoAndWhy()
    {
        await using var site = await MaintainedSite.StartAsync();

        await site.Maintenance.EnterAsync(
            new MaintenanceRequest { Actor = "anna", Reason = "migration 42" }, TestContext.CancellationToken);
        site.Clock.Advance(TimeSpan.FromMinutes(1));

        var logged = Assert.ContainsSingle(record => record.EventName == "Down", site.Log.OfMaintenance);
        Assert.AreEqual(LogLevel.Information, logged.Level);
        Assert.Contains("anna", logged.Message);
        Assert.Contains("migration 42", logged.Message);
    }
}
