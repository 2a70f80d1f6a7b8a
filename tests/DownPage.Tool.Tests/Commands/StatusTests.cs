namespace DownPage.Tool.Tests.Commands;

[TestClass]
public sealed class StatusTests : IDisposable
{
    private readonly AppSite site = new();

    public void Dispose() => site.Dispose();

    [TestMethod]
    public async Task Status_UpAndDown_SaysSoByItsExitCodeToo()
    {
        var up = await site.RunAsync("status");
        Assert.AreEqual(ExitCode.Success, up.ExitCode);
        Assert.StartsWith("The site is up.", up.Out);

        await site.DoAsync("down", "--reason", "migration 42", "--message", "Back soon.");
        site.Clock.Now += TimeSpan.FromMinutes(12);

        var down = await site.RunAsync("status");
        Assert.AreEqual(ExitCode.Down, down.ExitCode);
        foreach (var part in new[]
        {
            "The site is down.", "the down file", "Back soon.", "migration 42", "anna",
            "2026-11-21 12:00:00 +00:00 (12 min ago)", "2026-11-21 13:00:00 +00:00 (in 48 min)", site.DownFile,
        })
        {
            Assert.Contains(part, down.Out);
        }
    }

    [TestMethod]
    public async Task Status_TouchedFile_IsDownWithoutEnd()
    {
        site.Write("maintenance.json", "");

        var run = await site.RunAsync("status");

        Assert.AreEqual(ExitCode.Down, run.ExitCode);
        Assert.Contains("Retry-After 10 min", run.Out);
        Assert.Contains("somebody takes it up", run.Out);
    }

    [TestMethod]
    public async Task Status_LeaseIsOver_IsUp()
    {
        await site.DoAsync("down", "--for", "20m");
        site.Clock.Now += TimeSpan.FromMinutes(20);

        Assert.AreEqual(ExitCode.Success, (await site.RunAsync("status")).ExitCode);
    }

    [TestMethod]
    public async Task Status_ClockSetBackAnHour_SaysWhatThatMeans()
    {
        await site.DoAsync("down", "--for", "20m");
        site.Clock.Now -= TimeSpan.FromHours(1);

        var run = await site.RunAsync("status");

        Assert.AreEqual(ExitCode.Down, run.ExitCode);
        Assert.Contains("(that is yet to come)", run.Out);
        Assert.Contains("(in 1 h 20 min)", run.Out);
        Assert.Contains("was set back", run.Out);
        await site.DoAsync("up");
        Assert.AreEqual(ExitCode.Success, (await site.RunAsync("status")).ExitCode);
    }

    [TestMethod]
    public async Task Status_Json_IsAStatusDocument()
    {
        await site.DoAsync("down", "--mode", "read-only");

        var status = await site.StatusAsync();

        Assert.IsTrue((bool?)status["down"]);
        Assert.AreEqual("downFile", (string?)status["source"]);
        Assert.AreEqual("readOnly", (string?)status["mode"]);
        Assert.AreEqual("2026-11-21T13:00:00+00:00", (string?)status["until"]);
    }

    [TestMethod]
    public async Task Status_Sources_TheStrongerFirst()
    {
        site.Write("maintenance.json", """{ "message": "by the file" }""");
        Assert.AreEqual("downFile", (string?)(await site.StatusAsync())["source"]);

        site.Write("app_offline.htm", "");
        Assert.AreEqual("appOffline", (string?)(await site.StatusAsync())["source"]);

        site.Write("appsettings.json", """{ "MaintenanceMode": { "HonorAppOffline": false } }""");
        Assert.AreEqual("downFile", (string?)(await site.StatusAsync())["source"]);

        site.Write("appsettings.json", """{ "MaintenanceMode": { "Enabled": false } }""");
        var status = await site.StatusAsync();
        Assert.AreEqual("configuration", (string?)status["source"]);
        Assert.IsFalse((bool?)status["down"]);
    }

    [TestMethod]
    public async Task Status_TextsOfOthers_DoNotReachTheTerminalAsCommands()
    {
        site.Write("maintenance.json", "{ \"message\": \"a\\u001b[2Jb\\u202Ec\\nd\" }");

        var run = await site.RunAsync("status");

        Assert.Contains("a [2Jb c d", run.Out);
        Assert.DoesNotContain("\x1b", run.Out);
    }

    [TestMethod]
    public async Task Status_OptionsOfTheApp_AreWhatVisitorsSee()
    {
        using var own = new AppSite("""
            { "MaintenanceMode": { "StatusCode": 500, "RetryAfter": "00:05:00", "Message": "Ours.", "Mode": "ReadOnly" } }
            """);
        own.Write("maintenance.json", "");

        var status = await own.StatusAsync();

        Assert.AreEqual(500, (int?)status["statusCode"]);
        Assert.AreEqual(300, (int?)status["retryAfter"]);
        Assert.AreEqual("Ours.", (string?)status["message"]);
        Assert.AreEqual("readOnly", (string?)status["mode"]);
    }

    [TestMethod]
    public async Task Status_MembersThatCannotBe_AreSaid()
    {
        site.Write("maintenance.json", """{ "statusCode": 302 }""");

        Assert.Contains("statusCode is 302", (await site.RunAsync("status")).Out);
    }

    [TestMethod]
    [DataRow(true, "", "\x1b[31mdown\x1b[0m")]
    [DataRow(true, "1", "The site is down.")]
    [DataRow(false, "", "The site is down.")]
    public async Task Status_Colours_AreForTerminalsWhoseOwnerWantsThem(bool terminal, string noColor, string expected)
    {
        site.Write("maintenance.json", "");
        using var output = new StringWriter();
        var context = new ToolContext
        {
            Out = output,
            Error = TextWriter.Null,
            IsTerminal = terminal,
            Clock = site.Clock,
            Directory = site.Root,
            Variable = name => name == "NO_COLOR" ? noColor : null,
        };

        await CommandLine.RunAsync(["status"], context, CancellationToken.None);

        Assert.Contains(expected, output.ToString());
    }
}
