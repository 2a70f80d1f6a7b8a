using System.Diagnostics;
using System.Runtime.Versioning;

namespace DownPage.Tool.Tests.Faults;

/// <summary>Disks that take nothing: it is told, and nothing is half done.</summary>
[TestClass]
[OSCondition(OperatingSystems.Linux)]
[UnsupportedOSPlatform("windows")]
public sealed class DiskTests : IDisposable
{
    private readonly TempFolder folder = new();

    public TestContext TestContext { get; set; } = null!;

    private string Root => folder.PathOf("disk");

    private string DownFile => folder.PathOf("disk/maintenance.json");

    public void Dispose() => folder.Dispose();

    [TestMethod]
    [Timeout(60_000)]
    public async Task Run_FullDisk_LeavesTheOldAndComesUpEvenSo()
    {
        await MountAsync();
        try
        {
            await RunAsync(ExitCode.Success, "down", "--message", "old");
            var before = await File.ReadAllBytesAsync(DownFile, TestContext.CancellationToken);
            FillDisk();

            var run = await RunAsync(ExitCode.Failure, "down", "--message", new string('x', 1900), "--reason", "more");
            Assert.StartsWith($"error DP0506: '{DownFile}' cannot be written, and nothing has changed: No space", run.Error);
            CollectionAssert.AreEqual(before, await File.ReadAllBytesAsync(DownFile, TestContext.CancellationToken));
            Assert.IsEmpty(Directory.EnumerateFiles(Root, "*.tmp"));

            var up = await RunAsync(ExitCode.Success, "up");
            Assert.StartsWith("The site is up.", up.Out);
            Assert.IsFalse(File.Exists(DownFile), "Removing needs no room.");
        }
        finally
        {
            await UnmountAsync();
        }
    }

    [TestMethod]
    [Timeout(60_000)]
    public async Task Run_ReadOnlyDisk_IsToldAndTheStatusIsThere()
    {
        await MountAsync();
        try
        {
            await RunAsync(ExitCode.Success, "down");
            Assert.AreEqual(0, await CommandAsync("mount", "-o", "remount,ro", Root));

            foreach (var command in new[] { "down", "up" })
            {
                var run = await RunAsync(ExitCode.Failure, command);
                Assert.StartsWith($"error DP0506: '{DownFile}' cannot be written, and nothing has changed", run.Error);
                Assert.Contains("read-only", run.Error);
            }

            await RunAsync(ExitCode.Down, "status");
            await RunAsync(ExitCode.Success, "history");
        }
        finally
        {
            await UnmountAsync();
        }
    }

    [TestMethod]
    [Timeout(60_000)]
    public async Task Run_FolderThatTakesNoFiles_IsTold()
    {
        Directory.CreateDirectory(Root);
        await File.WriteAllTextAsync(Path.Combine(Root, "appsettings.json"), "{}", TestContext.CancellationToken);
        await LockFolderAsync(true);
        try
        {
            var run = await RunAsync(ExitCode.Failure, "down");

            Assert.StartsWith($"error DP0506: '{DownFile}' cannot be written, and nothing has changed", run.Error);
            Assert.Contains("The app's user needs the right", run.Error);
            Assert.HasCount(1, Directory.EnumerateFiles(Root));
        }
        finally
        {
            await LockFolderAsync(false);
        }
    }

    private async Task<ToolRun> RunAsync(int exitCode, params string[] arguments)
    {
        var run = await ToolRun.RunAsync(Root, TimeProvider.System, arguments);
        Assert.AreEqual(exitCode, run.ExitCode, run.Error);
        return run;
    }

    private async Task MountAsync()
    {
        Directory.CreateDirectory(Root);
        if (!Command.IsInstalled("mount") || await CommandAsync("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", Root) != 0)
            Assert.Inconclusive("A small disk can be mounted by the superuser only.");

        await File.WriteAllTextAsync(Path.Combine(Root, "appsettings.json"), "{}", TestContext.CancellationToken);
    }

    private async Task UnmountAsync() => await CommandAsync("umount", Root);

    private void FillDisk()
    {
        using var filler = new FileStream(Path.Combine(Root, "filler"), FileMode.Create, FileAccess.Write, FileShare.None, 0);
        try
        {
            while (true)
                filler.Write(new byte[1024]);
        }
        catch (IOException)
        {
            // It is full.
        }
    }

    /// <summary>Rights say nothing to the superuser, a mark of the file system does.</summary>
    private async Task LockFolderAsync(bool locked)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            File.SetUnixFileMode(
                Root,
                UnixFileMode.UserRead | UnixFileMode.UserExecute | (locked ? UnixFileMode.None : UnixFileMode.UserWrite));
        }
        else if (!Command.IsInstalled("chattr") || await CommandAsync("chattr", locked ? "+i" : "-i", Root) != 0)
        {
            Assert.Inconclusive("The superuser may write everywhere, and this file system has no mark against it.");
        }
    }

    private async Task<int> CommandAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        await process.WaitForExitAsync(TestContext.CancellationToken);
        return process.ExitCode;
    }
}
