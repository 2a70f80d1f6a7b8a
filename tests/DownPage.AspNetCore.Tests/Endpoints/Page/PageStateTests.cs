using DownPage.DownFile;
using DownPage.History;
using DownPage.Schedule;
using DownPage.Status;

namespace DownPage.AspNetCore.Tests.Endpoints.Page;

[TestClass]
public sealed class PageStateTests
{
    private static readonly WindowDefinition Backup = new()
    {
        Name = "backup",
        Days = [DayOfWeek.Sunday],
        Time = new TimeOnly(3, 0),
        Duration = TimeSpan.FromMinutes(30),
        TimeZone = "Europe/Berlin",
    };

    [TestMethod]
    [DataRow("none", false, null, "", null, "Up", "is-up", "down schedule-add")]
    [DataRow("downFile", true, "full", "", 90, "Down until 13:30 UTC", "is-down", "up extend update schedule-add")]
    [DataRow("downFile", true, "full", "", 4000, "Down until 24 Nov, 06:40 UTC", "is-down", "up extend update schedule-add")]
    [DataRow("sharedStore", true, "full", "", null, "Down", "is-down", "up extend update schedule-add")]
    [DataRow("downFile", true, "readOnly", "", null, "Read-only", "is-readonly", "up extend update schedule-add")]
    [DataRow("downFile", true, "full", "path:/a", 90, "Partly down until 13:30 UTC", "is-partly", "up extend update schedule-add")]
    [DataRow("downFile", true, "readOnly", "path:/a", null, "Partly read-only", "is-readonly", "up extend update schedule-add")]
    [DataRow("schedule", true, "full", "", 20, "Down until 12:20 UTC", "is-down", "up down schedule-add")]
    [DataRow("storeFailure", true, "full", "", null, "Down", "is-down", "down schedule-add")]
    [DataRow("appOffline", true, "full", "", null, "Down", "is-down", "schedule-add")]
    public void Page_OfEverySource_SaysTheStateFirstAndHasTheFormsThatCanDoSomething(
        string source, bool down, string? mode, string scope, int? minutes, string headline, string kind, string forms)
    {
        var page = SamplePage.Parse(SamplePage.Model(new StatusDocument
        {
            Down = down,
            Source = source,
            Revision = "0123456789abcdef",
            Mode = mode,
            Scopes = scope.Length == 0 ? [] : [scope],
            Until = minutes is { } left ? SamplePage.Noon.AddMinutes(left) : null,
            Window = "backup",
        }));

        Assert.AreEqual(headline + " - Shop", page.Title);
        Assert.AreEqual(headline, SamplePage.TextOf(page.QuerySelector("h1")));
        Assert.AreEqual(kind, page.Body?.ClassName);
        Assert.AreEqual(forms, string.Join(' ', SamplePage.FormsOf(page)));
    }

