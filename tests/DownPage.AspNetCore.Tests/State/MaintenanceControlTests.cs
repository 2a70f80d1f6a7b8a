namespace DownPage.AspNetCore.Tests.State;

/// <summary>Maintenance mode in code.</summary>
[TestClass]
public sealed class MaintenanceControlTests
{
    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public async Task Enter_WithARequest_HoldsAtOnceAndStandsInTheDownFile()
    {
        await using var site = await MaintainedSite.StartAsync();
        var until = site.Clock.GetUtcNow().AddMinutes(20);

        var state = await site.Maintenance.EnterAsync(
            new MaintenanceRequest { Message = "a; \"b\" ü", Actor = "anna", Until = until, StatusCode = 500, Mode = MaintenanceKind.ReadOnly },
            TestContext.CancellationToken);

        Assert.AreSame(site.Maintenance.Current, state);
        Assert.IsTrue(state.IsDown);
        Assert.AreEqual("a; \"b\" ü", state.Message);
        Assert.AreEqual("anna", state.Actor);
        Assert.AreEqual(until, state.Until);
        Assert.AreEqual(500, state.StatusCode);
        Assert.AreEqual(MaintenanceKind.ReadOnly, state.Mode);
        Assert.AreEqual(site.Clock.GetUtcNow(), state.Since);
        Assert.IsTrue(File.Exists(site.DownFile));
    }

    [TestMethod]
    public async Task Enter_Again_ReplacesWhatWasAskedForBefore()
    {
        await using var site = await MaintainedSite.StartAsync();
        await site.Maintenance.EnterAsync(new MaintenanceRequest { Message = "first", Reason = "one" }, TestContext.CancellationToken);

        var state = await site.Maintenance.EnterAsync(new MaintenanceRequest { Message = "second" }, TestContext.CancellationToken);

        Assert.AreEqual("second", state.Message);
        Assert.IsNull(state.Reason);
    }

    [TestMethod]
    public async Task Update_WhileDown_ChangesWhatIsSaidAndKeepsTheRest()
    {
        await using var site = await MaintainedSite.StartAsync();
        await site.Maintenance.EnterAsync(new MaintenanceRequest { Message = "first", Reason = "one" }, TestContext.CancellationToken);

        var state = await site.Maintenance.UpdateAsync(new MaintenanceRequest { Message = "second" }, TestContext.CancellationToken);

        Assert.AreEqual("second", state.Message);
        Assert.AreEqual("one", state.Reason);
    }

    [TestMethod]
    public async Task Update_WhileUp_IsRefused()
    {
        await using var site = await MaintainedSite.StartAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => site.Maintenance.UpdateAsync(new MaintenanceRequest { Message = "x" }, TestContext.CancellationToken));

        Assert.IsFalse(File.Exists(site.DownFile));
    }

    [TestMethod]
    public async Task Leave_AfterEnter_RemovesTheDownFile()
    {
        await using var site = await MaintainedSite.StartAsync();
        await site.Maintenance.EnterAsync(cancellationToken: TestContext.CancellationToken);

        var state = await site.Maintenance.LeaveAsync(cancellationToken: TestContext.CancellationToken);

        Assert.IsFalse(state.IsDown);
        Assert.IsFalse(File.Exists(site.DownFile));
    }

    [TestMethod]
    public async Task Leave_WhileUp_ChangesNothing()
    {
        await using var site = await MaintainedSite.StartAsync();

        var state = await site.Maintenance.LeaveAsync(cancellationToken: TestContext.CancellationToken);

        Assert.IsFalse(state.IsDown);
    }

    [TestMethod]
    public async Task Leave_FileWithWindowsAndMembersOfOthers_KeepsThem()
    {
        await using var site = await MaintainedSite.StartAsync();
        File.WriteAllText(
            site.DownFile,
            """{ "message": "x", "ticket": 42, "windows": [ { "name": "w", "start": "2027-01-01T00:00Z", "duration": "01:00:00" } ] }""");
        site.Clock.Advance(TimeSpan.FromSeconds(1));

        await site.Maintenance.LeaveAsync(cancellationToken: TestContext.CancellationToken);

        var written = File.ReadAllText(site.DownFile);
        Assert.Contains("\"ticket\": 42", written);
        Assert.Contains("\"name\": \"w\"", written);
        Assert.DoesNotContain("\"message\"", written);
        Assert.IsFalse(site.Maintenance.Current.IsDown);
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public async Task Switching_WhileTheConfigurationDecides_IsRefusedAndSaysWhy(bool enabled)
    {
        await using var site = await MaintainedSite.StartAsync(options => options.Enabled = enabled);

        var enter = await Assert.ThrowsAsync<InvalidOperationException>(
            () => site.Maintenance.EnterAsync(cancellationToken: TestContext.CancellationToken));
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => site.Maintenance.LeaveAsync(cancellationToken: TestContext.CancellationToken));

        Assert.Contains("MaintenanceMode:Enabled", enter.Message);
        Assert.AreEqual(enabled, site.Maintenance.Current.IsDown);
    }

    [TestMethod]
    public async Task Enter_UntilInThePast_IsRefusedBeforeAnythingIsWritten()
    {
        await using var site = await MaintainedSite.StartAsync();

        var refused = await Assert.ThrowsExactlyAsync<ArgumentException>(
            () => site.Maintenance.EnterAsync(
                new MaintenanceRequest { Until = site.Clock.GetUtcNow().AddSeconds(-1) }, TestContext.CancellationToken));

        Assert.Contains("Until is '", refused.Message);
        Assert.IsFalse(File.Exists(site.DownFile));
    }

    [TestMethod]
    public async Task Enter_PathThatCannotBeWritten_ThrowsAndNothingChanges()
    {
        using var folder = new TempFolder();
        folder.Write("taken", "a file where a folder should be");
        await using var site = await MaintainedSite.StartAsync(options => options.DownFile = folder.PathOf("taken/maintenance.json"));

        await Assert.ThrowsAsync<IOException>(() => site.Maintenance.EnterAsync(cancellationToken: TestContext.CancellationToken));

        Assert.IsFalse(site.Maintenance.Current.IsDown);
    }

    [TestMethod]
    public async Task Enter_FromManyThreads_EachIsWrittenWhole()
    {
        await using var site = await MaintainedSite.StartAsync();

        await Parallel.ForAsync(0, 20, TestContext.CancellationToken, async (i, cancellation) =>
            await site.Maintenance.EnterAsync(new MaintenanceRequest { Message = $"by {i}", Actor = $"by {i}" }, cancellation));

        Assert.IsTrue(site.Maintenance.Current.IsDown);
        Assert.AreEqual(site.Maintenance.Current.Actor, site.Maintenance.Current.Message);
    }

    [TestMethod]
    public async Task UseMemory_EntersAndLeaves_WithoutAFile()
    {
        await using var site = await MaintainedSite.StartAsync(services: builder =>
            Microsoft.Extensions.DependencyInjection.MaintenanceModeServiceCollectionExtensions.AddMaintenanceMode(builder.Services).UseMemory());

        await site.Maintenance.EnterAsync(cancellationToken: TestContext.CancellationToken);
        Assert.IsTrue(site.Maintenance.Current.IsDown);
        Assert.IsFalse(File.Exists(site.DownFile));

        await site.Maintenance.LeaveAsync(cancellationToken: TestContext.CancellationToken);
        Assert.IsFalse(site.Maintenance.Current.IsDown);
    }
}
