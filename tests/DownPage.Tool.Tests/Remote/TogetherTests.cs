using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using DownPage.DownFile;

namespace DownPage.Tool.Tests.Remote;

/// <summary>Tools at the down file and clients of the endpoint write at once: none loses a change without being told.</summary>
[TestClass]
public sealed class TogetherTests
{
    private const int Writers = 4;
    private const int Changes = 250;

    public TestContext TestContext { get; set; } = null!;

    private CancellationToken Token => TestContext.CancellationToken;

    [TestMethod]
    [Timeout(180_000, CooperativeCancellation = true)]
    public async Task Windows_AddedByToolsAndTheEndpoint_AreAllThere()
    {
        await using var site = await RemoteSite.StartAsync(("Endpoint:ChangesPerMinute", "10000"));
        var watch = Stopwatch.StartNew();

        // 1,000 changes: two writers at the file as the command does it, one at the endpoint as the command does it, one
        // as a client of HTTP. Each adds a window and takes every other one away again.
        var told = await Task.WhenAll(
            WriteAsync("file-a", arguments => ToolRun.RunAsync(
                site.Root, TimeProvider.System, [.. arguments, "--file", site.DownFile])),
            WriteAsync("file-b", arguments => ToolRun.RunAsync(
                site.Root, TimeProvider.System, [.. arguments, "--file", site.DownFile])),
            WriteAsync("endpoint", arguments => site.RunAsync(Token, arguments)),
            WriteByHttpAsync(site));

        var expected = told.SelectMany(done => done).Order(StringComparer.Ordinal).ToArray();
        var written = DownFileReader.Read(await File.ReadAllBytesAsync(site.DownFile, Token)).Document;
        var found = (written?.Windows ?? []).Select(window => window.Name).Order(StringComparer.Ordinal).ToArray();
        CollectionAssert.AreEqual(expected, found);
        TestContext.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Writers * Changes} changes in {watch.Elapsed.TotalSeconds:0.0} s, {found.Length} windows left"));
        Assert.HasCount(Writers * Changes / 10 * 2, found);
    }

    [TestMethod]
    [Timeout(180_000, CooperativeCancellation = true)]
    public async Task Down_ByToolsOfTheirOwnProcessAndTheEndpoint_IsInTheHistoryEachTime()
    {
        const int times = 8;
        await using var site = await RemoteSite.StartAsync();

        var codes = await Task.WhenAll(
            RepeatAsync(times, number => ProcessAsync(site, "process-a", number)),
            RepeatAsync(times, number => ProcessAsync(site, "process-b", number)),
            RepeatAsync(times, async number => (await site.RunAsync(
                Token, "down", "--actor", Who("endpoint", number), "--reason", "at once")).ExitCode));

        // What was refused was told by its exit code; everything else is in the history, once.
        var history = await File.ReadAllTextAsync(Path.ChangeExtension(site.DownFile, ".history.jsonl"), Token);
        foreach (var (writer, row) in new[] { "process-a", "process-b", "endpoint" }.Zip(codes))
        {
            for (var number = 0; number < times; number++)
            {
                Assert.AreEqual(
                    row[number] == ExitCode.Success ? 2 : 1,
                    history.Split(Who(writer, number)).Length,
                    $"{writer} {number}: exit code {row[number]}");
            }
        }

        Assert.IsTrue(codes.All(row => row.Contains(ExitCode.Success)));
    }

    private static string Who(string writer, int number)
        => string.Create(CultureInfo.InvariantCulture, $"{writer}-no-{number:00}!");

    private static async Task<int[]> RepeatAsync(int times, Func<int, Task<int>> run)
    {
        var codes = new int[times];
        for (var number = 0; number < times; number++)
        {
            codes[number] = await run(number);
        }

        return codes;
    }

    /// <summary>The command as users run it.</summary>
    private async Task<int> ProcessAsync(RemoteSite site, string writer, int number)
    {
        var tool = typeof(CommandLine).Assembly.Location;
        var start = new ProcessStartInfo(
            DotnetCommand.HostPath,
            ["exec", tool, "down", "--file", site.DownFile, "--actor", Who(writer, number), "--reason", "at once"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("It did not start.");
        var said = await process.StandardError.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);
        Assert.IsTrue(process.ExitCode == ExitCode.Success || said.Contains("error DP", StringComparison.Ordinal), said);
        return process.ExitCode;
    }

    /// <returns>The windows that should be there in the end.</returns>
    private static async Task<List<string>> WriteAsync(string writer, Func<string[], Task<ToolRun>> run)
    {
        var there = new List<string>();
        for (var number = 0; number < Changes; number++)
        {
            // Of five changes, four come and go; what a run does not do, it says by its exit code, and it is done again.
            var name = string.Create(CultureInfo.InvariantCulture, $"{writer} {number / 5}-{number % 5 / 2}");
            string[] arguments = number % 5 is 1 or 3
                ? ["schedule", "remove", name]
                : ["schedule", "add", name, "--days", "sunday", "--time", "03:00", "--duration", "30m"];
            var done = await run(arguments);
            for (var tries = 0; tries < 20 && done.ExitCode != ExitCode.Success; tries++)
            {
                Assert.StartsWith("error DP", done.Error);
                done = await run(arguments);
            }

            Assert.AreEqual(ExitCode.Success, done.ExitCode, done.Error);
            if (arguments[1] == "add")
            {
                there.Add(name);
            }
            else
            {
                there.Remove(name);
            }
        }

        return there;
    }

    private async Task<List<string>> WriteByHttpAsync(RemoteSite site)
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", RemoteSite.Secret);
        return await WriteAsync("http", async arguments =>
        {
            var (_, command, name) = (arguments[0], arguments[1], arguments[2]);
            using var request = command == "add"
                ? new HttpRequestMessage(HttpMethod.Post, site.Url + "/schedule")
                {
                    Content = new StringContent(
                        $$"""{ "name": "{{name}}", "days": ["sunday"], "time": "03:00", "duration": "00:30:00" }""",
                        Encoding.UTF8,
                        "application/json"),
                }
                : new HttpRequestMessage(HttpMethod.Delete, site.Url + "/schedule/" + Uri.EscapeDataString(name));
            using var response = await client.SendAsync(request, Token);
            return new ToolRun(
                response.IsSuccessStatusCode ? ExitCode.Success : ExitCode.Failure,
                "",
                response.IsSuccessStatusCode ? "" : "error DP: " + await response.Content.ReadAsStringAsync(Token));
        });
    }
}
