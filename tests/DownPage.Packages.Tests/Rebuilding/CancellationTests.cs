using System.Globalization;
using DownPage.Testing;

namespace DownPage.Packages.Tests.Rebuilding;

/// <summary>Ctrl+C while a view takes its time.</summary>
[TestClass]
[OSCondition(OperatingSystems.Linux)]
public sealed class CancellationTests(TestContext testContext)
{
    private static readonly TimeSpan PatienceForAnEnd = TimeSpan.FromSeconds(20);

    private static RebuiltSite site = null!;

    [ClassInitialize]
    [Timeout(RebuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public static async Task PublishAsync(TestContext context) =>
        site = await RebuiltSite.CreateAsync(MisbehavingView.Install, context.CancellationToken);

    [ClassCleanup]
    public static void Delete() => site?.Dispose();

    [TestMethod]
    [DataRow(true, DisplayName = "Ctrl+C in a terminal, which all processes get")]
    [DataRow(false, DisplayName = "an interrupt for dotnet alone")]
    [Timeout(RebuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Publish_Interrupted_EndsWithAllItsProcessesAndLeavesThePublishedPages(bool forAll)
    {
        if (InterruptsAreIgnored())
            Assert.Inconclusive("This test run ignores interrupts (nohup, a background job), and so do its children.");
        using IDisposable turn = await site.TakeTurnAsync(testContext.CancellationToken);
        MisbehavingView.Set(site.Site, "waits");
        IReadOnlyList<string> before = site.SnapshotPages();

        Task<PublishedSite> publishing = site.PublishBuiltAsync(testContext.CancellationToken);
        (_, int child) = await MisbehavingView.WaitForRendererAsync(
            site.Site, publishing, testContext.CancellationToken);
        List<int> processes = FromCommandTo(child);
        foreach (int process in forAll ? processes : processes[..1])
            await MisbehavingView.SignalAsync("INT", process, testContext.CancellationToken);
        DotnetResult result = (await publishing.WaitAsync(PatienceForAnEnd, testContext.CancellationToken)).Result;

        Assert.AreNotEqual(0, result.ExitCode, result.ToString());
        Assert.IsGreaterThanOrEqualTo(3, processes.Count);
        Assert.IsEmpty(processes.Where(MisbehavingView.IsRunning), result.ToString());
        Assert.AreSequenceEqual(before, site.SnapshotPages());
        Assert.DoesNotContain("down pages in", result.Output);
    }

    // The dotnet command that this test has started, first, and what that started: the renderer, and the view's child.
    private static List<int> FromCommandTo(int child)
    {
        List<int> processes = [];
        for (int process = child; process != Environment.ProcessId;)
        {
            processes.Insert(0, process);
            process = MisbehavingView.FindProcess(process)!.Value.Parent;
        }

        return processes;
    }

    private static bool InterruptsAreIgnored()
    {
        const string field = "SigIgn:";
        string line = File.ReadLines("/proc/self/status")
            .Single(line => line.StartsWith(field, StringComparison.Ordinal));
        // The bit of signal 2.
        return (ulong.Parse(line[field.Length..], NumberStyles.HexNumber, CultureInfo.InvariantCulture) & 0b10) != 0;
    }
}
