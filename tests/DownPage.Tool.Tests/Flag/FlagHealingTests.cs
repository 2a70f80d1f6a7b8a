using System.Runtime.Versioning;

namespace DownPage.Tool.Tests.Flag;

/// <summary>A flag that disagrees, or cannot be kept: the command says so, and what to type.</summary>
[TestClass]
public sealed class FlagHealingTests(TestContext test) : IDisposable
{
    private readonly AppSite site = new();

    private string Flag => site.PathOf("maintenance.on");

    public void Dispose() => site.Dispose();

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    [UnsupportedOSPlatform("windows")]
    [DataRow("--for 20m", true)]
    [DataRow("--forever", false, DisplayName = "Without an end somebody types it anyway.")]
    [DataRow("--message x", false, DisplayName = "There is no flag.")]
    public async Task Down_InAFolderOfRoots_SaysThatTheAppMayNotEndIt(string options, bool expected)
    {
        if (!Environment.IsPrivilegedProcess)
            Assert.Inconclusive("Only the superuser has folders of root's.");

        Directory.CreateDirectory(site.PathOf("_downpage/conf"));

        var run = await site.DoAsync(["down", .. options.Split(' ')]);
        Assert.AreEqual(expected, run.Error.Contains($"'{Flag}' is in a folder of root's", StringComparison.Ordinal), run.Error);

        FlagTests.LetOthersWrite(site.Root);
        Assert.DoesNotContain("root", (await site.DoAsync(["down", .. options.Split(' ')])).Error);
    }

    [TestMethod]
    public async Task Down_FlagThatCannotBeWritten_StandsWithAWarning()
    {
        Directory.CreateDirectory(Flag);

        var run = await site.DoAsync("down");

        Assert.StartsWith($"warning: What is written stands, and front-end servers do not know it: '{Flag}' cannot be", run.Error);
        Assert.Contains("it is a folder", run.Error);
        Assert.AreEqual("True", site.Member("down"));
    }

    [TestMethod]
    public async Task Up_FileThatIsNoFlag_StandsWithAWarningAndTheFileStays()
    {
        await site.DoAsync("down");
        site.Write("maintenance.on", "somebody's notes");

        var run = await site.DoAsync("up");

        Assert.Contains("go on showing the maintenance page: remove it by hand", run.Error);
        Assert.IsFalse(File.Exists(site.DownFile));
        Assert.AreEqual("somebody's notes", await ReadAsync());
    }

    [TestMethod]
    public async Task Status_FlagThatIsStale_SaysSoAndUpMendsIt()
    {
        await site.DoAsync("down", "--for", "20m");
        site.Clock.Now += TimeSpan.FromMinutes(20);

        var status = await site.RunAsync("status");
        Assert.AreEqual(ExitCode.Success, status.ExitCode);
        Assert.Contains($"'{Flag}' is there, though the site is up", status.Out);
        Assert.Contains("type `downpage up`", status.Out);
        Assert.Contains("is there, though", (await site.StatusAsync())["problem"]?.ToString() ?? "");

        await site.DoAsync("up");
        Assert.IsFalse(File.Exists(Flag));
        Assert.DoesNotContain("is there, though", (await site.RunAsync("status")).Out);
    }

    [TestMethod]
    public async Task Up_SiteThatIsUpWithAFlag_MendsItAndSaysSo()
    {
        site.Write("maintenance.on", "");

        var run = await site.DoAsync("up");

        Assert.IsFalse(File.Exists(Flag));
        Assert.Contains("nothing has changed", run.Out);
        Assert.AreEqual(
            "warning: Front-end servers showed something else than holds: the flag that they look at is put right.",
            run.Error.TrimEnd());
    }

    [TestMethod]
    public async Task Status_FlagOfASiteThatOnlyTheAppCanShow_SaysWhatToType()
    {
        await site.DoAsync("down", "--message", "x");
        site.Write("maintenance.on", "");

        Assert.Contains("else type `downpage down` again", (await site.RunAsync("status")).Out);

        await site.DoAsync("down");
        Assert.IsFalse(File.Exists(Flag), "the message is as it was");
    }

    [TestMethod]
    public async Task Status_FlagThatIsMissing_IsToldWhereFrontEndsAreConfigured()
    {
        site.Write("maintenance.json", "");
        Assert.DoesNotContain("maintenance.on", (await site.RunAsync("status")).Out);

        Directory.CreateDirectory(site.PathOf("_downpage/conf"));
        Assert.Contains($"'{Flag}' is missing, so front-end servers do not know", (await site.RunAsync("status")).Out);

        await site.DoAsync("down");
        Assert.DoesNotContain("maintenance.on", (await site.RunAsync("status")).Out);
    }

    [TestMethod]
    [Timeout(120_000)]
    [OSCondition(OperatingSystems.Linux)]
    [UnsupportedOSPlatform("windows")]
    public async Task Up_FlagOfAnotherUser_IsRemovedByWhoMayWriteInTheFolder()
    {
        if (!Environment.IsPrivilegedProcess)
            Assert.Inconclusive("Only the superuser gives a file to another user.");

        site.Write("maintenance.json", "{}");
        site.Write("maintenance.on", "");
        using (var chown = System.Diagnostics.Process.Start("chown", ["65534", Flag]))
            await chown.WaitForExitAsync(test.CancellationToken);
        File.SetUnixFileMode(Flag, UnixFileMode.UserRead);

        var run = await ToolProcess.RunWithRightsAsync(site.Root, test.CancellationToken, "up");

        Assert.AreEqual(ExitCode.Success, run.ExitCode, run.Error);
        Assert.AreEqual("", run.Error);
        Assert.IsFalse(File.Exists(Flag));
    }

    [TestMethod]
    [Timeout(120_000)]
    [OSCondition(OperatingSystems.Linux)]
    [UnsupportedOSPlatform("windows")]
    public async Task Down_FlagInAFolderThatTakesNone_StandsWithTheRemedy()
    {
        using var other = new AppSite("""{ "MaintenanceMode": { "FlagFile": "run/shop.on" } }""");
        other.Write("run/x", "");
        File.SetUnixFileMode(other.PathOf("run"), UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var run = await ToolProcess.RunWithRightsAsync(other.Root, test.CancellationToken, "down");

        Assert.AreEqual(ExitCode.Success, run.ExitCode, run.Error);
        Assert.Contains("run/shop.on' cannot be written: Access to the path", run.Error);
        Assert.Contains("The app's user needs the right to make and remove files in its folder", run.Error);
        Assert.AreEqual("True", other.Member("down"));
        File.SetUnixFileMode(other.PathOf("run"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private Task<string> ReadAsync() => File.ReadAllTextAsync(Flag, test.CancellationToken);
}
