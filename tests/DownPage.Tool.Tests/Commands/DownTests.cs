using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace DownPage.Tool.Tests.Commands;

[TestClass]
public sealed partial class DownTests : IDisposable
{
    private readonly AppSite site = new();

    public void Dispose() => site.Dispose();

    [TestMethod]
    public async Task Down_NothingSaid_IsALeaseOfAnHour()
    {
        var run = await site.DoAsync("down");

        Assert.AreEqual("True", site.Member("down"));
        Assert.AreEqual("2026-11-21T13:00:00+00:00", site.Member("until"));
        Assert.AreEqual("2026-11-21T12:00:00+00:00", site.Member("since"));
        Assert.AreEqual("anna", site.Member("actor"));
        Assert.StartsWith("The site is down.", run.Out);
        Assert.Contains("2026-11-21 13:00:00 +00:00 (in 1 h)", run.Out);
        Assert.Contains("503 and the maintenance page", run.Out);
        Assert.Contains("downpage up", run.Out);
        Assert.AreEqual("", run.Error);
    }

    [TestMethod]
    public async Task Down_AllOptions_AreWritten()
    {
        await site.DoAsync(
            "down", "--until", "2026-11-28T06:00", "--message", "Back soon.", "--reason", "move", "--retry-after", "PT10M",
            "--refresh", "30s", "--mode", "read-only", "--scope", "path:/billing", "--scope", "group:reports", "--allow",
            "203.0.113.0/24", "--allow", "2001:db8::1", "--redirect", "/status", "--status", "500", "--actor", "bert");

        Assert.AreEqual("2026-11-28T06:00:00+00:00", site.Member("until"));
        Assert.AreEqual("Back soon.", site.Member("message"));
        Assert.AreEqual("move", site.Member("reason"));
        Assert.AreEqual("600", site.Member("retryAfter"));
        Assert.AreEqual("30", site.Member("refresh"));
        Assert.AreEqual("readOnly", site.Member("mode"));
        Assert.HasCount(2, site.Written().GetProperty("scopes").EnumerateArray());
        Assert.HasCount(2, site.Written().GetProperty("allowNetworks").EnumerateArray());
        Assert.AreEqual("/status", site.Member("redirectTo"));
        Assert.AreEqual("500", site.Member("statusCode"));
        Assert.AreEqual("bert", site.Member("actor"));
    }

    [TestMethod]
    public async Task Down_Again_ChangesWhatIsSaidAndBeginsTheLeaseAnew()
    {
        await site.DoAsync("down", "--message", "one", "--retry-after", "5m");
        site.Clock.Now += TimeSpan.FromMinutes(30);

        await site.DoAsync("down", "--message", "two");

        Assert.AreEqual("two", site.Member("message"));
        Assert.AreEqual("300", site.Member("retryAfter"));
        Assert.AreEqual("2026-11-21T12:00:00+00:00", site.Member("since"));
        Assert.AreEqual("2026-11-21T13:30:00+00:00", site.Member("until"));
        Assert.Contains("\"action\":\"update\"", await File.ReadAllTextAsync(site.HistoryFile));
    }

    [TestMethod]
    public async Task Down_AfterTheLeaseIsOver_IsANewTime()
    {
        await site.DoAsync("down", "--message", "one");
        site.Clock.Now += TimeSpan.FromHours(2);

        await site.DoAsync("down", "--reason", "two");

        Assert.IsFalse(site.Written().TryGetProperty("message", out _));
        Assert.AreEqual("2026-11-21T14:00:00+00:00", site.Member("since"));
    }

    [TestMethod]
    public async Task Down_Forever_HasNoEnd()
    {
        await site.DoAsync("down", "--for", "20m");

        var run = await site.DoAsync("down", "--forever");

        Assert.IsFalse(site.Written().TryGetProperty("until", out _));
        Assert.Contains("somebody takes it up", run.Out);
    }

