using DownPage.Schedule;

namespace DownPage.AspNetCore.Tests.Schedule;

[TestClass]
public sealed class WindowReaderTests
{
    private static readonly WindowDefinition Once = new()
    {
        Start = "2026-11-28T22:00",
        Duration = TimeSpan.FromHours(
        2)
    };

    private static readonly WindowDefinition Daily = new()
    {
        Time = new TimeOnly(3, 0),
        Duration = TimeSpan.FromMinutes(
        30)
    };

    [TestMethod]
    [DataRow("")]
    [DataRow("tomorrow")]
    [DataRow("2026-11-28", DisplayName = "a date alone: of which of its ends?")]
    [DataRow("2026-02-30T10:00", DisplayName = "a day that there is not")]
    [DataRow("2026-11-28T24:00")]
    [DataRow("2026-11-28T22:00+15:00", DisplayName = "no clock is so far off")]
    [DataRow("2026-11-28T22:00+")]
    [DataRow("2026-11-28T22:00ZZ")]
    [DataRow("2026-11-28T22:00Z0")]
    [DataRow("11/28/2026 22:00", DisplayName = "not everybody reads this as the same day")]
    [DataRow("2026-11-28T22:00 Europe/Berlin")]
    [DataRow("２０２６-11-28T22:00", DisplayName = "digits of another script")]
    public void Parse_BadStart_IsRefused(string start)
    {
        Assert.StartsWith(
            $"Start is '{start}'; it must be a date with a time, such as", Refusal(Once with { Start = start }));
        Assert.StartsWith($"End is '{start}'; it must be", Refusal(Once with { End = start, Duration = null }));
    }

    [TestMethod]
    public void Parse_EndNotAfterStart_IsRefused()
    {
        const string Expected = "End is '2026-11-28T22:00'; it must be later than Start, '2026-11-28T22:00'.";

        Assert.AreEqual(Expected, Refusal(Once with { End = "2026-11-28T22:00", Duration = null }));
        Assert.AreEqual(Expected, Refusal(Daily with { Start = "2026-11-28T22:00", End = "2026-11-28T22:00" }));
        Assert.AreEqual(
            "End is '2026-11-28T22:30+01:00'; it must be later than Start, '2026-11-28T22:00Z'.",
            Refusal(Once with { Start = "2026-11-28T22:00Z", End = "2026-11-28T22:30+01:00", Duration = null }));
    }

    [TestMethod]
    public void Parse_EndAndDuration_IsRefusedForOnce()
    {
        Assert.AreEqual(
            "Duration is '02:00:00'; it must be left out where End is given, '2026-11-29T00:00'; or End must.",
            Refusal(Once with { End = "2026-11-29T00:00" }));
        ScheduledWindow.Parse(Daily with { End = "2026-11-29T00:00" });
    }

    [TestMethod]
    [DataRow(0L)]
    [DataRow(-60L)]
    [DataRow(59L)]
    [DataRow(2592001L)]
    public void Parse_DurationOutOfRange_IsRefused(long seconds)
    {
        var refusal = Refusal(Once with { Duration = TimeSpan.FromSeconds(seconds) });

        Assert.StartsWith("Duration is '", refusal);
        Assert.EndsWith("it must be at least 00:01:00 and at most 30.00:00:00.", refusal);
        ScheduledWindow.Parse(Once with { Duration = TimeSpan.FromSeconds(Math.Clamp(seconds, 60, 2592000)) });
    }

    [TestMethod]
    [DataRow(0L)]
    [DataRow(-1L)]
    [DataRow(367L * 86400)]
    public void Parse_AnnounceOutOfRange_IsRefused(long seconds)
    {
        Assert.StartsWith("Announce is '", Refusal(Once with { Announce = TimeSpan.FromSeconds(seconds) }));
        ScheduledWindow.Parse(Once with { Announce = TimeSpan.FromSeconds(1) });
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(32)]
    [DataRow(-32)]
    public void Parse_BadDayOfMonth_IsRefused(int day)
    {
        Assert.StartsWith(
            $"DaysOfMonth is '{day}'; it must be numbers from 1 to 31", Refusal(Daily with { DaysOfMonth = [1, day] }));
        ScheduledWindow.Parse(Daily with { DaysOfMonth = [1, 31, -1, -31] });
    }

