using System.Globalization;
using DownPage.Schedule;

namespace DownPage.AspNetCore.Tests.Schedule;

[TestClass]
public sealed class ScheduledWindowTests
{
    private static readonly WindowDefinition Daily = new()
    {
        Time = new TimeOnly(2, 30),
        Duration = TimeSpan.FromHours(1),
        TimeZone = "Europe/Berlin",
    };

    [TestMethod]
    [DataRow("2026-11-28T22:00", "UTC", "2026-11-28T22:00Z")]
    [DataRow("2026-11-28T22:00", "Europe/Berlin", "2026-11-28T21:00Z")]
    [DataRow("2026-11-28T22:00", "W. Europe Standard Time", "2026-11-28T21:00Z", DisplayName = "a Windows name")]
    [DataRow("2026-11-28T22:00", "utc", "2026-11-28T22:00Z")]
    [DataRow("2026-11-28T22:00Z", "Europe/Berlin", "2026-11-28T22:00Z", DisplayName = "its own offset wins")]
    [DataRow("2026-11-28T22:00+05:30", "Europe/Berlin", "2026-11-28T16:30Z")]
    [DataRow("2026-11-28T22:00-0800", "UTC", "2026-11-29T06:00Z")]
    [DataRow("2026-11-28 22:00:30.5", "UTC", "2026-11-28T22:00:30.5Z")]
    [DataRow("2026-03-29T02:30", "Europe/Berlin", "2026-03-29T01:00Z",
        DisplayName = "a time that clocks skip: right after")]
    [DataRow("2026-10-25T02:30", "Europe/Berlin", "2026-10-25T00:30Z",
        DisplayName = "a time that comes twice: the first")]
    [DataRow("2026-10-25T03:00", "Europe/Berlin", "2026-10-25T02:00Z")]
    [DataRow("2026-10-04T02:15", "Australia/Lord_Howe", "2026-10-03T15:30Z", DisplayName = "half an hour is skipped")]
    [DataRow("2026-04-05T01:45", "Australia/Lord_Howe", "2026-04-04T14:45Z", DisplayName = "half an hour comes twice")]
    [DataRow("2011-12-30T12:00", "Pacific/Apia", "2011-12-30T10:00Z", DisplayName = "a day is skipped")]
    public void Once_Start_IsAMomentOfItsZone(string start, string zone, string expected)
    {
        var window = ScheduledWindow.Parse(
            new WindowDefinition { Start = start, TimeZone = zone, Duration = TimeSpan.FromHours(2) });

        var occurrence = window.After(Moment("2000-01-01T00:00Z"));

        Assert.AreEqual(Moment(expected), occurrence?.Start);
        Assert.AreEqual(Moment(expected).AddHours(2), occurrence?.End);
    }

    [TestMethod]
    public void Once_DurationAcrossAChangeOfClocks_IsTimeThatPasses()
    {
        var window = ScheduledWindow.Parse(
            Daily with { Time = null, Start = "2026-10-25T01:00", Duration = TimeSpan.FromHours(3) });

        Assert.AreEqual(Moment("2026-10-25T03:00+01:00"), window.At(Moment("2026-10-25T01:00Z"))?.End);
    }

    [TestMethod]
    [DataRow("2026-03-28T12:00Z", "2026-03-29T03:00+02:00", DisplayName = "skipped: right after the gap")]
    [DataRow("2026-03-29T12:00Z", "2026-03-30T02:30+02:00")]
    [DataRow("2026-10-24T12:00Z", "2026-10-25T02:30+02:00", DisplayName = "twice: the first")]
    [DataRow("2026-10-25T00:30Z", "2026-10-26T02:30+01:00", DisplayName = "twice: not the second")]
    public void Daily_AroundAChangeOfClocks_OccursOnceADay(string now, string expected)
    {
        var window = ScheduledWindow.Parse(Daily);

        Assert.AreEqual(Moment(expected), window.After(Moment(now))?.Start);
    }

