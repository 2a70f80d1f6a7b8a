using DownPage.AspNetCore.Farm;
using DownPage.AspNetCore.Setup;

namespace DownPage.AspNetCore.Tests.Farm;

/// <summary>What the options of a farm may be.</summary>
[TestClass]
public sealed class FarmOptionsTests
{
    [TestMethod]
    [DataRow("00:00:00.099", "00:00:03", "00:00:10", null, "Interval")]
    [DataRow("01:00:00.001", "00:00:03", "00:00:10", null, "Interval")]
    [DataRow("00:00:05", "00:00:00.099", "00:00:10", null, "Timeout")]
    [DataRow("00:00:05", "00:01:00.001", "00:00:10", null, "Timeout")]
    [DataRow("00:00:05", "00:00:03", "00:00:00.999", null, "Heartbeat")]
    [DataRow("00:00:05", "00:00:03", "01:00:00.001", null, "Heartbeat")]
    [DataRow("00:00:05", "00:00:03", "00:00:10", "", "KeyPrefix")]
    [DataRow("00:00:05", "00:00:03", "00:00:10", "a b", "KeyPrefix")]
    [DataRow("00:00:05", "00:00:03", "00:00:10", "ü", "KeyPrefix")]
    public void Options_OutOfTheirRange_AreNamed(string interval, string timeout, string heartbeat, string? prefix, string key)
    {
        var options = Options(interval, timeout, heartbeat, prefix);

        var result = new MaintenanceModeOptionsValidator().Validate(null, options);

        Assert.Contains($"MaintenanceMode:Farm:{key} is '", Assert.ContainsSingle(result.Failures ?? []));
    }

    [TestMethod]
    [DataRow("00:00:00.100", "00:00:00.100", "00:00:01", null)]
    [DataRow("01:00:00", "00:01:00", "01:00:00", "Shop-1.eu:")]
    public void Options_AtTheEndsOfTheirRange_AreTaken(string interval, string timeout, string heartbeat, string? prefix)
        => Assert.IsTrue(new MaintenanceModeOptionsValidator()
            .Validate(null, Options(interval, timeout, heartbeat, prefix)).Succeeded);

    [TestMethod]
    [DataRow(null, "Shop.Web", "downpage:Shop.Web:state")]
    [DataRow("shop:", "Shop.Web", "shop:state")]
    [DataRow(null, "Läden & Co", "downpage:L-den---Co-")]
    public void Keys_BeginWithThePrefixOrTheAppsName(string? prefix, string app, string expected)
        => Assert.StartsWith(expected, FarmKeys.Of(prefix, app).State);

    private static MaintenanceModeOptions Options(string interval, string timeout, string heartbeat, string? prefix)
        => new()
        {
            Farm =
            {
                Interval = TimeSpan.Parse(interval, System.Globalization.CultureInfo.InvariantCulture),
                Timeout = TimeSpan.Parse(timeout, System.Globalization.CultureInfo.InvariantCulture),
                Heartbeat = TimeSpan.Parse(heartbeat, System.Globalization.CultureInfo.InvariantCulture),
                KeyPrefix = prefix,
            },
        };
}
