namespace DownPage.Tool.Tests.Remote;

/// <summary><c>downpage status --watch</c>.</summary>
[TestClass]
public sealed class StatusWatchTests
{
    public TestContext TestContext { get; set; } = null!;

    private CancellationToken Token => TestContext.CancellationToken;

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    public async Task Watch_WithoutTerminal_IsALineForEachChange()
    {
        await using var site = await RemoteSite.StartAsync();
        await using var watch = Watch(site, isTerminal: false);
        await watch.SeesAsync("  UP", Token);

        await site.RunAsync(Token, "down", "--reason", "the disk", "--actor", "bert");
        await watch.SeesAsync("  taken down by deploy (bert) (endpoint) until ", Token);
        await site.RunAsync(Token, "up");
        await watch.SeesAsync("  taken up by deploy (anna) (endpoint) after ", Token);
        var (exitCode, text) = await watch.EndAsync();

        Assert.AreEqual(ExitCode.Success, exitCode);
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.HasCount(3, lines);
        Assert.Contains(": the disk", lines[1]);
        Assert.DoesNotContain("\x1b", text);
    }

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    public async Task Watch_OnATerminal_DrawsInPlaceAndCountsDown()
    {
        await using var site = await RemoteSite.StartAsync();
        await site.RunAsync(Token, "down", "--for", "10m", "--message", new string('x', 300));
        await using var watch = Watch(site, isTerminal: true);

        await watch.SeesAsync("9 min 58 s left", Token);
        await site.RunAsync(Token, "up");
        await watch.SeesAsync("taken up by", Token);
        var (exitCode, text) = await watch.EndAsync();

        Assert.AreEqual(ExitCode.Success, exitCode);
        Assert.Contains("\x1b[31mDOWN", text);
        Assert.Contains("A\x1b[J", text);

        // What is drawn in its place must not be broken into two lines by the terminal.
        var drawn = text.Split("\x1b[J")[1].Split('\n').Where(line => line.Contains("xxx", StringComparison.Ordinal));
        Assert.IsTrue(drawn.All(line => Output.Palette.WidthOf(line) < 80));
    }

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    public async Task Watch_OfAnAppThatGoesAway_SaysSoOnceAndGoesOn()
    {
        await using var site = await RemoteSite.StartAsync();
        await using var watch = Watch(site, isTerminal: false);
        await watch.SeesAsync("  UP", Token);

        site.Before = context =>
        {
            context.Response.StatusCode = 502;
            return context.Response.CompleteAsync();
        };
        await watch.SeesAsync("  not known: ", Token);
        await Task.Delay(500, Token);
        site.Before = _ => Task.CompletedTask;
        await watch.SeesAsync("  UP", Token, times: 2);
        var (_, text) = await watch.EndAsync();

        Assert.HasCount(3, text.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    public async Task Watch_ThatCannotBegin_IsAnError()
    {
        var run = await RemoteRun.RunAsync("http://127.0.0.1:9/", "token", Token, "status", "--watch");

        Assert.AreEqual(ExitCode.Failure, run.ExitCode);
        Assert.StartsWith("error DP0523: ", run.Error);
    }

    private static RunningWatch Watch(RemoteSite site, bool isTerminal) => new(site.Url, isTerminal);
}
