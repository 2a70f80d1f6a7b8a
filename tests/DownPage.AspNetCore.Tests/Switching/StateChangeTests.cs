using DownPage.DownFile;
using DownPage.Schedule;
using DownPage.Switching;

namespace DownPage.AspNetCore.Tests.Switching;

/// <summary>What changes make of what is written, whoever makes them.</summary>
[TestClass]
public sealed class StateChangeTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 3, 0, 0, TimeSpan.Zero);
    private static readonly ChangeOrigin Origin = new(ChangeSource.Command, "anna", "migration 42");
    private static readonly WindowDefinition Window = new() { Name = "backup", Start = "2026-12-01T03:00", End = "2026-12-01T04:00" };

    [TestMethod]
    public void Down_FromNothing_SaysWhoWhyAndSinceWhen()
    {
        var after = Apply(null, StateChange.Down(new DownOrder { Message = "Back at six.", Until = Now.AddHours(1) }, Origin));

        Assert.AreEqual(
            new DownFileDocument
            {
                Down = true,
                Message = "Back at six.",
                Reason = "migration 42",
                Actor = "anna",
                Since = Now,
                Until = Now.AddHours(1),
            },
            after);
    }

    [TestMethod]
    public void Down_OverADownSite_ForgetsWhatWasAskedForBeforeButNotItsWindows()
    {
        var before = new DownFileDocument { Message = "old", StatusCode = 500, Until = Now.AddDays(1), Windows = [Window] };

        var after = Apply(before, StateChange.Down(new DownOrder { Message = "new" }, Origin));

        Assert.AreEqual("new", after?.Message);
        Assert.IsNull(after?.StatusCode);
        Assert.IsNull(after?.Until);
        Assert.AreSame(Window, after?.Windows.Single());
    }

    [TestMethod]
    public void Update_OfADownSite_ChangesOnlyWhatIsSaid()
    {
        var before = new DownFileDocument { Message = "old", StatusCode = 500, Since = Now.AddHours(-1), Until = Now.AddDays(1) };

        var after = Apply(before, StateChange.Update(new DownOrder { Message = "new" }, Origin));

        Assert.AreEqual(before with { Message = "new", Actor = "anna", Reason = "migration 42" }, after);
    }

    [TestMethod]
    public void Update_Forever_TakesTheEndAway()
    {
        var before = new DownFileDocument { Until = Now.AddDays(1) };

        Assert.IsNull(Apply(before, StateChange.Update(new DownOrder { Forever = true }, Origin))?.Until);
    }

    [TestMethod]
    [DataRow(null, DisplayName = "nothing is written")]
    [DataRow(false, DisplayName = "up")]
    [DataRow(true, DisplayName = "its time is over")]
    public void Update_OfASiteThatIsUp_IsRefused(bool? down)
    {
        var before = down is { } known ? new DownFileDocument { Down = known, Until = Now.AddSeconds(-1) } : null;

        var refused = Assert.ThrowsExactly<ChangeRefusedException>(
            () => Apply(before, StateChange.Update(new DownOrder(), Origin)));

        Assert.AreEqual(ChangeRefusal.NotDown, refused.Refusal);
    }

    [TestMethod]
    public void Extend_WithAnEnd_MovesIt()
    {
        var before = new DownFileDocument { Until = Now.AddMinutes(5) };

        Assert.AreEqual(Now.AddMinutes(15), Apply(before, StateChange.Extend(TimeSpan.FromMinutes(10), Origin))?.Until);
    }

    [TestMethod]
    public void Extend_WithoutAnEnd_CountsFromNow()
    {
        var before = new DownFileDocument();

        Assert.AreEqual(Now.AddMinutes(10), Apply(before, StateChange.Extend(TimeSpan.FromMinutes(10), Origin))?.Until);
    }

    [TestMethod]
    public void Up_NothingElseWritten_LeavesNothing()
        => Assert.IsNull(Apply(new DownFileDocument(), StateChange.Up(Origin, (_, _) => false)));

    [TestMethod]
    public void Up_WithinAWindow_SaysThatSomebodyLiftedIt()
    {
        var after = Apply(null, StateChange.Up(Origin, (_, _) => true));

        Assert.AreEqual(new DownFileDocument { Down = false, Actor = "anna", LiftedAt = Now }, after);
    }

    [TestMethod]
    public void Up_WithWindows_KeepsThem()
    {
        var before = new DownFileDocument { Message = "old", Windows = [Window] };

        var after = Apply(before, StateChange.Up(Origin, (_, _) => false));

        Assert.IsFalse(after?.Down);
        Assert.IsNull(after?.Message);
        Assert.AreSame(Window, after?.Windows.Single());
    }

    [TestMethod]
    public void AddWindow_ToASiteThatIsUp_LeavesItUp()
    {
        var after = Apply(null, StateChange.AddWindow(Window, Origin));

        Assert.IsFalse(after?.Down);
        Assert.AreSame(Window, after?.Windows.Single());
    }

    [TestMethod]
    public void AddWindow_OfANameThatIsThere_IsRefused()
    {
        var before = new DownFileDocument { Down = false, Windows = [Window] };

        var refused = Assert.ThrowsExactly<ChangeRefusedException>(
            () => Apply(before, StateChange.AddWindow(Window with { Name = "Backup" }, Origin)));

        Assert.AreEqual(ChangeRefusal.WindowExists, refused.Refusal);
        Assert.Contains("'Backup'", refused.Message);
    }

    [TestMethod]
    public void RemoveWindow_TheLastThatWasWritten_LeavesNothing()
    {
        var before = new DownFileDocument { Down = false, Windows = [Window] };

        Assert.IsNull(Apply(before, StateChange.RemoveWindow("backup", Origin)));
    }

    [TestMethod]
    public void RemoveWindow_OfASiteThatIsDown_LeavesItDown()
    {
        var before = new DownFileDocument { Message = "m", Windows = [Window] };

        Assert.AreEqual("m", Apply(before, StateChange.RemoveWindow("backup", Origin))?.Message);
    }

    [TestMethod]
    public void RemoveWindow_UnknownName_IsRefused()
    {
        var refused = Assert.ThrowsExactly<ChangeRefusedException>(
            () => Apply(new DownFileDocument(), StateChange.RemoveWindow("backup", Origin)));

        Assert.AreEqual(ChangeRefusal.NoSuchWindow, refused.Refusal);
    }

    [TestMethod]
    public void IfRevision_OfWhatIsThere_IsMade()
    {
        var before = new DownFileDocument { Message = "old" };
        var change = StateChange.Update(new DownOrder { Message = "new" }, Origin).IfRevision(StateRevision.Of(before));

        Assert.AreEqual("new", Apply(before, change)?.Message);
    }

    [TestMethod]
    public void IfRevision_OfWhatWasThere_IsRefused()
    {
        var change = StateChange.Up(Origin, (_, _) => false).IfRevision(StateRevision.Of(new DownFileDocument { Message = "old" }));

        var refused = Assert.ThrowsExactly<ChangeRefusedException>(() => Apply(new DownFileDocument { Message = "new" }, change));

        Assert.AreEqual(ChangeRefusal.OtherRevision, refused.Refusal);
    }

    [TestMethod]
    public void Restore_WhereSomebodyElseHasChangedIt_IsRefused()
    {
        var held = new DownFileDocument { Message = "deploying" };
        var change = StateChange.Restore(null, StateRevision.Of(held), Origin);

        Assert.IsNull(Apply(held, change));
        Assert.ThrowsExactly<ChangeRefusedException>(() => Apply(held with { Message = "other" }, change));
    }

    [TestMethod]
    public void Revision_OfAFileReadBack_IsThatOfWhatWasWritten()
    {
        var document = Apply(null, StateChange.Down(new DownOrder { Message = "ü \"q\"", RetryAfter = TimeSpan.FromSeconds(1.5) }, Origin))
            ?? throw new AssertFailedException("It is down.");

        var read = DownFileReader.Read(DownFileWriter.Write(document)).Document;

        Assert.AreEqual(StateRevision.Of(document), StateRevision.Of(read));
        Assert.AreNotEqual(StateRevision.Of(document), StateRevision.Of(null));
    }

    private static DownFileDocument? Apply(DownFileDocument? before, StateChange change) => change.Apply(before, Now);
}