    [TestMethod]
    public void Parse_BadDayOfWeek_IsRefused()
        => Assert.StartsWith(
            "Days is '7'; it must be names of days of the week", Refusal(Daily with { Days = [(DayOfWeek)7] }));

    [TestMethod]
    public void Parse_SomethingMissing_SaysWhat()
    {
        Assert.StartsWith("Start is missing; ", Refusal(new WindowDefinition()));
        Assert.StartsWith("Start is missing; ", Refusal(new WindowDefinition { End = "2026-11-28T22:00" }));
        Assert.StartsWith("Time is missing; ", Refusal(
            new WindowDefinition { Days = [DayOfWeek.Monday], Duration = TimeSpan.FromHours(1) }));
        Assert.StartsWith("Time is missing; ", Refusal(Once with { DaysOfMonth = [1] }));
        Assert.StartsWith("Duration is missing; ", Refusal(new WindowDefinition { Time = new TimeOnly(3, 0) }));
        Assert.StartsWith("Duration is missing; ", Refusal(Daily with { Duration = null, End = "2026-11-28T22:00" }));
    }

    [TestMethod]
    public void Parse_NothingBetweenTheBounds_IsRefused()
    {
        var friday = Daily with { Days = [DayOfWeek.Friday], Start = "2026-11-28T00:00", End = "2026-12-03T00:00" };

        Assert.AreEqual(
            "End is '2026-12-03T00:00'; it must be so late that the window occurs at all after Start,"
            + " '2026-11-28T00:00'.",
            Refusal(friday));
        ScheduledWindow.Parse(friday with { End = "2026-12-04T03:00" });
    }

    [TestMethod]
    [DataRow("Europe/Berln", "Europe/Berlin", DisplayName = "a letter is missing")]
    [DataRow("Berlin", "Europe/Berlin", DisplayName = "the city alone")]
    [DataRow("America/New York", "America/New_York", DisplayName = "a blank")]
    public void Parse_UnknownZone_NamesTheNearest(string zone, string nearest)
        => Assert.AreEqual(
            $"TimeZone is '{zone}'; it must be the name of a time zone, such as 'Europe/Berlin' or 'UTC'."
            + $" Did you mean '{nearest}'?",
            Refusal(Once with { TimeZone = zone }));

    [TestMethod]
    [DataRow("")]
    [DataRow("Nowhere/Nothing")]
    [DataRow("../../../etc/passwd", DisplayName = "a path out of the zones' folder")]
    [DataRow("/etc/passwd")]
    [DataRow("Europe", DisplayName = "a folder")]
    [DataRow("zone.tab", DisplayName = "a file that is no zone")]
    public void Parse_NoZone_IsRefused(string zone)
        => Assert.AreEqual(
            $"TimeZone is '{zone}'; it must be the name of a time zone, such as 'Europe/Berlin' or 'UTC'.",
            Refusal(Once with { TimeZone = zone }));

    [TestMethod]
    public void Parse_ModeAndMessage_AreChecked()
    {
        Assert.AreEqual("Mode is 'half'; it must be full or readOnly.", Refusal(Once with { Mode = "half" }));
        Assert.AreEqual("Message has 2001 characters; it must have at most 2000.", Refusal(
            Once with { Message = new string('x', 2001) }));
        ScheduledWindow.Parse(Once with { Mode = "ReadOnly", Message = new string('x', 2000) });
    }

    private static string Refusal(WindowDefinition window)
        => Assert.ThrowsExactly<FormatException>(() => ScheduledWindow.Parse(window)).Message;
}
