using System.Globalization;
using DownPage.AspNetCore.Bypass;

namespace DownPage.AspNetCore.Tests.Bypass;

[TestClass]
public sealed class BypassRulesTests
{
    [TestMethod]
    public void Validate_Defaults_AreRight()
        => Assert.IsEmpty(BypassGate.Validate(new MaintenanceModeOptions()));

    [TestMethod]
    [DataRow(15, false)]
    [DataRow(16, true)]
    [DataRow(256, true)]
    [DataRow(257, false)]
    [DataRow(0, false, DisplayName = "empty, which is no secret")]
    public void Validate_Secret_IsLongEnoughAndNeverShown(int length, bool right)
    {
        var secret = new string('q', length);
        var options = new MaintenanceModeOptions { Bypass = { Secret = secret } };

        var problems = BypassGate.Validate(options).ToList();

        Assert.HasCount(right ? 0 : 1, problems);
        if (!right)
        {
            Assert.AreEqual(
                $"MaintenanceMode:Bypass:Secret has {length} characters; it must have 16 to 256.", problems[0]);
            Assert.DoesNotContain("qq", problems[0]);
        }
    }

    [TestMethod]
    [DataRow("00:00:59", false)]
    [DataRow("00:01:00", true)]
    [DataRow("30.00:00:00", true)]
    [DataRow("30.00:00:01", false)]
    [DataRow("-00:01:00", false)]
    public void Validate_Lifetime_IsAMinuteToThirtyDays(string lifetime, bool right)
        => Expect(
            right,
            new() { Bypass = { Lifetime = TimeSpan.Parse(lifetime, CultureInfo.InvariantCulture) } },
            $"MaintenanceMode:Bypass:Lifetime is '{lifetime}'; it must be from '00:01:00' to '30.00:00:00'.");

    [TestMethod]
    [DataRow("/pass", true)]
    [DataRow("/_downpage/pass", true)]
    [DataRow("", false)]
    [DataRow("/", false)]
    [DataRow("pass", false)]
    [DataRow("//evil.example", false)]
    [DataRow("/a//b", false)]
    [DataRow("/pass/", false)]
    [DataRow("/pass?x", false)]
    [DataRow("/pass#x", false)]
    [DataRow("/a\\b", false)]
    [DataRow("/a/../b", false)]
    [DataRow("/p%61ss", false)]
    [DataRow("/p\u00e4ss", false)]
    [DataRow("https://site.example/pass", false)]
    public void Validate_Path_IsAPathOfItsOwn(string path, bool right)
        => Expect(
            right,
            new() { Bypass = { Path = path } },
            $"MaintenanceMode:Bypass:Path is '{path}'; it must be a path of the site");

    [TestMethod]
    [DataRow("example.org", true)]
    [DataRow("shop.example.org", true)]
    [DataRow("xn--bcher-kva.example", true)]
    [DataRow("", false)]
    [DataRow("localhost", false)]
    [DataRow(".example.org", false)]
    [DataRow("example.org.", false)]
    [DataRow("example.org:443", false)]
    [DataRow("https://example.org", false)]
    [DataRow("*.example.org", false)]
    [DataRow("10.0.0.1", false)]
    [DataRow("::1", false)]
    [DataRow("b\u00fccher.example", false, DisplayName = "not yet Punycode")]
    public void Validate_CookieDomain_IsADomain(string domain, bool right)
        => Expect(
            right,
            new() { Bypass = { CookieDomain = domain } },
            $"MaintenanceMode:Bypass:CookieDomain is '{domain}'; it must be a domain name");

    [TestMethod]
    [DataRow(0, true)]
    [DataRow(-1, false)]
    public void Validate_Generation_CountsUp(int generation, bool right)
        => Expect(
            right,
            new() { Bypass = { Generation = generation } },
            "MaintenanceMode:Bypass:Generation is '-1'; it must be 0 or more.");

    private static void Expect(bool right, MaintenanceModeOptions options, string problem)
    {
        var problems = BypassGate.Validate(options).ToList();

        Assert.HasCount(right ? 0 : 1, problems);
        if (!right)
        {
            StringAssert.StartsWith(problems[0], problem, StringComparison.Ordinal);
        }
    }
}