    [TestMethod]
    [DataRow(true, "is true there")]
    [DataRow(false, "is false there")]
    public void Page_WhereTheConfigurationDecides_SaysWhereAndHasNoForms(bool enabled, string words)
    {
        var status = (enabled ? SamplePage.Down : SamplePage.Up) with
        {
            Source = "configuration",
            Windows = [WindowStatus.Of(Backup, isConfigured: false, SamplePage.Noon)],
        };

        var page = SamplePage.Parse(SamplePage.Model(status) with { Enabled = enabled });

        Assert.IsEmpty(SamplePage.FormsOf(page));
        var note = SamplePage.TextOf(page.QuerySelector("#state .note"));
        StringAssert.Contains(note, words, StringComparison.Ordinal);
        StringAssert.Contains(note, "MaintenanceMode__Enabled", StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("appOffline", "downpage online")]
    [DataRow("storeFailure", "MaintenanceMode:OnStoreFailure")]
    [DataRow("schedule", "windows that come later come as planned")]
    public void Page_WhereSomethingElseDecides_SaysWhatItMeans(string source, string words)
    {
        var page = SamplePage.Parse(SamplePage.Model(SamplePage.Down with { Source = source }));

        StringAssert.Contains(
            SamplePage.TextOf(page.QuerySelector("#state .note")), words, StringComparison.Ordinal);
    }

    [TestMethod]
    public void Page_OfAFarmWhereThisMachineIsDownByItself_OffersNoChangeThatWouldBeRefused()
    {
        var page = SamplePage.Parse(SamplePage.Model(SamplePage.Down) with { Held = null });

        Assert.AreSequenceEqual(["down", "schedule-add"], SamplePage.FormsOf(page));
        StringAssert.Contains(
            SamplePage.TextOf(page.QuerySelector("#state .note")), "on this machine only", StringComparison.Ordinal);
    }

    [TestMethod]
    public void Page_OfATimeThatIsOver_OffersToTakeDownAgain()
    {
        var held = new DownFileDocument { Until = SamplePage.Noon };

        var page = SamplePage.Parse(SamplePage.Model(SamplePage.Up) with { Held = held });

        Assert.AreSequenceEqual(["down", "schedule-add"], SamplePage.FormsOf(page));
    }

    [TestMethod]
    public void Page_OfWhatIsDown_TellsEverything()
    {
        var page = SamplePage.Parse(SamplePage.Model(SamplePage.Down with
        {
            Until = SamplePage.Noon.AddHours(2),
            Actor = "anna",
            Reason = "move",
            Message = "Back soon.",
            Scopes = ["path:/a", "path:/b"],
            AllowNetworks = ["203.0.113.0/24"],
        }));

        var facts = page.QuerySelectorAll("dl > div")
            .ToDictionary(fact => SamplePage.TextOf(fact.QuerySelector("dt")), fact => SamplePage.TextOf(fact.QuerySelector("dd")));
        Assert.AreEqual("the down file of this machine", facts["Decided by"]);
        Assert.AreEqual("Sat 21 Nov 2026, 11:50 UTC (10 minutes ago)", facts["Since"]);
        Assert.AreEqual("Sat 21 Nov 2026, 14:00 UTC (in 2 hours)", facts["Until"]);
        Assert.AreEqual("anna", facts["By"]);
        Assert.AreEqual("move", facts["Why"]);
        Assert.AreEqual("Back soon.", facts["Message"]);
        Assert.AreEqual("path:/a, path:/b", facts["Shut"]);
        Assert.AreEqual("203.0.113.0/24", facts["Passing"]);
        Assert.AreEqual("status 503", facts["Answer"]);
        Assert.AreEqual(
            "2026-11-21T14:00:00Z", page.QuerySelectorAll("dd time")[^1].GetAttribute("datetime"));
    }

    [TestMethod]
    public void Schedule_OfBothKinds_OffersToRemoveThoseOfTheDownFile()
    {
        var page = SamplePage.Parse(SamplePage.Model(SamplePage.Up with
        {
            Windows =
            [
                WindowStatus.Of(Backup with { Name = "weekly" }, isConfigured: true, SamplePage.Noon),
                WindowStatus.Of(Backup, isConfigured: false, SamplePage.Noon),
                WindowStatus.Of(Backup with { Name = null }, isConfigured: false, SamplePage.Noon),
            ],
        }));

        Assert.AreSequenceEqual(
            ["down", "schedule-remove backup", "schedule-add"], SamplePage.FormsOf(page));
        string[] rows = [.. page.QuerySelectorAll("#schedule tbody tr").Select(SamplePage.TextOf)];
        Assert.AreEqual(
            "backup every Sunday at 03:00 Europe/Berlin, for 30 minutes "
            + "Sun 22 Nov 2026, 02:00 UTC, 03:00 Europe/Berlin (in 14 hours) Remove the window backup",
            rows[1]);
        StringAssert.EndsWith(rows[0], "in the configuration", StringComparison.Ordinal);
        StringAssert.EndsWith(rows[2], "in the down file", StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow(13, "open until Sat 21 Nov 2026, 14:00 UTC (in 1 hour)")]
    [DataRow(11, "Sat 21 Nov 2026, 12:00 UTC (in 1 hour)")]
    [DataRow(15, "never again")]
    public void Schedule_OfAWindow_SaysWhenItIsNext(int hour, string expected)
    {
        var now = SamplePage.Noon.AddHours(hour - 12);
        var window = new WindowDefinition { Name = "move", Start = "2026-11-21T12:00", End = "2026-11-21T14:00" };

        var page = SamplePage.Parse(SamplePage.Model(SamplePage.Up) with
        {
            Clock = new AspNetCore.Endpoints.Page.PageClock(now),
            Status = SamplePage.Up with { Windows = [WindowStatus.Of(window, isConfigured: true, now)] },
        });

        Assert.AreEqual(expected, SamplePage.TextOf(page.QuerySelector("#schedule tbody td:nth-child(3)")));
    }

    [TestMethod]
    [DataRow("0123456789abcdef", "other", "1 of 2 nodes have followed the last change.", "yes, not yet; it cannot read the state: no disk")]
    [DataRow("0123456789abcdef", "0123456789abcdef", "All 2 nodes have followed the last change.", "yes, yes; it cannot read the state: no disk")]
    public void Nodes_OfAFarm_SayWhichHaveFollowed(string first, string second, string summary, string words)
    {
        var page = SamplePage.Parse(SamplePage.Model(SamplePage.Down with
        {
            Nodes =
            [
                new NodeStatus("web-1", first, Down: true, SamplePage.Noon.AddSeconds(-7), null),
                new NodeStatus("web-2", second, Down: false, SamplePage.Noon, "no disk"),
            ],
        }));

        Assert.AreEqual(summary, SamplePage.TextOf(page.QuerySelector("#nodes p")));
        Assert.AreEqual(
            words, string.Join(", ", page.QuerySelectorAll("#nodes td:nth-child(2)").Select(SamplePage.TextOf)));
        Assert.AreEqual(
            "Sat 21 Nov 2026, 11:59:53 UTC (7 seconds ago)",
            SamplePage.TextOf(page.QuerySelector("#nodes td:nth-child(4)")));
    }

    [TestMethod]
    public void History_OfChanges_SaysWhoDidWhatAndWhy()
    {
        var page = SamplePage.Parse(SamplePage.Model(SamplePage.Up) with
        {
            History =
            [
                new HistoryEntry
                {
                    At = SamplePage.Noon.AddHours(-1), Action = "up", Source = "command", Actor = "ben",
                    DownFor = TimeSpan.FromMinutes(61),
                },
                new HistoryEntry
                {
                    At = SamplePage.Noon.AddHours(-2), Action = "schedule-add", Source = "page", Window = "backup",
                    Reason = "yearly",
                },
            ],
        });

        Assert.AreSequenceEqual(
            [
                "Sat 21 Nov 2026, 11:00:00 UTC (1 hour ago) Taken up ben by the command 1 hour 1 minute",
                "Sat 21 Nov 2026, 10:00:00 UTC (2 hours ago) Window backup added not said on this page yearly",
            ],
            page.QuerySelectorAll("#history tbody tr").Select(SamplePage.TextOf));
    }

    [TestMethod]
    public void History_ThatCannotBeRead_SaysSo()
    {
        var page = SamplePage.Parse(SamplePage.Model(SamplePage.Up) with { HistoryProblem = "no disk" });

        Assert.AreEqual("It cannot be read: no disk", SamplePage.TextOf(page.QuerySelector("#history .wrong")));
    }

    [TestMethod]
    [DataRow("down", true, "Done: the site was taken down.")]
    [DataRow("down", false, null, DisplayName = "a link cannot make it say what is not so")]
    [DataRow("up", false, "Done: the site is up.")]
    [DataRow("up", true, "What could be ended from here is ended; the site is still down, as it says below.")]
    [DataRow("schedule-add", false, "Done: the window is in the schedule.")]
    [DataRow("<b>all is well</b>", false, null)]
    [DataRow(null, false, null)]
    public void Notice_OfACode_IsOneOfThePagesOwn(string? done, bool down, string? expected)
    {
        var page = SamplePage.Parse(
            SamplePage.Model(down ? SamplePage.Down : SamplePage.Up) with { Done = done });

        var notice = page.QuerySelector("[role=status]");
        Assert.AreEqual(expected, notice is null ? null : SamplePage.TextOf(notice));
    }
}
