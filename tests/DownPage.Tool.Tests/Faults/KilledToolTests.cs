using System.Diagnostics;
using DownPage.DownFile;

namespace DownPage.Tool.Tests.Faults;

/// <summary>
/// <c>kill -9</c> at random moments of 200 runs: what is written is the old or the new, and the next command works.
/// </summary>
[TestClass]
[OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
public sealed class KilledToolTests : IDisposable
{
    private readonly AppSite site = new();
    private readonly Random random = new(20261121);

    public TestContext TestContext { get; set; } = null!;

    public void Dispose() => site.Dispose();

    [TestMethod]
    [Timeout(180_000)]
    public Task Kill_OfDown_LeavesNothingOrAllOfIt() => KillAsync(
        rounds: 70,
        prepare: _ => File.Delete(site.DownFile),
        arguments: round => ["down", "--message", $"round {round}", "--retry-after", "5m", "--for", "1h"],
        isNew: (round, document) =>
        {
            if (document is null)
                return false;
            Assert.AreEqual($"round {round}", document.Message);
            Assert.AreEqual(TimeSpan.FromMinutes(5), document.RetryAfter);
            Assert.IsTrue(document.Down);
            return true;
        });

    [TestMethod]
    [Timeout(180_000)]
    public Task Kill_OfUp_LeavesAllOfItOrNothing() => KillAsync(
        rounds: 65,
        prepare: round => site.Write("maintenance.json", $$"""{ "message": "round {{round}}" }"""),
        arguments: _ => ["up"],
        isNew: (round, document) =>
        {
            if (document is null)
                return true;
            Assert.AreEqual($"round {round}", document.Message);
            return false;
        });

    [TestMethod]
    [Timeout(180_000)]
    public Task Kill_OfScheduleAdd_LeavesTheWindowsBeforeOrOneMore()
    {
        var windows = 0;
        return KillAsync(
            rounds: 65,
            prepare: _ => { },
            arguments: round => ["schedule", "add", $"w{round}", "--time", "03:00", "--duration", "30m"],
            isNew: (round, document) =>
            {
                var known = document?.Windows ?? [];
                var isNew = known.Any(window => window.Name == $"w{round}");
                Assert.HasCount(isNew ? windows + 1 : windows, known);
                windows = known.Count;
                return isNew;
            });
    }

    private async Task KillAsync(
        int rounds, Action<int> prepare, Func<int, string[]> arguments, Func<int, DownFileDocument?, bool> isNew)
    {
        var (whole, edge) = (await MeasureAsync(), 0.0);
        edge = whole * 0.8;
        var (old, young) = (0, 0);
        for (var round = 0; round < rounds; round++)
        {
            prepare(round);
            // Every other one anywhere in the run; the others round the moment at which it is written.
            var moment = round % 2 == 0
                ? random.NextDouble() * whole * 1.1
                : edge + ((random.NextDouble() - 0.5) * whole * 0.1);
            using (var process = ToolProcess.Start(site.Root, arguments(round)))
            {
                await KillAsync(process, moment);
            }

            var reading = new DownFileStore(site.DownFile).Read();
            Assert.IsNull(reading.Failure, $"round {round}, killed after {moment:F1} ms");
            Assert.IsEmpty(reading.Warnings);
            var done = isNew(round, reading.Document);
            (old, young) = done ? (old, young + 1) : (old + 1, young);
            edge = Math.Clamp(edge + ((done ? -0.03 : 0.03) * whole), whole * 0.3, whole * 2);
            await AssertNextWorksAsync(round);
        }

        TestContext.WriteLine($"{rounds} kills, a run takes {whole:F0} ms: {old} left the old, {young} the new.");
        Assert.IsGreaterThan(rounds / 20, old, "All kills came too late.");
        Assert.IsGreaterThan(rounds / 20, young, "All kills came too early.");
    }

    /// <summary>The next command works, and its line of the history can be read.</summary>
    private async Task AssertNextWorksAsync(int round)
    {
        var next = await ToolRun.RunAsync(
            site.Root, TimeProvider.System, "schedule", "add", $"next{round}", "--time", "04:00", "--duration", "1h");
        Assert.AreEqual(ExitCode.Success, next.ExitCode, next.Error);
        Assert.AreEqual("", next.Error);
        var undone = await ToolRun.RunAsync(site.Root, TimeProvider.System, "schedule", "remove", $"next{round}");
        Assert.AreEqual(ExitCode.Success, undone.ExitCode, undone.Error);
        var history = await ToolRun.RunAsync(site.Root, TimeProvider.System, "history", "-n", "2");
        Assert.Contains($"schedule-remove next{round}", history.Out);
        Assert.Contains($"schedule-add next{round}", history.Out);
    }

    private async Task KillAsync(Process process, double milliseconds)
    {
        process.StandardInput.Close();
        var begin = Stopwatch.GetTimestamp();
        if (milliseconds > 2)
            await Task.Delay(TimeSpan.FromMilliseconds(milliseconds - 2), TestContext.CancellationToken);
        while (Stopwatch.GetElapsedTime(begin).TotalMilliseconds < milliseconds)
            Thread.SpinWait(20);
        process.Kill();
        await process.WaitForExitAsync(TestContext.CancellationToken);
    }

    private async Task<double> MeasureAsync()
    {
        var times = new List<double>();
        for (var i = 0; i < 3; i++)
        {
            var begin = Stopwatch.GetTimestamp();
            var run = await ToolProcess.RunAsync(site.Root, TestContext.CancellationToken, "down");
            times.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
            Assert.AreEqual(ExitCode.Success, run.ExitCode, run.Error);
            await ToolRun.RunAsync(site.Root, TimeProvider.System, "up");
        }

        return times.Order().ElementAt(1);
    }
}
