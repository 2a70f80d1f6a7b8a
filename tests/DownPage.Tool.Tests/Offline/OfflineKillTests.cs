using System.Diagnostics;
using DownPage.Tool.Tests.Verify;

namespace DownPage.Tool.Tests.Offline;

/// <summary>Runs of the command as processes of their own, which are killed, and which race.</summary>
[TestClass]
public sealed class OfflineKillTests(TestContext test)
{
    private static readonly string Tool = Path.Combine(AppContext.BaseDirectory, "DownPage.Tool.dll");

    [TestMethod]
    [Timeout(300_000)]
    public async Task Offline_KilledAtAnyPoint_IsAbsentOldOrNewAndWhole()
    {
        using var pages = Large();
        string[] wholes = [pages.Read("_downpage/503.html"), pages.Read("_downpage/502.html")];
        var random = new Random(5);
        using var watch = new Watch(pages.PathOf("app_offline.htm"), wholes);
        var clock = Stopwatch.StartNew();
        await EndAsync(Start(pages, "offline"), null);
        var whole = (int)clock.ElapsedMilliseconds;

        for (var round = 0; round < 32; round++)
        {
            string[] arguments = (round % 4) switch
            {
                0 => ["offline", "--page", "502"],
                1 => ["online"],
                2 => ["offline"],
                _ => ["offline", "--page", "502"],
            };
            await EndAsync(
                Start(pages, arguments),
                round % 2 == 0
                    ? Task.Delay(random.Next(whole / 3, whole + 20), test.CancellationToken)
                    : WritingAsync(pages.Root, random.Next(10)));
        }

        await EndAsync(Start(pages, "offline"), null);
        watch.Stop();

        Assert.AreEqual(wholes[0], pages.Read("app_offline.htm"));
        Assert.IsGreaterThan(100, watch.Looks, "Nobody has looked.");
        Assert.IsEmpty(watch.Wrong, string.Join("\n", watch.Wrong));
    }

    [TestMethod]
    [Timeout(120_000)]
    public async Task OfflineAndOnline_ManyAtOnce_LoseNothingOfOthersAndNeverShowHalf()
    {
        using var pages = Large();
        pages.Write("app_offline.htm", "<p>by hand</p>");
        string[] wholes = [pages.Read("_downpage/503.html"), pages.Read("_downpage/502.html"), "<p>by hand</p>"];
        using var watch = new Watch(pages.PathOf("app_offline.htm"), wholes);

        for (var round = 0; round < 4; round++)
        {
            var runs = new[]
            {
                Start(pages, "offline"), Start(pages, "offline", "--page", "502"), Start(pages, "online"),
            };
            foreach (var run in runs)
            {
                await EndAsync(run, null);
            }
        }

        watch.Stop();
        Assert.IsEmpty(watch.Wrong, string.Join("\n", watch.Wrong));
        Assert.IsTrue(
            Directory.EnumerateFiles(pages.Root, "app_offline.htm*").Any(
                file => File.ReadAllText(file) == "<p>by hand</p>"),
            "What somebody else put there is gone.");
    }

    /// <summary>Pages that cannot be written in one go.</summary>
    private static PublishedPages Large()
        => new PublishedPages()
            .Page("503.html", PublishedPages.Html("en", new string('a', 3_000_000)))
            .Page("502.html", PublishedPages.Html("en", new string('b', 3_000_000)), 502)
            .Manifest();

    private static Process Start(PublishedPages pages, params string[] arguments)
    {
        var start = new ProcessStartInfo(DotnetCommand.HostPath)
        {
            WorkingDirectory = pages.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in new[] { "exec", Tool }.Concat(arguments))
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        return Process.Start(start) ?? throw new InvalidOperationException("The command did not start.");
    }

    /// <summary>Until something is being written beside, and a moment longer.</summary>
    private async Task WritingAsync(string folder, int milliseconds)
    {
        var known = Directory.GetFiles(folder, "*.tmp").Length;
        while (Directory.GetFiles(folder, "*.tmp").Length == known)
        {
            await Task.Delay(1, test.CancellationToken);
        }

        await Task.Delay(milliseconds, test.CancellationToken);
    }

    private async Task EndAsync(Process run, Task? killAfter)
    {
        using (run)
        {
            var output = run.StandardOutput.ReadToEndAsync(test.CancellationToken);
            var error = run.StandardError.ReadToEndAsync(test.CancellationToken);
            if (killAfter is not null)
            {
                await Task.WhenAny(killAfter, run.WaitForExitAsync(test.CancellationToken));
                run.Kill();
            }

            await run.WaitForExitAsync(test.CancellationToken);
            if (killAfter is null)
            {
                Assert.AreEqual(ExitCode.Success, run.ExitCode, await output + await error);
            }
        }
    }

    /// <summary>Reads the file as fast as it can, as a server does.</summary>
    private sealed class Watch : IDisposable
    {
        private readonly Thread thread;
        private volatile bool isOver;

        public Watch(string path, string[] wholes)
        {
            thread = new Thread(() => Look(path, wholes)) { IsBackground = true };
            thread.Start();
        }

        public int Looks { get; private set; }

        public List<string> Wrong { get; } = [];

        public void Stop()
        {
            isOver = true;
            thread.Join();
        }

        public void Dispose() => Stop();

        private void Look(string path, string[] wholes)
        {
            while (!isOver)
            {
                try
                {
                    var content = File.ReadAllText(path);
                    Looks++;
                    if (!wholes.Contains(content))
                    {
                        Wrong.Add($"{content.Length} characters, and none of the pages");
                    }
                }
                catch (FileNotFoundException)
                {
                    Looks++;
                }
                catch (IOException locked)
                {
                    // IIS answers with an empty page then.
                    Wrong.Add(locked.Message);
                }

                Thread.Sleep(1);
            }
        }
    }
}
