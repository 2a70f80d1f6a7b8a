using DownPage.DownFile;
using DownPage.History;
using DownPage.Schedule;
using DownPage.Switching;

namespace DownPage.Tool.Tests.Faults;

/// <summary>Many writers at one file: what each was told has happened has happened, once.</summary>
[TestClass]
public sealed class TogetherTests : IDisposable
{
    private const int Processes = 2;
    private const int RunsEach = 50;
    private const int Writers = 4;
    private const int ChangesEach = 225;

    private readonly AppSite site = new();

    public TestContext TestContext { get; set; } = null!;

    public void Dispose() => site.Dispose();

    [TestMethod]
    [Timeout(240_000)]
    public async Task Write_ProcessesAndApps_LoseNothing()
    {
        var names = await Task.WhenAll(
            Enumerable.Range(0, Processes).Select(RunToolAsync)
                .Concat(Enumerable.Range(0, Writers).Select(WriteAsync)));

        var expected = names.SelectMany(name => name).Order(StringComparer.Ordinal).ToArray();
        var reading = new DownFileStore(site.DownFile).Read();
        Assert.IsEmpty(reading.Warnings);
        CollectionAssert.AreEqual(
            expected, reading.Document?.Windows.Select(window => window.Name).Order(StringComparer.Ordinal).ToArray());
        var history = HistoryFile.Of(site.DownFile).Read(10_000);
        Assert.HasCount((Processes * RunsEach) + (Writers * ChangesEach), history);
        Assert.HasCount(history.Count, await File.ReadAllLinesAsync(site.HistoryFile, TestContext.CancellationToken));
    }

    private async Task<List<string>> RunToolAsync(int process)
    {
        var names = new List<string>();
        for (var i = 0; i < RunsEach; i++)
        {
            names.Add($"process{process}-{i}");
            var run = await ToolProcess.RunAsync(
                site.Root,
                TestContext.CancellationToken,
                "schedule", "add", names[^1], "--time", "03:00", "--duration", "30m");
            Assert.AreEqual(ExitCode.Success, run.ExitCode, run.Error);
            Assert.AreEqual("", run.Error);
        }

        return names;
    }

    /// <summary>As an app's endpoint does it: adds windows, and takes every other one away again.</summary>
    private async Task<List<string>> WriteAsync(int writer)
    {
        var file = new StateFile(site.DownFile);
        var origin = new ChangeOrigin(ChangeSource.Endpoint, $"writer{writer}");
        var names = new List<string>();
        for (var i = 0; i < ChangesEach; i++)
        {
            var isAdding = i % 2 == 0 || names.Count == 0;
            var name = isAdding ? $"writer{writer}-{i}" : names[^1];
            var window = new WindowDefinition
            {
                Name = name,
                Time = new TimeOnly(3, 0),
                Duration = TimeSpan.FromMinutes(30),
            };
            var write = await file.ChangeAsync(
                isAdding ? StateChange.AddWindow(window, origin) : StateChange.RemoveWindow(name, origin),
                TimeProvider.System,
                TestContext.CancellationToken);
            Assert.IsNull(write.HistoryProblem);
            if (isAdding)
                names.Add(name);
            else
                names.RemoveAt(names.Count - 1);
        }

        return names;
    }
}
