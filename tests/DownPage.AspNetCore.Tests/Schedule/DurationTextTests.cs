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
    [DataRow("١٠m", DisplayName = "digits of another script")]
    public void TryParse_NoLength_IsRefused(string text) => Assert.IsFalse(DurationText.TryParse(text, out _));
}
