using DownPage.Tool.Arguments;

namespace DownPage.Tool.Tests.Arguments;

[TestClass]
public sealed class MomentArgumentTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [TestMethod]
    [DataRow("2026-11-28T22:00", "2026-11-28T21:00:00+00:00", DisplayName = "By this machine's clock.")]
    [DataRow("2026-11-28 22:00:30", "2026-11-28T21:00:30+00:00")]
    [DataRow("2026-07-01T22:00", "2026-07-01T20:00:00+00:00", DisplayName = "In summer.")]
    [DataRow("2026-11-28T22:00Z", "2026-11-28T22:00:00+00:00")]
    [DataRow("2026-11-28T22:00+05:30", "2026-11-28T16:30:00+00:00")]
    [DataRow("2026-03-29T02:30", "2026-03-29T01:00:00+00:00", DisplayName = "A time that the clocks skip.")]
    public void TryParse_Moment_IsIt(string text, string expected)
        => Assert.AreEqual(DateTimeOffset.Parse(expected, null), MomentArgument.TryParse(text, Berlin));

    [TestMethod]
    [DataRow("")]
    [DataRow("tomorrow")]
    [DataRow("22:00")]
    [DataRow("2026-11-31T22:00")]
    [DataRow("28.11.2026 22:00")]
    [DataRow("2026-11-28T22:00+99:00")]
    public void TryParse_AnythingElse_IsNull(string text) => Assert.IsNull(MomentArgument.TryParse(text, Berlin));
}
