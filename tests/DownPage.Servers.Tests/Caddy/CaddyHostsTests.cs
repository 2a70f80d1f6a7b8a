using DownPage.Servers.Tests.Harness;
using DownPage.Servers.Tests.Http;
using DownPage.Servers.Tests.Scenarios;

namespace DownPage.Servers.Tests.Caddy;

/// <summary>The import beside what users have in their sites.</summary>
[TestClass]
[DoNotParallelize]
public sealed class CaddyHostsTests(TestContext test) : IAsyncDisposable
{
    private static readonly SemaphoreSlim Starting = new(1);
    private static RunningFront? front;

    private static RunningFront Front => front ?? throw new InvalidOperationException("It is not started.");

    [TestInitialize]
    public async Task StartAsync()
    {
        if (!Command.IsInstalled("caddy"))
        {
            Assert.Inconclusive("There is no caddy on this machine.");
        }

        await Starting.WaitAsync(test.CancellationToken);
        front ??= await RunningFront.StartAsync(new CaddyHosts(), test.CancellationToken);
        File.Delete(front.Setup.FlagFile);
    }

    public ValueTask DisposeAsync()
    {
        if (Starting.CurrentCount == 0)
        {
            Starting.Release();
        }

        return ValueTask.CompletedTask;
    }

    [ClassCleanup]
    public static async Task EndAsync()
    {
        if (front is not null)
        {
            await front.EndAsync();
        }
    }

    [TestMethod]
    [DataRow("own-after.test", "/shop/x", DisplayName = "an own handle_errors after the import")]
    [DataRow("own-around.test", "/shop/x", DisplayName = "an own handle_errors around it")]
    [DataRow("blocks.test", "/shop/x", DisplayName = "an own handle for all")]
    [DataRow("blocks.test", "/a/path/that/is/longer/than/any/of/ours/in/its/length/x", DisplayName = "an own handle")]
    [DataRow("blocks.test", "/stripped/shop/x", DisplayName = "an own handle_path")]
    [DataRow("blocks.test", "/routed/x", DisplayName = "an own route")]
    [DataRow("blocks.test", "/renamed", DisplayName = "an own rewrite")]
    [Timeout(Limits.Test)]
    public async Task Gone_InASiteOfAnyKind_ShowsThePage(string host, string target)
    {
        await Front.App.KillAsync();

        var answer = await AskAsync(host, target);

        AssertPage(answer, 502, "502");
    }

    [TestMethod]
    [Timeout(Limits.Test)]
    public async Task OtherError_WithAnOwnHandlerAroundIt_IsLeftToIt()
    {
        var answer = await AskAsync("own-around.test", "/missing");

        Assert.AreEqual(404, answer.Status, answer.ToString());
        Assert.AreEqual("own 404", answer.Text);
    }

    [TestMethod]
    [Timeout(Limits.Test)]
    public async Task Gone_WithAnOwnHandlerForAllBeforeTheImport_IsNotOurs()
    {
        await Front.App.KillAsync();

        var answer = await AskAsync("own-unconditional-before.test", "/");

        Assert.AreEqual("own 502", answer.Text, "The guide says so: the import has to stand before it.");
    }

    [TestMethod]
    [DataRow("own-around.test", "/missing", DisplayName = "an error of the site's own")]
    [DataRow("locked.test", "/", DisplayName = "a password")]
    [DataRow("blocks.test", "/a/path/that/is/longer/than/any/of/ours/in/its/length/x", DisplayName = "an own handle")]
    [DataRow("blocks.test", "/stripped/shop/x", DisplayName = "an own handle_path")]
    [DataRow("blocks.test", "/routed/x", DisplayName = "an own route")]
    [DataRow("blocks.test", "/renamed", DisplayName = "an own rewrite")]
    [DataRow("blocks.test", "/old", DisplayName = "an own redir")]
    [DataRow("blocks.test", "/own", DisplayName = "an own respond")]
    [DataRow("blocks.test", "/", DisplayName = "an own try_files")]
    [Timeout(Limits.Test)]
    public async Task Down_InASiteOfAnyKind_ShowsThePageBeforeAnythingElse(string host, string target)
    {
        await Front.App.StartAsync(test.CancellationToken);
        await File.WriteAllTextAsync(Front.Setup.FlagFile, "", test.CancellationToken);

        var answer = await AskAsync(host, target);

        AssertPage(answer, 503, "maintenance");
    }

    [TestMethod]
    [Timeout(Limits.Test)]
    public async Task Up_InASiteWithEverything_IsAsTheUserWroteIt()
    {
        await Front.App.StartAsync(test.CancellationToken);

        Assert.AreEqual(401, (await AskAsync("locked.test", "/")).Status);
        Assert.AreEqual(302, (await AskAsync("blocks.test", "/old")).Status);
        Assert.AreEqual("own answer", (await AskAsync("blocks.test", "/own")).Text);
        Assert.IsTrue((await AskAsync("blocks.test", "/renamed")).IsOfApp);
        Assert.IsTrue((await AskAsync("blocks.test", "/stripped/shop/x")).IsOfApp);
    }

    [TestMethod]
    [Timeout(Limits.Test)]
    public async Task Gone_WithPassiveChecks_ShowsThePageForTheOtherStatusToo()
    {
        await Front.App.KillAsync();

        var first = await AskAsync("failing.test", "/");
        var second = await AskAsync("failing.test", "/");
        await Front.App.StartAsync(test.CancellationToken);
        await Task.Delay(TimeSpan.FromSeconds(2.5), test.CancellationToken);
        var back = await AskAsync("failing.test", "/shop/x");

        AssertPage(first, 502, "502");
        AssertPage(second, 503, "503");
        Assert.IsTrue(back.IsOfApp, back.ToString());
    }

    [TestMethod]
    [DataRow("br", "br", DisplayName = "brotli")]
    [DataRow("gzip", "gzip", DisplayName = "gzip")]
    [DataRow("gzip, br", "br", DisplayName = "both")]
    [DataRow("identity", null, DisplayName = "neither")]
    [Timeout(Limits.Test)]
    public async Task Gone_InASiteThatCompresses_SendsWhatTheBuildCompressed(string accepted, string? expected)
    {
        await Front.App.KillAsync();

        var answer = await AskAsync("blocks.test", "/", ("Accept-Encoding", accepted));

        Assert.AreEqual(expected, answer.Header("Content-Encoding"), answer.ToString());
        Assert.AreSequenceEqual(Front.Pages.Bytes(Front.Pages.Find("502"), expected), answer.Body);
    }

    private async Task<RawAnswer> AskAsync(string host, string target, params (string, string)[] headers)
        => await RawConnection.AskAsync(
            Front.Setup.Port, new RawRequest("GET", target, headers) { Host = host }, test.CancellationToken);

    private static void AssertPage(RawAnswer answer, int status, string key)
    {
        Assert.AreEqual(status, answer.Status, answer.ToString());
        Assert.AreEqual("no-store", answer.Header("Cache-Control"), answer.ToString());
        Assert.AreSequenceEqual(Front.Pages.Bytes(Front.Pages.Find(key), null), answer.Body, answer.ToString());
    }
}