    [TestMethod]
    [DataRow("2026-01-31T12:00Z", new[] { 31 }, "2026-03-31T00:30Z", DisplayName = "no 31st: no occurrence")]
    [DataRow("2026-01-31T12:00Z", new[] { -1 }, "2026-02-28T01:30Z", DisplayName = "the last day")]
    [DataRow("2028-02-01T12:00Z", new[] { -1 }, "2028-02-29T01:30Z",
        DisplayName = "the last day of a leap year's February")]
    [DataRow("2026-02-01T12:00Z", new[] { 29 }, "2026-03-29T01:00Z", DisplayName = "a 29th that there is not")]
    [DataRow("2026-02-01T12:00Z", new[] { -31 }, "2026-03-01T01:30Z",
        DisplayName = "the 31st from the end is the first of a long month")]
    [DataRow("2026-02-01T12:00Z", new[] { 15, 3 }, "2026-02-03T01:30Z", DisplayName = "in any order")]
    public void Monthly_Days_AreThoseThatThereAre(string now, int[] days, string expected)
    {
        var window = ScheduledWindow.Parse(Daily with { DaysOfMonth = days });

        Assert.AreEqual(Moment(expected), window.After(Moment(now))?.Start);
    }

    [TestMethod]
    public void Recurring_DaysAndDaysOfMonth_AreThoseThatAreBoth()
    {
        var window = ScheduledWindow.Parse(
            Daily with { Days = [DayOfWeek.Tuesday], DaysOfMonth = [8, 9, 10, 11, 12, 13, 14], TimeZone = "UTC" });

        Assert.AreEqual(
            Moment("2026-11-10T02:30Z"), window.After(Moment("2026-11-01T00:00Z"))?.Start, "the second Tuesday");
        Assert.AreEqual(Moment("2026-12-08T02:30Z"), window.After(Moment("2026-11-10T02:30Z"))?.Start);
    }

    [TestMethod]
    public void Recurring_RareDays_AreFound()
    {
        var window = ScheduledWindow.Parse(
            Daily with { Days = [DayOfWeek.Monday], DaysOfMonth = [31], TimeZone = "UTC" });

        Assert.AreEqual(Moment("2027-05-31T02:30Z"), window.After(Moment("2026-08-31T02:30Z"))?.Start);
    }

    [TestMethod]
    public void Recurring_Bounds_BothCount()
    {
        var window = ScheduledWindow.Parse(
            Daily with { Start = "2026-11-10T02:30Z", End = "2026-11-12T02:30Z", TimeZone = "UTC" });

        Assert.AreEqual(Moment("2026-11-10T02:30Z"), window.After(Moment("2026-01-01T00:00Z"))?.Start);
        Assert.IsNull(window.At(Moment("2026-11-09T03:00Z")));
        Assert.IsNotNull(window.At(Moment("2026-11-12T03:00Z")), "the last begins at End");
        Assert.IsNull(window.After(Moment("2026-11-12T02:30Z")));
        Assert.IsNull(window.At(Moment("2026-11-13T03:00Z")));
    }

    [TestMethod]
    public void Recurring_LongerThanItsPeriod_IsTheOneThatBeganLast()
    {
        var window = ScheduledWindow.Parse(
            Daily with { Duration = TimeSpan.FromDays(30), TimeZone = "UTC", DaysOfMonth = [1, 20] });

        Assert.AreEqual(Moment("2026-11-20T02:30Z"), window.At(Moment("2026-11-25T00:00Z"))?.Start);
        Assert.AreEqual(Moment("2026-11-01T02:30Z"), window.At(Moment("2026-11-19T00:00Z"))?.Start);
        Assert.AreEqual(Moment("2026-12-20T02:30Z"), window.At(Moment("2026-12-31T23:59Z"))?.Start);
    }

    [TestMethod]
    public void Recurring_AcrossMidnight_IsOpenOnBothSides()
    {
        var window = ScheduledWindow.Parse(
            Daily with { Time = new TimeOnly(23, 30), Days = [DayOfWeek.Saturday], TimeZone = "UTC" });

        Assert.IsNotNull(window.At(Moment("2026-11-29T00:29Z")), "Sunday, of Saturday's");
        Assert.IsNull(window.At(Moment("2026-11-29T00:30Z")));
        Assert.IsNull(window.At(Moment("2026-11-29T23:45Z")));
    }

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
