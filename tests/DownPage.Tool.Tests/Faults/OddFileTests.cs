using System.Diagnostics;
using System.Runtime.Versioning;

namespace DownPage.Tool.Tests.Faults;

/// <summary>What stands in the down file's place and cannot be one: it is told, with the path, and left as it is.</summary>
[TestClass]
public sealed class OddFileTests : IDisposable
{
    private static readonly string[][] Commands =
    [
        ["status"], ["down"], ["up"], ["extend", "5m"], ["schedule", "add", "x", "--time", "03:00", "--duration", "1h"],
        ["schedule", "list"], ["down", "--", "true"],
    ];

    private readonly AppSite site = new();

    public TestContext TestContext { get; set; } = null!;

    public void Dispose() => site.Dispose();

    [TestMethod]
    [Timeout(60_000)]
    [DataRow("{ \"down\": tru", "it is no JSON", DisplayName = "torn")]
    [DataRow("[]", "must be empty or begin with '{'", DisplayName = "a list")]
    [DataRow("down", "it is no JSON", DisplayName = "a word")]
    public async Task Run_TextThatIsNoDownFile_IsToldAndStays(string content, string expected)
    {
        site.Write("maintenance.json", content);

        await AssertAllFailAsync(expected);

        Assert.AreEqual(content, await File.ReadAllTextAsync(site.DownFile, TestContext.CancellationToken));
    }

    [TestMethod]
    [Timeout(60_000)]
    [DataRow(64L * 1024 * 1024, "larger than 256 KiB", DisplayName = "64 MiB")]
    [DataRow(100L, "it is no JSON", DisplayName = "a few zeros")]
    public async Task Run_Zeros_AreToldAndStay(long length, string expected)
    {
        await using (var file = File.Create(site.DownFile))
        {
            file.SetLength(length);
        }

        await AssertAllFailAsync(expected);

        Assert.AreEqual(length, new FileInfo(site.DownFile).Length);
    }

    [TestMethod]
    [Timeout(60_000)]
    public async Task Run_Folder_IsTold()
    {
        Directory.CreateDirectory(site.DownFile);

        await AssertAllFailAsync("is a folder");

        Assert.IsTrue(Directory.Exists(site.DownFile));
    }

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = false)]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    [DataRow("maintenance.json", DisplayName = "itself")]
    [DataRow("elsewhere", DisplayName = "behind a link")]
    public async Task Run_NamedPipe_IsToldAtOnce(string name)
    {
        MakePipe(site.PathOf(name));
        if (name != "maintenance.json")
            File.CreateSymbolicLink(site.DownFile, name);

        await AssertAllFailAsync("is a named pipe");
        var run = await ToolProcess.RunAsync(site.Root, TestContext.CancellationToken, "status");
        Assert.AreEqual(ExitCode.Failure, run.ExitCode);
    }

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = false)]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public async Task History_NamedPipe_IsToldAtOnce()
    {
        MakePipe(site.HistoryFile);

        var run = await site.RunAsync("history");

        Assert.AreEqual(ExitCode.Failure, run.ExitCode);
        Assert.StartsWith($"error DP0515: '{site.HistoryFile}' is a named pipe", run.Error);
    }

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = false)]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    [DataRow("/dev/zero")]
    [DataRow("/dev/null")]
    public async Task Run_LinkToADevice_IsToldAndTheDeviceStays(string device)
    {
        File.CreateSymbolicLink(site.DownFile, device);

        await AssertAllFailAsync("is a device");

        Assert.AreEqual(device, new FileInfo(site.DownFile).LinkTarget);
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public async Task Run_LinkOutOfTheFolder_ReplacesWhatItLeadsTo()
    {
        using var other = new TempFolder();
        File.CreateSymbolicLink(site.DownFile, other.PathOf("shared.json"));
        Assert.AreEqual(ExitCode.Success, (await site.RunAsync("status")).ExitCode, "It leads nowhere: nothing is written.");

        await site.DoAsync("down");

        Assert.IsTrue(File.Exists(other.PathOf("shared.json")));
        Assert.AreEqual(other.PathOf("shared.json"), new FileInfo(site.DownFile).LinkTarget);
        Assert.AreEqual(ExitCode.Down, (await site.RunAsync("status")).ExitCode);
        await site.DoAsync("up");
        Assert.AreEqual(other.PathOf("shared.json"), new FileInfo(site.DownFile).LinkTarget);
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public async Task Run_LinkIntoAFolderThatIsNotThere_SaysSo()
    {
        File.CreateSymbolicLink(site.DownFile, site.PathOf("gone/shared.json"));

        var run = await site.RunAsync("down");

        Assert.AreEqual(ExitCode.Failure, run.ExitCode);
        Assert.StartsWith($"error DP0506: '{site.DownFile}' cannot be written, and nothing has changed", run.Error);
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public async Task Run_LinksInACircle_AreTold()
    {
        File.CreateSymbolicLink(site.DownFile, "other.json");
        File.CreateSymbolicLink(site.PathOf("other.json"), "maintenance.json");

        await AssertAllFailAsync("cannot be read");
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    [UnsupportedOSPlatform("windows")]
    public async Task Run_NoRightToRead_IsTold()
    {
        site.Write("maintenance.json", "{}");
        File.SetUnixFileMode(site.DownFile, UnixFileMode.None);

        await AssertAllFailAsync(
            "cannot be read",
            command => ToolProcess.RunWithRightsAsync(site.Root, TestContext.CancellationToken, command));
    }

    [TestMethod]
    public async Task Run_LaterVersion_IsReadForWhatIsUnderstoodAndKept()
    {
        site.Write("maintenance.json", """{ "version": 7, "message": "from the future", "new": [ 1 ] }""");

        Assert.AreEqual(ExitCode.Down, (await site.RunAsync("status")).ExitCode);
        await site.DoAsync("extend", "5m");

        Assert.AreEqual("7", site.Member("version"));
        Assert.AreEqual("from the future", site.Member("message"));
        Assert.AreEqual("[ 1 ]", site.Member("new").Replace("\n", "").Replace("    ", " ").Replace("  ", " "));
    }

    [TestMethod]
    public async Task Run_FileInAFolderThatIsNotThere_SaysSo()
    {
        var run = await site.RunAsync("status", "--file", "gone/maintenance.json");

        Assert.AreEqual(ExitCode.Failure, run.ExitCode);
        Assert.StartsWith("error DP0501: There is no folder", run.Error);
    }

    private Task AssertAllFailAsync(string expected) => AssertAllFailAsync(expected, command => site.RunAsync(command));

    private async Task AssertAllFailAsync(string expected, Func<string[], Task<ToolRun>> runAsync)
    {
        foreach (var command in Commands)
        {
            var run = await runAsync(command);
            Assert.AreEqual(ExitCode.Failure, run.ExitCode, string.Join(' ', command));
            Assert.StartsWith($"error DP0505: '{site.DownFile}' ", run.Error);
            Assert.Contains(expected, run.Error);
            Assert.Contains("Mend it, or delete it", run.Error);
            Assert.AreEqual("", run.Out);
        }

        Assert.IsEmpty(Directory.EnumerateFiles(site.Root, "*.tmp"));
        Assert.IsFalse(File.Exists(site.HistoryFile) && new FileInfo(site.HistoryFile).Length > 0);
    }

    private static void MakePipe(string path)
    {
        using var mkfifo = Process.Start("mkfifo", [path]);
        mkfifo.WaitForExit();
        Assert.AreEqual(0, mkfifo.ExitCode);
    }
}
