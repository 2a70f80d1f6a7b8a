using DownPage.History;
using DownPage.Schedule;
using DownPage.Status;

namespace DownPage.AspNetCore.Tests.Endpoints.Page;

[TestClass]
public sealed class PageTablesTests
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
    [DataRow("other", "1 of 2 nodes have followed the last change.", "not yet")]
    [DataRow("0123456789abcdef", "All 2 nodes have followed the last change.", "yes")]
    public void Nodes_OfAFarm_SayWhichHaveFollowed(string second, string summary, string word)
    {
        var page = SamplePage.Parse(SamplePage.Model(SamplePage.Down with
        {
            Nodes =
            [
                new NodeStatus("web-1", SamplePage.Down.Revision, Down: true, SamplePage.Noon.AddSeconds(-7), null),
                new NodeStatus("web-2", second, Down: false, SamplePage.Noon, "no disk"),
            ],
        }));

        Assert.AreEqual(summary, SamplePage.TextOf(page.QuerySelector("#nodes p")));
        Assert.AreSequenceEqual(
            ["yes", $"{word}; it cannot read the state: no disk"],
            page.QuerySelectorAll("#nodes td:nth-child(2)").Select(SamplePage.TextOf));
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
}
