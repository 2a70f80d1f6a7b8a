namespace DownPage.Tool.Tests.Commands;

[TestClass]
public sealed class ScheduleTests : IDisposable
{
    private readonly AppSite site = new("""
        { "MaintenanceMode": { "Windows": [ { "Name": "fixed", "Time": "03:00", "Duration": "00:30:00" } ] } }
        """);

    public void Dispose() => site.Dispose();

    [TestMethod]
    public async Task Add_ListRemove_FollowOneAnother()
    {
        await site.DoAsync(
            "schedule", "add", "backup", "--days", "sat,Sunday", "--time", "03:00", "--duration", "30m", "--time-zone",
            "Europe/Berlin", "--announce", "1d", "--message", "Backup.", "--mode", "read-only", "--scope", "group:reports");
        await site.DoAsync("schedule", "add", "month", "--days-of-month=-1", "--time", "23:00", "--duration", "PT1H");
        await site.DoAsync("schedule", "add", "move", "--start", "2026-11-28T22:00", "--end", "2026-11-28T23:30");

        var list = await site.DoAsync("schedule", "list");
        foreach (var part in new[]
        {
            "backup", "Sat Sun 03:00 Europe/Berlin", "2026-11-22 02:00:00 +00:00", "month", "move", "once",
            "2026-11-28 23:30:00 +00:00", "fixed", "configuration",
        })
        {
            Assert.Contains(part, list.Out);
        }

        var written = site.Written().GetProperty("windows")[0];
        Assert.AreEqual("readOnly", written.GetProperty("mode").GetString());
        Assert.AreEqual("1.00:00:00", written.GetProperty("announce").GetString());

        await site.DoAsync("schedule", "remove", "BACKUP");
        await site.DoAsync("schedule", "remove", "month");
        await site.DoAsync("schedule", "remove", "move", "--reason", "not this year");
        Assert.IsFalse(File.Exists(site.DownFile));
        var history = (await site.DoAsync("history")).Out;
        Assert.Contains("schedule-remove move", history);
        Assert.Contains("not this year", history);
    }

    [TestMethod]
    public async Task Add_NoTimeZone_IsThisMachines()
    {
        using var berlin = new AppSite
        {
            Clock = SetClock.AtNoon(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")),
        };

        await berlin.DoAsync("schedule", "add", "backup", "--time", "03:00", "--duration", "30m");

        Assert.AreEqual("Europe/Berlin", berlin.Written().GetProperty("windows")[0].GetProperty("timeZone").GetString());
    }

    [TestMethod]
    [DataRow("--time 03:00", "--duration")]
    [DataRow("--days sunday --duration 30m", "--time is missing")]
    [DataRow("--start yesterday --duration 1h", "--start is 'yesterday'")]
    [DataRow("--start 2026-11-28T22:00 --end 2026-11-28T21:00", "--end is '2026-11-28T21:00'")]
    [DataRow("--start 2026-11-28T22:00 --end 2026-11-29T21:00 --duration 1h", "--duration is '01:00:00'")]
    [DataRow("--time 25:00 --duration 1h", "--time is '25:00'")]
    [DataRow("--time 03:00 --duration 1h --days someday", "--days has 'someday'")]
    [DataRow("--time 03:00 --duration 1h --days 1", "--days has '1'")]
    [DataRow("--time 03:00 --duration 1h --days-of-month 32", "--days-of-month is '32'")]
    [DataRow("--time 03:00 --duration 1h --time-zone Europe/Berlni", "Did you mean 'Europe/Berlin'?")]
    [DataRow("--time 03:00 --duration 31d", "--duration is '31.00:00:00'")]
    [DataRow("--time 03:00 --duration 1h --scope x", "--scope is 'x'")]
    public async Task Add_WhatCannotBe_IsToldAndNothingIsWritten(string options, string expected)
    {
        var run = await site.RunAsync(["schedule", "add", "name", .. options.Split(' ')]);

        Assert.AreEqual(ExitCode.Usage, run.ExitCode, run.Error);
        Assert.Contains(expected, run.Error);
        Assert.IsFalse(File.Exists(site.DownFile));
    }

    [TestMethod]
    public async Task Add_SameName_IsRefused()
    {
        string[] add = ["schedule", "add", "backup", "--time", "03:00", "--duration", "30m"];
        await site.DoAsync(add);

        var run = await site.RunAsync(add);

        Assert.AreEqual(ExitCode.Failure, run.ExitCode);
        Assert.StartsWith("error DP0508: ", run.Error);
        Assert.AreEqual(1, site.Written().GetProperty("windows").GetArrayLength());
    }

    [TestMethod]
    [DataRow("none")]
    [DataRow("fixed", DisplayName = "Of the configuration.")]
    public async Task Remove_NoSuchWindow_IsRefused(string name)
    {
        var run = await site.RunAsync("schedule", "remove", name);

        Assert.AreEqual(ExitCode.Failure, run.ExitCode);
        Assert.StartsWith("error DP0509: ", run.Error);
    }

    [TestMethod]
    public async Task History_TornLineAndMost_AreHeeded()
    {
        await site.DoAsync("down", "--reason", "one");
        await site.DoAsync("down", "--reason", "two");
        await File.AppendAllTextAsync(site.HistoryFile, "{\"at\":\"2026-11-21T12:0");
        await site.DoAsync("up", "--reason", "three");

        var all = await site.DoAsync("history");
        var last = await site.DoAsync("history", "-n", "1", "--json");

        Assert.HasCount(4, all.Out.TrimEnd().Split('\n'), "a heading and three lines");
        Assert.Contains("three", last.Out);
        Assert.DoesNotContain("two", last.Out);
        Assert.AreEqual(ExitCode.Usage, (await site.RunAsync("history", "-n", "0")).ExitCode);
    }
}
