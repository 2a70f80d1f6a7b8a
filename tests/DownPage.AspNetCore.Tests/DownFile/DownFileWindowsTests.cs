using System.Text;
using DownPage.DownFile;

namespace DownPage.AspNetCore.Tests.DownFile;

[TestClass]
public sealed class DownFileWindowsTests
{
    [TestMethod]
    public void Read_EveryKey_IsRead()
    {
        var reading = Read("""
            { "windows": [ {
              "name": "move", "start": "2026-11-28T22:00", "end": "2027-11-28T22:00", "days": [ "Sunday", "mon" ],
              "daysOfMonth": [ 1, -1 ], "time": "3:05", "duration": "90m", "timeZone": "Europe/Berlin",
              "announce": 3600, "message": "Hello", "mode": "readonly", "scopes": [ "path:/a" ], "later": true
            } ] }
            """);

        var window = Assert.ContainsSingle(reading.Document?.Windows ?? []);
        Assert.AreEqual("move", window.Name);
        Assert.AreEqual("2026-11-28T22:00", window.Start);
        Assert.AreEqual("2027-11-28T22:00", window.End);
        CollectionAssert.AreEqual(new[] { DayOfWeek.Sunday, DayOfWeek.Monday }, window.Days.ToArray());
        CollectionAssert.AreEqual(new[] { 1, -1 }, window.DaysOfMonth.ToArray());
        Assert.AreEqual(new TimeOnly(3, 5), window.Time);
        Assert.AreEqual(TimeSpan.FromMinutes(90), window.Duration);
        Assert.AreEqual("Europe/Berlin", window.TimeZone);
        Assert.AreEqual(TimeSpan.FromHours(1), window.Announce);
        Assert.AreEqual("Hello", window.Message);
        Assert.AreEqual("readonly", window.Mode);
        CollectionAssert.AreEqual(new[] { "path:/a" }, window.Scopes.ToArray());
        Assert.AreEqual("""{"later":true}""", window.Unknown?.ToJsonString());
        Assert.AreEqual(
            "windows[0].later is no member that is known. It is kept, and means nothing.",
            Assert.ContainsSingle(reading.Warnings));
    }

    [TestMethod]
    [DataRow("\"sunday\"", "windows[1] must be an object.")]
    [DataRow("""{ "days": [ "sun", "so" ], "time": "03:00", "duration": "30m" }""", "windows[1].days[1] is \"so\"; ")]
    [DataRow("""{ "days": [ 0 ], "time": "03:00", "duration": "30m" }""", "windows[1].days[0] is 0; ")]
    [DataRow("""{ "days": "sunday", "time": "03:00", "duration": "30m" }""", "windows[1].days is \"sunday\"; ")]
    [DataRow("""{ "time": "25:00", "duration": "30m" }""", "windows[1].time is \"25:00\"; ")]
    [DataRow("""{ "time": "03:00", "duration": "30 minutes" }""", "windows[1].duration is \"30 minutes\"; ")]
    [DataRow("""{ "time": "03:00", "duration": "30s" }""", "windows[1]: Duration is '00:00:30'; ",
        DisplayName = "what the schedule refuses")]
    [DataRow(
        """{ "time": "03:00", "duration": "30m", "timeZone": "Nowhere" }""", "windows[1]: TimeZone is 'Nowhere'; ")]
    [DataRow("""{ "daysOfMonth": [ 0 ], "time": "03:00", "duration": "30m" }""", "windows[1]: DaysOfMonth is '0'; ")]
    [DataRow("{}", "windows[1]: Start is missing; ")]
    public void Read_BadWindow_IsPassedOverAsAWhole(string bad, string warning)
    {
        var reading = Read($$"""
            {
              "windows": [
                { "name": "a", "start": "2026-11-28T22:00Z" }, {{bad}}, { "name": "c", "start": "2026-11-29T22:00Z" }
              ]
            }
            """);

        CollectionAssert.AreEqual(
            new[] { "a", "c" }, reading.Document?.Windows.Select(window => window.Name).ToArray());
        Assert.HasCount(2, reading.Warnings);
        Assert.StartsWith(warning, reading.Warnings[0]);
        Assert.AreEqual("windows[1] is passed over.", reading.Warnings[1]);
    }

    [TestMethod]
    public void Read_BadWindow_IsKeptForWhoWritesAgain()
    {
        var document = Read("""
            { "windows": [ { "name": "a", "start": "2026-11-28T22:00Z" }, { "time": "3 am" } ] }
            """).Document;

        Assert.IsNotNull(document);
        var written = Encoding.UTF8.GetString(DownFileWriter.Write(document));

        Assert.Contains("\"time\": \"3 am\"", written);
        Assert.HasCount(1, DownFileReader.Read(Encoding.UTF8.GetBytes(written)).Document?.Windows ?? []);
    }

    [TestMethod]
    public void Read_MoreWindowsThanAnybodyHas_AreBounded()
    {
        var windows = string.Join(',', Enumerable.Repeat("{\"start\":\"2026-11-28T22:00Z\"}", 1001));

        var reading = Read($$"""{ "windows": [ {{windows}} ] }""");

        Assert.HasCount(1000, reading.Document?.Windows ?? []);
        Assert.AreEqual(
            "windows[1000] is passed over: there are too many.", Assert.ContainsSingle(reading.Warnings));
    }

    private static DownFileReading Read(string json) => DownFileReader.Read(Encoding.UTF8.GetBytes(json));
}
