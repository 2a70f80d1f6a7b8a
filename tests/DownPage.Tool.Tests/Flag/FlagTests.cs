using System.Runtime.Versioning;

namespace DownPage.Tool.Tests.Flag;

/// <summary>The flag for front-end servers, as the command keeps it.</summary>
[TestClass]
public sealed class FlagTests(TestContext test) : IDisposable
{
    private readonly AppSite site = new();

    private string Flag => site.PathOf("maintenance.on");

    public void Dispose() => site.Dispose();

    [TestMethod]
    public async Task DownAndUp_FlagComesAndGoesAndNothingIsSaid()
    {
        var down = await site.DoAsync("down");
        Assert.AreEqual("Written by DownPage while the site is down; `downpage up` removes it.\n", await ReadAsync());
        Assert.AreEqual("", down.Error);

        var up = await site.DoAsync("up");
        Assert.IsFalse(File.Exists(Flag));
        Assert.AreEqual("", up.Error);
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    [UnsupportedOSPlatform("windows")]
    public async Task Down_WithAStrictUmask_ServersMayReadTheFlag()
    {
        using var shell = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(
            "sh",
            ["-c", $"umask 077; exec '{DotnetCommand.HostPath}' exec --roll-forward LatestMajor "
                + $"'{Path.Combine(AppContext.BaseDirectory, "DownPage.Tool.dll")}' down --app '{site.Root}'"])
        {
            RedirectStandardOutput = true,
        });
        Assert.IsNotNull(shell);
        await shell.WaitForExitAsync(test.CancellationToken);

        Assert.AreEqual(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead,
            File.GetUnixFileMode(Flag));
    }

    [TestMethod]
    [DataRow("--reason x --retry-after 5m --refresh 30s --actor b", null)]
    [DataRow("--with-secret", null)]
    [DataRow("--forever", null)]
    [DataRow("--status 503", null)]
    [DataRow("--message x", "the message")]
    [DataRow("--mode read-only", "read-only mode")]
    [DataRow("--scope path:/billing", "the parts that are down")]
    [DataRow("--allow 203.0.113.0/24", "the networks that pass this time")]
    [DataRow("--redirect /status", "the redirect")]
    [DataRow("--status 500 --message x", "the message, the status 500")]
    public async Task Down_WithOptions_FlagIsThereUnlessOnlyTheAppCanFollowAndThenItIsTold(string options, string? reason)
    {
        Directory.CreateDirectory(site.PathOf("_downpage/conf"));
        LetOthersWrite(site.Root);

        var run = await site.DoAsync(["down", .. options.Split(' ')]);

        Assert.AreEqual(reason is null, File.Exists(Flag));
        Assert.AreEqual(
            reason is null
                ? ""
                : $"warning: Front-end servers leave the answer to the app, because of {reason}: while the app is gone, visitors "
                    + "see the page for 502.",
            run.Error.TrimEnd());
    }

    [TestMethod]
    public async Task Down_WithAMessageWhereNoFrontEndIsConfigured_SaysNothing()
        => Assert.AreEqual("", (await site.DoAsync("down", "--message", "x")).Error);

    [TestMethod]
    public async Task Down_AgainWithAMessage_TakesTheFlagAway()
    {
        await site.DoAsync("down");

        await site.DoAsync("down", "--message", "Back at six.");

        Assert.IsFalse(File.Exists(Flag));
    }

    [TestMethod]
    [DataRow("""{ "Allow": { "Roles": [ "Operator" ] } }""", false)]
    [DataRow("""{ "Allow": { "Authenticated": true } }""", false)]
    [DataRow("""{ "Allow": { "Authenticated": false, "Roles": [], "Networks": [ "10.0.0.0/8" ], "Paths": [ "/login" ] } }""", true)]
    [DataRow("""{ "SignOut": "Refused" }""", false)]
    [DataRow("""{ "SignOut": "nobody" }""", true)]
    [DataRow("""{ "Message": "x" }""", false)]
    [DataRow("""{ "Mode": "ReadOnly" }""", false)]
    [DataRow("""{ "Scopes": [ "path:/a" ] }""", false)]
    [DataRow("""{ "StatusCode": 500 }""", false)]
    [DataRow("""{ "FlagFile": "" }""", false)]
    [DataRow("""{ "Enabled": true }""", true)]
    public async Task Down_OfAnAppWithSettings_FollowsThem(string settings, bool expected)
    {
        using var set = new AppSite($$"""{ "MaintenanceMode": {{settings}} }""");

        await set.DoAsync("down");

        Assert.AreEqual(expected, File.Exists(set.PathOf("maintenance.on")));
    }

    [TestMethod]
    public async Task Down_FlagElsewhere_IsWrittenThere()
    {
        using var other = new AppSite("""{ "MaintenanceMode": { "FlagFile": "run/shop.flag", "DownFile": "state/down.json" } }""");
        other.Write("run/x", "");
        other.Write("state/x", "");

        await other.DoAsync("down");
        Assert.IsTrue(File.Exists(other.PathOf("run/shop.flag")));
        Assert.IsFalse(File.Exists(other.PathOf("state/down.on")));

        await other.DoAsync("up");
        Assert.IsFalse(File.Exists(other.PathOf("run/shop.flag")));
    }

    [TestMethod]
    public async Task Down_TheFileItself_HasItsFlagBeside()
    {
        await site.DoAsync("down", "--file", "shop.json");
        Assert.IsTrue(File.Exists(site.PathOf("shop.on")));

        await site.DoAsync("up", "--file", "shop.json");
        Assert.IsFalse(File.Exists(site.PathOf("shop.on")));
    }

    [TestMethod]
    public async Task Schedule_WindowThatIsOpen_RaisesTheFlagAndUpLiftsIt()
    {
        await site.DoAsync("schedule", "add", "move", "--start", "2026-11-21T11:00Z", "--duration", "2h");
        Assert.IsTrue(File.Exists(Flag));

        await site.DoAsync("up");
        Assert.IsFalse(File.Exists(Flag));
    }

    [TestMethod]
    public async Task Down_ConfigurationSaysUp_FileByNameHasItsFlagAndTheAppTakesItAway()
    {
        using var held = new AppSite("""{ "MaintenanceMode": { "Enabled": false } }""");
        await held.DoAsync("down", "--file", "maintenance.json");
        Assert.IsTrue(File.Exists(held.PathOf("maintenance.on")), "of the app nothing is known");

        await held.DoAsync("up");

        Assert.IsFalse(File.Exists(held.PathOf("maintenance.on")));
    }

    [TestMethod]
    [Timeout(120_000)]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public async Task Hold_Program_SeesTheFlagAndItIsGoneAfterOrAsBefore()
    {
        using var live = new AppSite { Clock = new SetClock(DateTimeOffset.UtcNow) };

        var first = await ToolProcess.RunAsync(live.Root, test.CancellationToken, "down", "--", "cat", "maintenance.on");
        Assert.StartsWith("Written by DownPage", first.Out);
        Assert.IsFalse(File.Exists(live.PathOf("maintenance.on")));

        await live.DoAsync("down");
        var second = await ToolProcess.RunAsync(
            live.Root, test.CancellationToken, "down", "--message", "x", "--", "sh", "-c", "test -e maintenance.on || echo away");
        Assert.AreEqual("away\n", second.Out);
        Assert.IsTrue(File.Exists(live.PathOf("maintenance.on")));
    }

    internal static void LetOthersWrite(string folder)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.GroupWrite);
    }

    private Task<string> ReadAsync() => File.ReadAllTextAsync(Flag, test.CancellationToken);
}
