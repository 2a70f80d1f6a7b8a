using DownPage.Tool.Arguments;

namespace DownPage.Tool.Tests.Arguments;

[TestClass]
public sealed class DurationArgumentTests
{
    [TestMethod]
    [DataRow("10m", 600)]
    [DataRow("1h30m", 5400)]
    [DataRow("2d", 172800)]
    [DataRow("90", 90)]
    [DataRow("00:20:00", 1200)]
    [DataRow("PT20M", 1200)]
    [DataRow("pt1h30m", 5400)]
    [DataRow("P1DT2H", 93600)]
    [DataRow("PT0.5S", 0.5)]
    [DataRow("0s", 0)]
    public void TryParse_LengthOfTime_IsIt(string text, double seconds)
    {
        Assert.IsTrue(DurationArgument.TryParse(text, out var duration));
        Assert.AreEqual(TimeSpan.FromSeconds(seconds), duration);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("ten")]
    [DataRow("-10m")]
    [DataRow("-PT10M")]
    [DataRow("P1M", DisplayName = "A month has no length.")]
    [DataRow("P1Y")]
    [DataRow("PT")]
    [DataRow("P")]
    [DataRow("10 m")]
    [DataRow("99999999d", DisplayName = "Beyond the calendar.")]
    [DataRow("PT99999999999999999999S")]
    public void TryParse_AnythingElse_IsNot(string text) => Assert.IsFalse(DurationArgument.TryParse(text, out _));
}
