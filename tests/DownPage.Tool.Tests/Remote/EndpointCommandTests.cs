using System.Net;
using System.Text;
using DownPage.RenderProtocol;
using DownPage.Status;

namespace DownPage.Tool.Tests.Remote;

/// <summary>Every command that reads or changes a state, against an app that runs.</summary>
[TestClass]
public sealed class EndpointCommandTests
{
    public TestContext TestContext { get; set; } = null!;

    private CancellationToken Token => TestContext.CancellationToken;

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    public async Task Down_ThenUp_IsWhatVisitorsSee()
    {
        await using var site = await RemoteSite.StartAsync();
        using var visitor = new HttpClient();

        var down = await site.RunAsync(
            Token, "down", "--for", "20m", "--message", "Back at six.", "--reason", "migration 42");
        using var refused = await visitor.GetAsync(site.Address, Token);
        var status = await site.RunAsync(Token, "status");
        var up = await site.RunAsync(Token, "up");
        using var open = await visitor.GetAsync(site.Address, Token);

        Assert.AreEqual(ExitCode.Success, down.ExitCode, down.Error);
        Assert.AreEqual("", down.Error);
        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Contains("Back at six.", await refused.Content.ReadAsStringAsync(Token));
        Assert.AreEqual(ExitCode.Down, status.ExitCode);
        Assert.Contains("migration 42", status.Out);
        Assert.Contains("deploy (anna)", status.Out);
        Assert.AreEqual(ExitCode.Success, up.ExitCode, up.Error);
        Assert.AreEqual(HttpStatusCode.OK, open.StatusCode);
    }

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    public async Task Down_WithAllOptions_ArrivesAtTheApp()
    {
        await using var site = await RemoteSite.StartAsync();

        var run = await site.RunAsync(
            Token,
            "down", "--forever", "--mode", "read-only", "--scope", "path:/billing", "--allow", "203.0.113.0/24",
            "--retry-after", "10m", "--refresh", "30s", "--status", "500", "--with-secret", "--json");

        Assert.AreEqual(ExitCode.Success, run.ExitCode, run.Error);
        var status = StatusReader.Read(Encoding.UTF8.GetBytes(run.Out));
        Assert.IsNull(status.Until);
        Assert.AreEqual("readOnly", status.Mode);
        Assert.AreEqual("path:/billing", Assert.ContainsSingle(status.Scopes));
        Assert.AreEqual("203.0.113.0/24", Assert.ContainsSingle(status.AllowNetworks));
        Assert.AreEqual(TimeSpan.FromMinutes(10), status.RetryAfter);
        Assert.AreEqual(TimeSpan.FromSeconds(30), status.Refresh);
        Assert.AreEqual(500, status.StatusCode);
        Assert.Contains("secretHash", await File.ReadAllTextAsync(site.DownFile, Token));
    }

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    public async Task Down_OfASiteThatIsDown_ChangesWhatIsGiven()
    {
        await using var site = await RemoteSite.StartAsync();
        await site.RunAsync(Token, "down", "--message", "First.", "--retry-after", "10m");

        var run = await site.RunAsync(Token, "down", "--message", "Second.", "--json");

        var status = StatusReader.Read(Encoding.UTF8.GetBytes(run.Out));
        Assert.AreEqual("Second.", status.Message);
        Assert.AreEqual(TimeSpan.FromMinutes(10), status.RetryAfter);
    }

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    public async Task Down_TwiceAtOnce_TellsTheSecond()
    {
        await using var site = await RemoteSite.StartAsync();

        // Between the command's look and its change, somebody else takes the site down.
        var isFirst = true;
        site.Before = async context =>
        {
            if (context.Request.Method == "PUT" && isFirst)
            {
                isFirst = false;
                await site.RunAsync(Token, "down", "--reason", "the disk", "--retry-after", "10m", "--actor", "bert");
            }
        };

        var run = await site.RunAsync(Token, "down", "--message", "Back soon.", "--json");

        Assert.AreEqual(ExitCode.Success, run.ExitCode, run.Error);
        Assert.Contains("warning: At the same moment deploy (bert) took the site down (the disk).", run.Error);
        var status = StatusReader.Read(Encoding.UTF8.GetBytes(run.Out));
        Assert.AreEqual("Back soon.", status.Message);
        Assert.AreEqual(TimeSpan.FromMinutes(10), status.RetryAfter);
    }

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    public async Task Down_OfASiteThatJustCameUp_TakesItDown()
    {
        await using var site = await RemoteSite.StartAsync();
        await site.RunAsync(Token, "down");
        var isFirst = true;
        site.Before = async context =>
        {
            if (context.Request.Method == "PATCH" && isFirst)
            {
                isFirst = false;
                await site.RunAsync(Token, "up");
            }
        };

        var run = await site.RunAsync(Token, "down", "--message", "Back soon.", "--json");

        Assert.AreEqual(ExitCode.Success, run.ExitCode, run.Error);
        Assert.AreEqual("Back soon.", StatusReader.Read(Encoding.UTF8.GetBytes(run.Out)).Message);
    }

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    public async Task Extend_OfASiteThatIsDown_MovesTheEnd()
    {
        await using var site = await RemoteSite.StartAsync();
        var refused = await site.RunAsync(Token, "extend", "20m");
        var down = await site.RunAsync(Token, "down", "--for", "10m", "--json");

        var run = await site.RunAsync(Token, "extend", "20m", "--json");

        Assert.AreEqual(ExitCode.Failure, refused.ExitCode);
        Assert.StartsWith($"error {DiagnosticCodes.SiteNotDown}: ", refused.Error);
        Assert.AreEqual(ExitCode.Success, run.ExitCode, run.Error);
        Assert.AreEqual(
            TimeSpan.FromMinutes(20),
            StatusReader.Read(Encoding.UTF8.GetBytes(run.Out)).Until
                - StatusReader.Read(Encoding.UTF8.GetBytes(down.Out)).Until);
    }

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    public async Task Schedule_AddedListedAndRemoved_IsTheApps()
    {
        await using var site = await RemoteSite.StartAsync();

        var added = await site.RunAsync(
            Token, "schedule", "add", "night run", "--days", "sunday", "--time", "03:00", "--duration", "30m",
            "--time-zone", "UTC");
        var again = await site.RunAsync(
            Token, "schedule", "add", "night run", "--days", "sunday", "--time", "03:00", "--duration", "30m");
        var listed = await site.RunAsync(Token, "schedule", "list");
        var removed = await site.RunAsync(Token, "schedule", "remove", "night run");
        var missing = await site.RunAsync(Token, "schedule", "remove", "night run");

        Assert.AreEqual(ExitCode.Success, added.ExitCode, added.Error);
        Assert.StartsWith($"error {DiagnosticCodes.WindowExists}: ", again.Error);
        Assert.Contains("night run", listed.Out);
        Assert.AreEqual(ExitCode.Success, removed.ExitCode, removed.Error);
        Assert.StartsWith($"error {DiagnosticCodes.NoSuchWindow}: ", missing.Error);
    }

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    public async Task History_OfChanges_SaysWhoAndWhy()
    {
        await using var site = await RemoteSite.StartAsync();
        await site.RunAsync(Token, "down", "--reason", "migration 42", "--actor", "bert");
        await site.RunAsync(Token, "up");

        var run = await site.RunAsync(Token, "history");

        Assert.AreEqual(ExitCode.Success, run.ExitCode, run.Error);
        Assert.Contains("deploy (bert)", run.Out);
        Assert.Contains("migration 42", run.Out);
        Assert.Contains("endpoint", run.Out);
    }

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    [DataRow("wrong-token", DisplayName = "Another token")]
    [DataRow(null, DisplayName = "None")]
    public async Task Token_ThatIsWrong_IsTold(string? token)
    {
        await using var site = await RemoteSite.StartAsync();

        var run = await RemoteRun.RunAsync(site.Url, token, Token, "down");

        Assert.AreEqual(ExitCode.Failure, run.ExitCode);
        Assert.StartsWith($"error {DiagnosticCodes.OperatorRefused}: ", run.Error);
        Assert.IsFalse(File.Exists(site.DownFile));
    }

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    public async Task Values_ThatTheAppRefuses_AreTold()
    {
        await using var site = await RemoteSite.StartAsync();

        var run = await site.RunAsync(Token, "down", "--scope", "planet:mars");

        Assert.AreNotEqual(ExitCode.Success, run.ExitCode);
        Assert.Contains("planet:mars", run.Error);
        Assert.IsFalse(File.Exists(site.DownFile));
    }

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    public async Task Configuration_ThatDecides_IsTold()
    {
        await using var site = await RemoteSite.StartAsync(("Enabled", "false"));

        var run = await site.RunAsync(Token, "down");

        Assert.StartsWith($"error {DiagnosticCodes.ConfigurationDecides}: ", run.Error);
        Assert.Contains("MaintenanceMode:Enabled", run.Error);
    }

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    public async Task Changes_ThatAreTooMany_AreTold()
    {
        await using var site = await RemoteSite.StartAsync(("Endpoint:ChangesPerMinute", "1"));
        await site.RunAsync(Token, "down");

        var run = await site.RunAsync(Token, "up");

        Assert.StartsWith($"error {DiagnosticCodes.EndpointRefused}: ", run.Error);
        Assert.Contains("Try again in ", run.Error);
    }

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    public async Task Command_BehindDown_HoldsTheSiteDownThroughTheEndpoint()
    {
        await using var site = await RemoteSite.StartAsync();
        string[] program = OperatingSystem.IsWindows() ? ["cmd", "/c", "exit 7"] : ["sh", "-c", "exit 7"];

        var run = await site.RunAsync(Token, ["down", "--for", "1m", "--wait-nodes", "1", "--", .. program]);

        Assert.AreEqual(7, run.ExitCode, run.Error);
        Assert.Contains("The site is up again.", run.Error);
        Assert.AreEqual(ExitCode.Success, (await site.RunAsync(Token, "status")).ExitCode);
    }

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    public async Task Command_BehindDownOfASiteThatWasDown_LeavesItAsItWas()
    {
        await using var site = await RemoteSite.StartAsync();
        await site.RunAsync(Token, "down", "--message", "Before.", "--forever");
        string[] program = OperatingSystem.IsWindows() ? ["cmd", "/c", "exit 0"] : ["true"];

        var run = await site.RunAsync(Token, ["down", "--message", "While.", "--", .. program]);

        Assert.AreEqual(ExitCode.Success, run.ExitCode, run.Error);
        var status = StatusReader.Read(Encoding.UTF8.GetBytes((await site.RunAsync(Token, "status", "--json")).Out));
        Assert.AreEqual("Before.", status.Message);
        Assert.IsNull(status.Until);
    }
}
