using System.Globalization;
using DownPage.Schedule;

namespace DownPage.AspNetCore.Tests.Schedule;

[TestClass]
public sealed class DurationTextTests
{
    [TestMethod]
    [DataRow("90", "00:01:30")]
    [DataRow("90s", "00:01:30")]
    [DataRow("10m", "00:10:00")]
    [DataRow("1h30m", "01:30:00")]
    [DataRow("2D", "2.00:00:00")]
    [DataRow("1d2h3m4s", "1.02:03:04")]
    [DataRow("00:10", "00:10:00", DisplayName = "hours and minutes")]
    [DataRow("00:10:00", "00:10:00")]
    [DataRow("1.06:00:00", "1.06:00:00")]
    [DataRow("00:00:01.5", "00:00:01.5000000")]
    [DataRow("0", "00:00:00")]
    [DataRow("PT20M", "00:20:00")]
    [DataRow("P1DT2H3M4.5S", "1.02:03:04.5000000")]
    [DataRow("P2W", "14.00:00:00")]
    [DataRow("pt1h", "01:00:00")]
    [DataRow("PT0,25S", "00:00:00.2500000")]
    public void TryParse_Length_IsRead(string text, string expected)
    {
        Assert.IsTrue(DurationText.TryParse(text, out var duration));
        Assert.AreEqual(TimeSpan.ParseExact(expected, "c", CultureInfo.InvariantCulture), duration);
        Assert.IsTrue(DurationText.TryParse(DurationText.Format(duration), out var again));
        Assert.AreEqual(duration, again);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("m")]
    [DataRow("P")]
    [DataRow("PT")]
    [DataRow("P1DT")]
    [DataRow("P1M", DisplayName = "a month has no one length")]
    [DataRow("P1Y")]
    [DataRow("PT1M2H")]
    [DataRow("PT-1M")]
    [DataRow("PT1.5H")]
    [DataRow("PT20M\n")]
    [DataRow("PT9999999S", DisplayName = "more digits than any length needs")]
    [DataRow("10x")]
    [DataRow("10m5", DisplayName = "of what unit is the five?")]
    [DataRow("5s10m", DisplayName = "the smaller unit first")]
    [DataRow("1m1m")]
    [DataRow("-10m")]
    [DataRow("-00:10:00")]
    [DataRow("1.5h")]
    [DataRow("10 m")]
    [DataRow("25:00:00", DisplayName = "the framework reads days here")]
    [DataRow("9999999999999999999")]
    [DataRow("21350399d", DisplayName = "as ticks it comes round to less than a day")]
    [DataRow("١٠m", DisplayName = "digits of another script")]
    public void TryParse_NoLength_IsRefused(string text) => Assert.IsFalse(DurationText.TryParse(text, out _));
}
