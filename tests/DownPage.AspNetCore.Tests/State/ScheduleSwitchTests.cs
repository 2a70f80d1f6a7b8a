namespace DownPage.AspNetCore.Tests.State;

/// <summary>The site is down by plan. It is Saturday noon, 2026-11-21, as a test begins.</summary>
[TestClass]
public sealed class ScheduleSwitchTests
{
    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public async Task Window_OpensAndCloses_ToTheSecond()
    {
        await using var site = await MaintainedSite.StartAsync(options => options.Windows.Add(Afternoon()));

        site.Clock.Advance(TimeSpan.FromMinutes(59) + TimeSpan.FromMilliseconds(59_999));
        Assert.IsFalse(site.Maintenance.Current.IsDown);

        site.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.IsTrue(site.Maintenance.Current.IsDown);
        Assert.AreEqual(MaintenanceSource.Schedule, site.Maintenance.Current.Source);
        Assert.AreEqual("move", site.Maintenance.Current.Window);

        site.Clock.Advance(TimeSpan.FromHours(1));
        Assert.IsFalse(site.Maintenance.Current.IsDown);
    }

    [TestMethod]
    public async Task Leave_InsideAWindow_TheSiteStaysUpUntilTheWindowIsOverAndTheNextOneHolds()
    {
        await using var site = await MaintainedSite.StartAsync(options => options.Windows.Add(Daily()));
        site.Clock.Advance(TimeSpan.FromMinutes(90));
        Assert.IsTrue(site.Maintenance.Current.IsDown);

        await site.Maintenance.LeaveAsync("anna", TestContext.CancellationToken);
        Assert.IsFalse(site.Maintenance.Current.IsDown);
        site.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.IsFalse(site.Maintenance.Current.IsDown, "still the same window");

        site.Clock.Advance(TimeSpan.FromHours(24));
        Assert.IsTrue(site.Maintenance.Current.IsDown, "the next day's window");
    }

    [TestMethod]
    public async Task Enter_AfterAPastWindow_StaysDown()
    {
        await using var site = await MaintainedSite.StartAsync(options => options.Windows.Add(Afternoon()));
        site.Clock.Advance(TimeSpan.FromHours(3));

        await site.Maintenance.EnterAsync(cancellationToken: TestContext.CancellationToken);
        site.Clock.Advance(TimeSpan.FromDays(3));

        Assert.IsTrue(site.Maintenance.Current.IsDown);
        Assert.AreEqual(MaintenanceSource.DownFile, site.Maintenance.Current.Source);
    }

    [TestMethod]
    public async Task Enter_InsideAWindowAndLeft_TheWindowDoesNotHoldEither()
    {
        await using var site = await MaintainedSite.StartAsync(options => options.Windows.Add(Afternoon()));
        site.Clock.Advance(TimeSpan.FromMinutes(70));
        await site.Maintenance.EnterAsync(cancellationToken: TestContext.CancellationToken);

        await site.Maintenance.LeaveAsync(cancellationToken: TestContext.CancellationToken);

        Assert.IsFalse(site.Maintenance.Current.IsDown);
    }

    [TestMethod]
    public async Task Window_Announced_FromItsLeadTimeOn()
    {
        await using var site = await MaintainedSite.StartAsync(options =>
        {
            var window = Afternoon();
            window.Announce = TimeSpan.FromMinutes(30);
            window.Message = "We move at one.";
            options.Windows.Add(window);
        });
        Assert.IsNull(site.Maintenance.Current.Announcement);

        site.Clock.Advance(TimeSpan.FromMinutes(30));

        var announcement = site.Maintenance.Current.Announcement;
        Assert.IsNotNull(announcement);
        Assert.AreEqual("We move at one.", announcement.Message);
        Assert.AreEqual(new DateTimeOffset(2026, 11, 21, 13, 0, 0, TimeSpan.Zero), announcement.Start);
        Assert.AreEqual(new DateTimeOffset(2026, 11, 21, 14, 0, 0, TimeSpan.Zero), announcement.End);
        Assert.IsFalse(site.Maintenance.Current.IsDown);
    }

    [TestMethod]
    public async Task Window_OfTheDownFile_CountsBesideThoseOfTheOptions()
    {
        await using var site = await MaintainedSite.StartAsync();
        File.WriteAllText(site.DownFile, """{ "down": false, "windows": [ { "name": "file", "start": "2026-11-21T13:00Z", "end": "2026-11-21T14:00Z" } ] }""");
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.IsFalse(site.Maintenance.Current.IsDown);

        site.Clock.Advance(TimeSpan.FromHours(1));

        Assert.IsTrue(site.Maintenance.Current.IsDown);
        Assert.AreEqual("file", site.Maintenance.Current.Window);
    }

    [TestMethod]
    public async Task Window_ModeScopesAndMessage_AreItsOwn()
    {
        await using var site = await MaintainedSite.StartAsync(options =>
        {
            var window = Afternoon();
            window.Mode = MaintenanceKind.ReadOnly;
            window.Scopes.Add("path:/billing");
            window.Message = "billing moves";
            options.Windows.Add(window);
        });

        site.Clock.Advance(TimeSpan.FromMinutes(60));

        var state = site.Maintenance.Current;
        Assert.AreEqual(MaintenanceKind.ReadOnly, state.Mode);
        Assert.AreEqual("path:/billing", Assert.ContainsSingle(state.Scopes));
        Assert.AreEqual("billing moves", state.Message);
    }

    [TestMethod]
    public async Task Clock_JumpsIntoAWindow_TheSiteIsDownAtTheNextLook()
    {
        await using var site = await MaintainedSite.StartAsync(options => options.Windows.Add(Afternoon()));

        site.Clock.Jump(new DateTimeOffset(2026, 11, 21, 13, 30, 0, TimeSpan.Zero));
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.IsTrue(site.Maintenance.Current.IsDown);

        site.Clock.Jump(new DateTimeOffset(2026, 11, 21, 12, 30, 0, TimeSpan.Zero));
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.IsFalse(site.Maintenance.Current.IsDown, "set back");
    }

    private static MaintenanceWindowOptions Afternoon()
        => new() { Name = "move", Start = "2026-11-21T13:00Z", End = "2026-11-21T14:00Z" };

    private static MaintenanceWindowOptions Daily()
        => new() { Name = "daily", Time = new TimeOnly(13, 0), Duration = TimeSpan.FromHours(1) };
}
