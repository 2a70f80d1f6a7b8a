using System.Diagnostics;
using DownPage.DownFile;

namespace DownPage.Tool.Tests.Flag;

/// <summary>
/// <c>kill -9</c> around the two writes of 100 runs: whatever is left, the flag is never there without the state that it
/// stands for, and the next command has them agree.
/// </summary>
[TestClass]
[OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
public sealed class KilledFlagTests(TestContext test) : IDisposable
{
    private readonly AppSite site = new();
    private readonly Random random = new(20261122);

    private string Flag => site.PathOf("maintenance.on");

    public void Dispose() => site.Dispose();

    [TestMethod]
    [Timeout(400_000)]
    public Task Kill_OfDown_LeavesNoFlagWithoutTheState() => KillAsync(
        prepare: () => ToolRun.RunAsync(site.Root, TimeProvider.System, "up"),
        command: "down",
        hasBegun: () => File.Exists(site.DownFile));

    [TestMethod]
    [Timeout(400_000)]
    public Task Kill_OfUp_LeavesNoFlagWithoutTheState() => KillAsync(
        prepare: () => ToolRun.RunAsync(site.Root, TimeProvider.System, "down"),
        command: "up",
        hasBegun: () => !File.Exists(Flag));

    private async Task KillAsync(Func<Task<ToolRun>> prepare, string command, Func<bool> hasBegun)
    {
        var (before, between, after) = (0, 0, 0);
        for (var round = 0; round < 50; round++)
        {
            await prepare();
            using (var process = ToolProcess.Start(site.Root, command))
            {
                await KillAsync(process, hasBegun, TimeSpan.FromMilliseconds((random.NextDouble() * 4) - 1.5));
            }

            var reading = new DownFileStore(site.DownFile).Read();
            Assert.IsNull(reading.Failure);
            var isDown = reading.Document is { Down: true };
            var isFlagged = File.Exists(Flag);
            Assert.IsFalse(isFlagged && !isDown, $"round {round}: a flag of a site that is up");
            var isNew = command == "down" ? isDown : !isDown;
            _ = isDown != isFlagged ? between++ : isNew ? after++ : before++;
            await AssertNextHealsAsync(round);
        }

        test.WriteLine($"{command}: {before} before, {between} between, {after} after both writes.");
        Assert.IsGreaterThan(0, between, "No kill came between the two.");
    }

    /// <summary>The status says what is wrong, if anything; the next change leaves both as they should be.</summary>
    private async Task AssertNextHealsAsync(int round)
    {
        var isOdd = round % 2 == 1;
        var next = await ToolRun.RunAsync(site.Root, TimeProvider.System, isOdd ? "down" : "up");
        Assert.AreEqual(ExitCode.Success, next.ExitCode, next.Error);
        Assert.AreEqual(isOdd, File.Exists(Flag), $"round {round}");
        Assert.AreEqual(isOdd, File.Exists(site.DownFile), $"round {round}");
    }

    /// <summary>A little before or after the first of the two writes is seen.</summary>
    private async Task KillAsync(Process process, Func<bool> hasBegun, TimeSpan delay)
    {
        process.StandardInput.Close();
        while (!hasBegun() && !process.HasExited)
        {
            if (delay < TimeSpan.Zero && IsAtWork())
                break;
        }

        var begin = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begin) < delay)
            Thread.SpinWait(20);
        process.Kill();
        await process.WaitForExitAsync(test.CancellationToken);
    }

    /// <summary>The file that is to be renamed is there: nothing has been renamed yet.</summary>
    private bool IsAtWork() => Directory.EnumerateFiles(site.Root, "*.tmp").Any();
}
