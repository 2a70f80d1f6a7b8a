using System.Diagnostics;
using System.Globalization;
using System.Text;
using DownPage.RenderProtocol;
using DownPage.Status;

namespace DownPage.Tool.Tests.Remote;

/// <summary>The commands with <c>--through-app</c>.</summary>
[TestClass]
public sealed class ThroughAppCommandTests
{
    public TestContext TestContext { get; set; } = null!;

    private CancellationToken Token => TestContext.CancellationToken;

    [TestMethod]
    [Timeout(180_000, CooperativeCancellation = true)]
    public async Task App_WithADownFile_IsTakenDownAndUp()
    {
        using var app = new OperatorApp();

        var down = await RunAsync(app, "down", "--message", "Back at six.", "--reason", "disk", "--for", "20m", "--json");
        var written = await File.ReadAllTextAsync(app.DownFile, Token);
        var history = await RunAsync(app, "history");
        var up = await RunAsync(app, "up");

        Assert.AreEqual(ExitCode.Success, down.ExitCode, down.Error);
        var status = StatusReader.Read(Encoding.UTF8.GetBytes(down.Out));
        Assert.IsTrue(status.Down);
        Assert.AreEqual("anna", status.Actor);
        Assert.IsEmpty(status.Nodes, "The process that answers is no node.");
        Assert.Contains("Back at six.", written);
        Assert.Contains("disk", history.Out);
        Assert.Contains("command", history.Out);
        Assert.AreEqual(ExitCode.Success, up.ExitCode, up.Error);
        Assert.IsFalse(File.Exists(app.DownFile));
        CollectionAssert.AreEqual(new[] { "main" }, app.Ran);
    }

    [TestMethod]
    [Timeout(180_000, CooperativeCancellation = true)]
    public async Task App_WithASharedStore_IsChangedThereAndItsNodesFollow()
    {
        using var shared = new TempFolder();
        var settings = FarmSettings(shared);
        using var first = new OperatorApp("", settings);
        using var second = new OperatorApp("", settings);
        using var one = Started(first);
        using var other = Started(second);
        try
        {
            await WaitForAsync(() => first.Ran.Contains("start") && second.Ran.Contains("start"));

            var both = await RunAsync(first, "down", "--message", "Moving.", "--wait-nodes", "2", "--timeout", "30s");
            var status = await RunAsync(second, "status", "--json");
            var three = await RunAsync(first, "up", "--wait-nodes", "3", "--timeout", "3s");

            Assert.AreEqual(ExitCode.Success, both.ExitCode, both.Error);
            Assert.Contains("2 nodes have followed after ", both.Error);
            var seen = StatusReader.Read(Encoding.UTF8.GetBytes(status.Out));
            Assert.AreEqual("sharedStore", seen.Source);
            Assert.HasCount(2, seen.Nodes);
            Assert.IsTrue(seen.Nodes.All(node => node.Down));
            Assert.AreEqual(ExitCode.NotFollowed, three.ExitCode, three.Error);
            Assert.Contains($"error {DiagnosticCodes.NodesNotFollowed}: ", three.Error);
            Assert.Contains("of 3 nodes", three.Error);
            Assert.Contains("1 more has not reported at all.", three.Error);
        }
        finally
        {
            one.Kill(entireProcessTree: true);
            other.Kill(entireProcessTree: true);
        }
    }

    [TestMethod]
    [Timeout(180_000, CooperativeCancellation = true)]
    public async Task Node_ThatStandsStill_IsNamed()
    {
        if (!Command.IsInstalled("kill"))
        {
            Assert.Inconclusive("There is no 'kill' here to make a process stand still.");
        }

        using var shared = new TempFolder();
        using var app = new OperatorApp("", FarmSettings(shared));
        using var node = Started(app);
        try
        {
            await WaitForAsync(() => app.Ran.Contains("start"));
            await RunAsync(app, "status", "--wait-nodes", "1", "--timeout", "30s");
            using (var stop = Process.Start("kill", ["-STOP", node.Id.ToString(CultureInfo.InvariantCulture)]))
            {
                await stop.WaitForExitAsync(Token);
            }

            var run = await RunAsync(app, "down", "--wait-nodes", "1", "--timeout", "2s");

            Assert.AreEqual(ExitCode.NotFollowed, run.ExitCode, run.Error);
            Assert.Contains("0 of 1 nodes have followed within 2 s. Missing: ", run.Error);
            Assert.Contains(string.Create(CultureInfo.InvariantCulture, $":{node.Id} (seen "), run.Error);
        }
        finally
        {
            node.Kill(entireProcessTree: true);
        }
    }

    private static string FarmSettings(TempFolder shared)
        => $$"""
            , "Store": "{{shared.Root}}", "MaintenanceMode": {
              "Farm": { "Interval": "00:00:00.5", "Heartbeat": "00:00:10", "KeyPrefix": "test:" } }
            """;

    private static Process Started(OperatorApp app)
        => Process.Start(new ProcessStartInfo(Targets.AppProgram.Find(app.Root).File)
        {
            WorkingDirectory = app.Root,
            RedirectStandardOutput = true,
        }) ?? throw new InvalidOperationException("It did not start.");

    private Task<ToolRun> RunAsync(OperatorApp app, string command, params string[] arguments)
        => RemoteRun.RunAsync("", null, Token, [command, "--app", app.Root, "--through-app", .. arguments]);

    private async Task WaitForAsync(Func<bool> holds)
    {
        while (!holds())
        {
            await Task.Delay(50, Token);
        }
    }
}
