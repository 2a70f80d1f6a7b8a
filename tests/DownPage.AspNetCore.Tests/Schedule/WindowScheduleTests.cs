using System.Globalization;
using DownPage.Schedule;

namespace DownPage.AspNetCore.Tests.Schedule;

[TestClass]
public sealed class WindowScheduleTests
{
    private static readonly WindowDefinition Night = new()
    {
        Name = "night",
        Start = "2026-11-28T22:00Z",
        End = "2026-11-29T02:00Z",
        Announce = TimeSpan.FromHours(1),
    };

    private static readonly WindowDefinition Long = new()
    {
        Name = "long",
        Start = "2026-11-28T23:00Z",
        End = "2026-11-29T06:00Z",
        Announce = TimeSpan.FromHours(12),
    };

    [TestMethod]
    [DataRow("2026-11-28T21:59:59Z", null, null)]
    [DataRow("2026-11-28T22:00:00Z", null, "night", DisplayName = "the first moment is within")]
    [DataRow("2026-11-28T23:30:00Z", null, "long", DisplayName = "of two the one that ends last")]
    [DataRow("2026-11-29T05:59:59Z", null, "long")]
    [DataRow("2026-11-29T06:00:00Z", null, null, DisplayName = "the end is not within")]
    [DataRow("2026-11-28T22:30:00Z", "2026-11-28T22:10Z", null, DisplayName = "taken up by hand: stays up")]
    [DataRow("2026-11-28T22:30:00Z", "2026-11-28T22:00Z", null, DisplayName = "taken up as it began")]
    [DataRow("2026-11-28T22:30:00Z", "2026-11-28T21:59Z", "night",
        DisplayName = "taken up before it began: that meant something else")]
    [DataRow("2026-11-28T23:30:00Z", "2026-11-28T22:10Z", "long",
        DisplayName = "another window that begins later counts")]
    [DataRow("2026-11-28T23:30:00Z", "2026-11-28T23:10Z", null, DisplayName = "both were open when it was taken up")]
    public void Current_OfTwoWindows_IsTheOneThatHolds(string now, string? liftedAt, string? expected)
    {
        var schedule = Schedule(Night, Long);

        var current = schedule.Current(Moment(now), liftedAt is null ? null : Moment(liftedAt));

        Assert.AreEqual(expected, current?.Window.Definition.Name);
    }

    [TestMethod]
    [DataRow("2026-11-28T10:59:59Z", null)]
    [DataRow("2026-11-28T11:00:00Z", "long", DisplayName = "the lead time's first moment")]
    [DataRow("2026-11-28T21:30:00Z", "night", DisplayName = "of two the one that begins first")]
    [DataRow("2026-11-28T22:00:00Z", "long", DisplayName = "what has begun is not announced")]
    [DataRow("2026-11-28T23:00:00Z", null)]
    public void Announced_OfTwoWindows_IsTheNext(string now, string? expected)
    {
        var announced = Schedule(Long, Night).Announced(Moment(now));

        Assert.AreEqual(expected, announced?.Window.Definition.Name);
    }

    [TestMethod]
    public void Announced_WithoutLeadTime_IsNone()
    {
        var schedule = Schedule(Night with { Announce = null });

        Assert.IsNull(schedule.Announced(Moment("2026-11-28T21:59:59Z")));
    }

    [TestMethod]
    public void NextChange_OfTwoWindows_IsEachMomentInTurn()
    {
        var schedule = Schedule(Night, Long);
        var moments = new List<DateTimeOffset>();

        for (var now = schedule.NextChange(Moment("2026-11-01T00:00Z")); now is { } next; now = schedule.NextChange(
            next))
        {
            moments.Add(next);
        }

        string[] expected =
        [
            "2026-11-28T11:00Z", "2026-11-28T21:00Z", "2026-11-28T22:00Z", "2026-11-28T23:00Z", "2026-11-29T02:00Z",
            "2026-11-29T06:00Z",
        ];
        CollectionAssert.AreEqual(expected.Select(Moment).ToArray(), moments);
    }

    [TestMethod]
    public void Current_OpenEnd_LastsForEver()
    {
        var schedule = Schedule(Night, new WindowDefinition { Name = "end", Start = "2026-11-28T21:00Z" });

        var current = schedule.Current(DateTimeOffset.MaxValue, null);

        Assert.AreEqual("end", current?.Window.Definition.Name);
        Assert.IsNull(current?.End);
        Assert.AreEqual("end", schedule.Current(Moment("2026-11-28T22:30Z"), null)?.Window.Definition.Name);
        Assert.IsNull(schedule.NextChange(Moment("2027-01-01T00:00Z")));
    }

    [TestMethod]
    public void Everything_WithoutWindows_IsNothing()
    {
        var schedule = Schedule();

        Assert.IsNull(schedule.Current(Moment("2026-11-28T22:30Z"), null));
        Assert.IsNull(schedule.Announced(Moment("2026-11-28T22:30Z")));
        Assert.IsNull(schedule.NextChange(Moment("2026-11-28T22:30Z")));
    }

    [TestMethod]
    public void Everything_AtTheEndsOfTheCalendar_DoesNotThrow()
    {
        var daily = new WindowDefinition
        {
            Time = new TimeOnly(23, 30),
            Duration = TimeSpan.FromDays(30),
            TimeZone = "Pacific/Apia",
            Announce = TimeSpan.FromDays(300),
        };
        var ever = Night with { Start = "0001-01-01T00:00", End = "9999-12-31T23:59:59", TimeZone = "Asia/Tokyo" };
        var schedule = Schedule(daily, ever);

        DateTimeOffset[] moments =
        [
            DateTimeOffset.MinValue, DateTimeOffset.MinValue.AddDays(1),
            DateTimeOffset.MaxValue.AddDays(-1), DateTimeOffset.MaxValue,
        ];
        foreach (var now in moments)
        {
            schedule.Current(now, null);
            schedule.Announced(now);
            Assert.IsTrue(schedule.NextChange(now) is not { } next || next > now, $"{now:O}");
        }

        Assert.IsNotNull(schedule.Current(DateTimeOffset.MaxValue.AddDays(-1), null));
    }

    private static WindowSchedule Schedule(params WindowDefinition[] windows)
        => new([.. windows.Select(ScheduledWindow.Parse)]);

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
