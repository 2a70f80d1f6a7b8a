using System.Diagnostics;
using DownPage.DownFile;

namespace DownPage.AspNetCore.Tests.DownFile;

[TestClass]
public sealed class DownFileStoreTogetherTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly string path;

    public DownFileStoreTogetherTests() => path = folder.PathOf("maintenance.json");

    public required TestContext TestContext { get; init; }

    public void Dispose() => folder.Dispose();

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    public async Task Write_ManyAtOnce_AllSurvive()
    {
        const int Writers = 6;
        const int Changes = 20;
        var writing = true;
        var seen = new List<DownFileReading>();
        var reader = Task.Run(
            () =>
            {
                var store = new DownFileStore(path) { Settle = () => Assert.Fail("A reader met half of a file.") };
                while (Volatile.Read(ref writing))
                {
                    seen.Add(store.Read());
                }
            },
            TestContext.CancellationToken);

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(number => Task.Run(
            async () =>
            {
                var store = new DownFileStore(path) { Patience = TimeSpan.FromMinutes(1) };
                for (var change = 0; change < Changes; change++)
                {
                    await store.WriteAsync(Add, TestContext.CancellationToken);
                }
            },
            TestContext.CancellationToken)));
        Volatile.Write(ref writing, false);
        await reader;

        Assert.AreEqual(Writers * Changes, new DownFileStore(path).Read().Document?.BypassGeneration);
        Assert.IsNull(seen.Find(reading => reading.Failure is not null)?.Failure);
        CollectionAssert.AreEquivalent(
            new[] { "maintenance.json", "maintenance.json.lock" },
            Directory.GetFiles(folder.Root).Select(Path.GetFileName).ToArray());
    }

    [TestMethod]
    [OSCondition(OperatingSystems.Linux)]
    [Timeout(30_000, CooperativeCancellation = true)]
    public async Task Write_AnotherProcessHoldsTheLock_WaitsAndThenSaysWho()
    {
        using var other = StartHolder();
        try
        {
            var patient = new DownFileStore(path).WriteAsync(Add, TestContext.CancellationToken);
            using var cancel = CancellationTokenSource.CreateLinkedTokenSource(TestContext.CancellationToken);
            var cancelled = new DownFileStore(path).WriteAsync(Add, cancel.Token);

            var refusal = await Assert.ThrowsAsync<IOException>(
                () => new DownFileStore(path) { Patience = TimeSpan.FromMilliseconds(50) }.WriteAsync(
                    Add, TestContext.CancellationToken));
            Assert.StartsWith(
                $"'{path}' cannot be written, and nothing has changed: another process has held '{path}.lock' for",
                refusal.Message);
            Assert.Contains($"`lsof '{path}.lock'`", refusal.Message);

            await cancel.CancelAsync();
            await Assert.ThrowsAsync<OperationCanceledException>(() => cancelled);
            Assert.IsFalse(File.Exists(path));
            Assert.IsFalse(patient.IsCompleted);

            other.StandardInput.Close();
            await patient;
        }
        finally
        {
            other.Kill(entireProcessTree: true);
        }

        Assert.AreEqual(1, new DownFileStore(path).Read().Document?.BypassGeneration);
    }

    [TestMethod]
    public async Task Write_LockLeftBehind_DoesNotMatter()
    {
        folder.Write("maintenance.json.lock", "");

        await new DownFileStore(path) { Patience = TimeSpan.Zero }.WriteAsync(Add, TestContext.CancellationToken);

        Assert.AreEqual(1, new DownFileStore(path).Read().Document?.BypassGeneration);
    }

    // Holds the lock as another process would, until its input ends.
    private Process StartHolder()
    {
        var holder = Process.Start(new ProcessStartInfo("flock", [path + ".lock", "sh", "-c", "echo held; cat"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        });
        Assert.IsNotNull(holder);
        Assert.AreEqual("held", holder.StandardOutput.ReadLine());
        return holder;
    }

    private static DownFileDocument Add(DownFileDocument? before)
    {
        before ??= DownFileDocument.Empty;
        return before with { BypassGeneration = (before.BypassGeneration ?? 0) + 1 };
    }
}
