using System.Diagnostics;
using System.Runtime.Versioning;

namespace DownPage.Tool.Tests.Running;

/// <summary><c>down -- COMMAND</c>: whatever happens, the site is afterwards as it was before.</summary>
[TestClass]
[OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
[UnsupportedOSPlatform("windows")]
public sealed class HeldSiteTests : IDisposable
{
    private readonly AppSite site = new() { Clock = new SetClock(DateTimeOffset.UtcNow) };

    public TestContext TestContext { get; set; } = null!;

    public void Dispose() => site.Dispose();

    [TestMethod]
    [Timeout(60_000)]
    public async Task Hold_Program_SeesTheSiteDownAndDecidesTheExitCode()
    {
        var run = await RunAsync("down", "--message", "Moving.", "--", "sh", "-c", "grep message maintenance.json; exit 7");

        Assert.AreEqual(7, run.ExitCode, run.Error);
        Assert.AreEqual("  \"message\": \"Moving.\",\n", run.Out);
        Assert.Contains("The site is up again.", run.Error);
        Assert.IsFalse(File.Exists(site.DownFile));
    }

    [TestMethod]
    [Timeout(60_000)]
    public async Task Hold_Input_IsThePrograms()
    {
        using var process = ToolProcess.Start(site.Root, "down", "--", "cat");
        await process.StandardInput.WriteAsync("typed");
        process.StandardInput.Close();

        var run = await ToolProcess.EndAsync(process, TestContext.CancellationToken);

        Assert.AreEqual("typed", run.Out);
        Assert.AreEqual(ExitCode.Success, run.ExitCode);
    }

    [TestMethod]
    [Timeout(60_000)]
    public async Task Hold_SiteThatWasDown_IsDownAsBefore()
    {
        await site.DoAsync("down", "--message", "before", "--for", "5h", "--with-secret");
        await site.DoAsync("schedule", "add", "later", "--time", "03:00", "--duration", "1h");
        var before = await File.ReadAllBytesAsync(site.DownFile, TestContext.CancellationToken);

        var run = await RunAsync("down", "--message", "during", "--", "grep", "during", "maintenance.json");

        Assert.AreEqual(ExitCode.Success, run.ExitCode, run.Error);
        Assert.Contains("as it was before", run.Error);
        CollectionAssert.AreEqual(
            before, await File.ReadAllBytesAsync(site.DownFile, TestContext.CancellationToken));
    }

    [TestMethod]
    [Timeout(60_000)]
    [DataRow("./none", ExitCode.CommandNotFound)]
    [DataRow("surely-no-such-program", ExitCode.CommandNotFound)]
    [DataRow("./appsettings.json", ExitCode.CommandNotRunnable)]
    [DataRow(".", ExitCode.CommandNotFound, DisplayName = "Of PATH, as in a shell.")]
    [DataRow("./", ExitCode.CommandNotRunnable)]
    [DataRow("./broken", ExitCode.CommandNotRunnable, DisplayName = "Its interpreter is not there.")]
    public async Task Hold_NoProgram_LeavesTheSiteUp(string program, int exitCode)
    {
        File.SetUnixFileMode(site.Write("broken", "#!/no/such/interpreter\n"), UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var run = await RunAsync("down", "--", program);

        Assert.AreEqual(exitCode, run.ExitCode, run.Error);
        Assert.Contains("error DP0513: ", run.Error);
        Assert.IsFalse(File.Exists(site.DownFile));
    }

    [TestMethod]
    [Timeout(60_000)]
    [DataRow("TERM", 143)]
    [DataRow("INT", 130)]
    [DataRow("HUP", 129)]
    [DataRow("QUIT", 131)]
    public async Task Hold_SignalToTheCommand_ReachesTheProgramAndLiftsTheSite(string signal, int exitCode)
    {
        using var process = Start($"trap 'echo got {signal}; exit {exitCode}' {signal}; touch ready; while :; do sleep 0.05; done");
        await WaitForAsync("ready");

        ToolProcess.Signal(process.Id, signal);
        var run = await ToolProcess.EndAsync(process, TestContext.CancellationToken);

        Assert.AreEqual($"got {signal}\n", run.Out);
        Assert.AreEqual(exitCode, run.ExitCode, run.Error);
        Assert.IsFalse(File.Exists(site.DownFile));
    }

    [TestMethod]
    [Timeout(60_000)]
    public async Task Hold_ProgramKilled_LiftsTheSite()
    {
        using var process = Start("echo $$ > pid; mv pid ready; exec sleep 60");
        await WaitForAsync("ready");

        ToolProcess.Signal(int.Parse(await File.ReadAllTextAsync(site.PathOf("ready")), null), "KILL");
        var run = await ToolProcess.EndAsync(process, TestContext.CancellationToken);

        Assert.AreEqual(137, run.ExitCode, run.Error);
        Assert.IsFalse(File.Exists(site.DownFile));
    }

    [TestMethod]
    [Timeout(60_000)]
    public async Task Hold_CommandItselfKilled_LeavesTheLeaseToEnd()
    {
        using var process = Start("touch ready; sleep 0.5; touch over", "--for", "20m");
        await WaitForAsync("ready");

        process.Kill();
        await process.WaitForExitAsync(TestContext.CancellationToken);
        await WaitForAsync("over");

        Assert.AreEqual(ExitCode.Down, (await site.RunAsync("status")).ExitCode);
        site.Clock.Now = DateTimeOffset.UtcNow + TimeSpan.FromMinutes(20);
        Assert.AreEqual(ExitCode.Success, (await site.RunAsync("status")).ExitCode);
    }

    [TestMethod]
    [Timeout(60_000)]
    public async Task Hold_LongerThanTheLease_IsRenewed()
    {
        var run = await RunAsync("down", "--for", "8s", "--", "sh", "-c", "sleep 6; cat maintenance.json");

        Assert.AreEqual(ExitCode.Success, run.ExitCode, run.Error);
        var history = await File.ReadAllTextAsync(site.HistoryFile, TestContext.CancellationToken);
        Assert.Contains("\"action\":\"extend\"", history);
        Assert.EndsWith("\"revision\":\"none\"}\n", history);
        using var written = System.Text.Json.JsonDocument.Parse(run.Out);
        var until = written.RootElement.GetProperty("until").GetDateTimeOffset();
        var since = written.RootElement.GetProperty("since").GetDateTimeOffset();
        Assert.IsGreaterThan(TimeSpan.FromSeconds(9), until - since);
    }

    [TestMethod]
    [Timeout(60_000)]
    public async Task Hold_CommandThatSleptBeyondTheLease_TakesTheSiteDownAgain()
    {
        using var process = Start("touch ready; while [ ! -e go ]; do sleep 0.05; done; cat maintenance.json", "--for", "3s");
        await WaitForAsync("ready");
        ToolProcess.Signal(process.Id, "STOP");
        await Task.Delay(TimeSpan.FromSeconds(4), TestContext.CancellationToken);
        ToolProcess.Signal(process.Id, "CONT");
        while ((await File.ReadAllLinesAsync(site.HistoryFile, TestContext.CancellationToken)).Length < 2)
            await Task.Delay(20, TestContext.CancellationToken);

        site.Write("go", "");
        var run = await ToolProcess.EndAsync(process, TestContext.CancellationToken);

        Assert.AreEqual(ExitCode.Success, run.ExitCode, run.Error);
        Assert.Contains("the lease was over before it was renewed", run.Error);
        Assert.IsFalse(File.Exists(site.DownFile));
    }

    [TestMethod]
    [Timeout(60_000)]
    [DataRow("down --message theirs --for 3h")]
    [DataRow("up")]
    [DataRow("schedule add theirs --time 03:00 --duration 1h")]
    public async Task Hold_SomebodyElseChangesTheState_IsTheirs(string change)
    {
        using var process = Start("touch ready; while [ ! -e go ]; do sleep 0.05; done");
        await WaitForAsync("ready");
        await site.DoAsync(change.Split(' '));
        var theirs = File.Exists(site.DownFile) ? await File.ReadAllTextAsync(site.DownFile) : null;

        site.Write("go", "");
        var run = await ToolProcess.EndAsync(process, TestContext.CancellationToken);

        Assert.AreEqual(ExitCode.Success, run.ExitCode, run.Error);
        Assert.Contains("Somebody else has changed the state", run.Error);
        Assert.AreEqual(theirs, File.Exists(site.DownFile) ? await File.ReadAllTextAsync(site.DownFile) : null);
    }

    [TestMethod]
    [Timeout(60_000)]
    public async Task Hold_NotDown_DoesNotRunTheProgram()
    {
        site.Write("maintenance.json", "[]");

        var run = await RunAsync("down", "--", "touch", "ran");

        Assert.AreEqual(ExitCode.Failure, run.ExitCode);
        Assert.Contains("error DP0505: ", run.Error);
        Assert.IsFalse(File.Exists(site.PathOf("ran")));
    }

    private Process Start(string script, params string[] options)
        => ToolProcess.Start(site.Root, ["down", .. options, "--", "sh", "-c", script]);

    private Task<ToolRun> RunAsync(params string[] arguments)
        => ToolProcess.RunAsync(site.Root, TestContext.CancellationToken, arguments);

    private async Task WaitForAsync(string file)
    {
        while (!File.Exists(site.PathOf(file)))
            await Task.Delay(20, TestContext.CancellationToken);
    }
}