    [TestMethod]
    public async Task Down_WithSecret_PrintsTheLinkAndStoresTheHashAlone()
    {
        var run = await site.DoAsync("down", "--with-secret");

        var secret = SecretLink().Match(run.Out).Groups["secret"].Value;
        Assert.HasCount(32, secret);
        var hash = site.Written().GetProperty("bypass").GetProperty("secretHash").GetString();
        Assert.AreEqual(Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret))).ToLowerInvariant(), hash);
        foreach (var file in Directory.EnumerateFiles(site.Root))
            Assert.DoesNotContain(secret, await File.ReadAllTextAsync(file), file);
        Assert.AreNotEqual(secret, SecretLink().Match((await site.DoAsync("down", "--with-secret")).Out).Groups["secret"].Value);
    }

    [TestMethod]
    public async Task Down_WithSecretAndJson_PrintsTheLinkToStderr()
    {
        var run = await site.DoAsync("down", "--with-secret", "--json");

        Assert.MatchesRegex(SecretLink(), run.Error);
        Assert.DoesNotMatchRegex(SecretLink(), run.Out);
    }

    [TestMethod]
    [DataRow("--for 1h --forever", "--for, --until and --forever")]
    [DataRow("--for 0s", "--for is '0s'")]
    [DataRow("--for tomorrow", "--for is 'tomorrow'")]
    [DataRow("--until 2026-11-21T11:59", "--until is '2026-11-21T11:59:00.0000000+00:00'; it must be later than now")]
    [DataRow("--until noon", "--until is 'noon'")]
    [DataRow("--mode half", "half")]
    [DataRow("--scope billing", "--scope is 'billing'")]
    [DataRow("--scope /billing", "'path:/billing'")]
    [DataRow("--scope path:/", "it is the whole site")]
    [DataRow("--scope path:billing", "'path:/billing'")]
    [DataRow("--scope path:/a/../b", "no dot segments")]
    [DataRow("--scope host:https://x.example", "a host is a name")]
    [DataRow("--allow 10.0.0.1/8", "'10.0.0.0/8'")]
    [DataRow("--allow 2001:db8::1/32", "'2001:db8::/32'")]
    [DataRow("--allow 10.1", "--allow is '10.1'")]
    [DataRow("--allow 0.0.0.0/0", "--allow is '0.0.0.0/0'")]
    [DataRow("--status 302", "--status is 302")]
    [DataRow("--status abc", "abc")]
    [DataRow("--retry-after 31d", "--retry-after is 2678400")]
    [DataRow("--refresh 0s", "--refresh is 0")]
    [DataRow("--redirect //evil.example", "--redirect is")]
    [DataRow("--redirect javascript:x", "--redirect is")]
    [DataRow("20m", "--for 20m")]
    [DataRow("--mesage x", "Did you mean '--message'?")]
    public async Task Down_WhatCannotBe_IsToldAndNothingIsWritten(string options, string expected)
    {
        var run = await site.RunAsync(["down", .. options.Split(' ')]);

        Assert.AreEqual(ExitCode.Usage, run.ExitCode, run.Error);
        Assert.Contains(expected, run.Error);
        Assert.StartsWith("error DP05", run.Error);
        Assert.AreEqual("", run.Out);
        Assert.AreEqual(site.PathOf("appsettings.json"), Assert.ContainsSingle(Directory.EnumerateFiles(site.Root)));
    }

    [TestMethod]
    public async Task Down_TextsThatAreTooLong_AreAllToldAtOnce()
    {
        var run = await site.RunAsync(
            "down", "--message", new string('x', 2001), "--reason", new string('x', 201), "--actor", new string('x', 201));

        Assert.AreEqual(ExitCode.Usage, run.ExitCode);
        Assert.Contains("--message ", run.Error);
        Assert.Contains("at most 2000 characters", run.Error);
        Assert.Contains("--reason ", run.Error);
        Assert.Contains("--actor ", run.Error);
        await site.DoAsync(
            "down", "--message", new string('x', 2000), "--reason", new string('x', 200), "--actor", new string('x', 200));
    }

    [TestMethod]
    public async Task Down_ConfigurationSaysUp_IsRefusedButForTheFileByName()
    {
        using var held = new AppSite("""{ "MaintenanceMode": { "Enabled": false } }""");

        var refused = await held.RunAsync("down");
        Assert.AreEqual(ExitCode.Failure, refused.ExitCode);
        Assert.StartsWith("error DP0511: MaintenanceMode:Enabled is false", refused.Error);
        Assert.IsFalse(File.Exists(held.DownFile));

        await held.DoAsync("down", "--file", "maintenance.json");
        Assert.IsTrue(File.Exists(held.DownFile));
    }

    [TestMethod]
    public async Task Down_ConfigurationSaysDown_IsWrittenWithAWarning()
    {
        using var held = new AppSite("""{ "MaintenanceMode": { "Enabled": true } }""");

        var run = await held.DoAsync("down");

        Assert.Contains("warning: MaintenanceMode:Enabled is true", run.Error);
        Assert.Contains("the configuration", run.Out);
    }

    [TestMethod]
    public async Task Down_NoDownFile_SaysWhatElseThereIs()
    {
        using var none = new AppSite("""{ "MaintenanceMode": { "DownFile": "" } }""");

        var run = await none.RunAsync("down");

        Assert.AreEqual(ExitCode.Failure, run.ExitCode);
        Assert.StartsWith("error DP0503: ", run.Error);
    }

    [TestMethod]
    public async Task Down_AppAndFile_DoNotGoTogether()
    {
        var run = await site.RunAsync("down", "--app", ".", "--file", "x.json");

        Assert.AreEqual(ExitCode.Usage, run.ExitCode);
        Assert.StartsWith("error DP0504: ", run.Error);
    }

    [TestMethod]
    public async Task Down_ZoneOfTheMachine_IsMeantAndShown()
    {
        using var berlin = new AppSite
        {
            Clock = SetClock.AtNoon(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")),
        };

        var run = await berlin.DoAsync("down", "--until", "2026-11-21T14:00");

        Assert.AreEqual("2026-11-21T13:00:00+00:00", berlin.Member("until"));
        Assert.Contains("2026-11-21 14:00:00 +01:00 (in 1 h)", run.Out);
    }

    [TestMethod]
    public async Task Down_MembersThatNobodyKnows_AreKept()
    {
        site.Write("maintenance.json", """{ "version": 2, "down": false, "future": { "x": 1 } }""");

        await site.DoAsync("down");

        Assert.AreEqual("2", site.Member("version"));
        Assert.AreEqual(1, site.Written().GetProperty("future").GetProperty("x").GetInt32());
    }

    [GeneratedRegex("/_downpage/pass#(?<secret>[A-Za-z0-9_-]+)")]
    private static partial Regex SecretLink();
}
