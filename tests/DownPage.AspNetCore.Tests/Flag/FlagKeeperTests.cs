using DownPage.AspNetCore.Tests.State;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DownPage.AspNetCore.Tests.Flag;

/// <summary>While the app runs the flag agrees with what it answers, whatever changes that.</summary>
[TestClass]
public sealed class FlagKeeperTests
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    public TestContext TestContext { get; set; } = null!;

    public static IEnumerable<(string Name, Action<MaintenanceModeOptions> Set, bool Expected)> Settings { get; } =
    [
        ("networks, which front ends know", options => options.Allow.Networks.Add("10.0.0.0/8"), true),
        ("paths, which front ends know", options => options.Allow.Paths.Add("/login"), true),
        ("Globs", options => options.Allow.Globs.Add("/g/*"), false),
        ("Patterns", options => options.Allow.Patterns.Add("/x[0-9]"), false),
        ("Routes", options => options.Allow.Routes.Add("n"), false),
        ("Hosts", options => options.Allow.Hosts.Add("admin.example.org"), false),
        ("Users", options => options.Allow.Users.Add("u"), false),
        ("Roles", options => options.Allow.Roles.Add("r"), false),
        ("Policies", options => options.Allow.Policies.Add("p"), false),
        ("Authenticated", options => options.Allow.Authenticated = true, false),
        ("Anonymous", options => options.Allow.Anonymous = true, false),
        ("Predicate", options => options.Allow.Predicate = _ => ValueTask.FromResult(false), false),
        ("SignOut", options => options.SignOut = MaintenanceSignOut.Refused, false),
        ("Message", options => options.Message = "m", false),
        ("Mode", options => options.Mode = MaintenanceKind.ReadOnly, false),
        ("RetryAfter", options => options.RetryAfter = null, true),
    ];

    [TestMethod]
    public async Task DownFile_TouchedAndRemoved_FlagFollows()
    {
        await using var site = await MaintainedSite.StartAsync();
        Assert.IsEmpty(Directory.GetFiles(site.ContentRoot), "a site that is up writes nothing");

        Write(site, "");
        Assert.IsTrue(IsFlagged(site));

        File.Delete(site.DownFile);
        site.Clock.Advance(Poll);
        Assert.IsFalse(IsFlagged(site));
        Assert.HasCount(2, site.Log.Of("FlagChanged"));
    }

    [TestMethod]
    [DataRow("{}", true)]
    [DataRow("""{ "reason": "r", "actor": "a", "retryAfter": 60, "refresh": 30, "statusCode": 503, "scopes": [] }""", true)]
    [DataRow("""{ "until": "2026-11-21T13:00:00Z" }""", true)]
    [DataRow("""{ "bypass": { "secretHash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08" } }""", true)]
    [DataRow("""{ "down": false }""", false)]
    [DataRow("""{ "until": "2026-11-21T12:00:00Z" }""", false)]
    [DataRow("""{ "mode": "readOnly" }""", false)]
    [DataRow("""{ "scopes": [ "path:/billing" ] }""", false)]
    [DataRow("""{ "message": "m" }""", false)]
    [DataRow("""{ "redirectTo": "/status" }""", false)]
    [DataRow("""{ "statusCode": 500 }""", false)]
    [DataRow("""{ "allowNetworks": [ "203.0.113.0/24" ] }""", false)]
    [DataRow("""{ "down": false, "windows": [ { "start": "2026-11-21T11:00Z", "end": "2026-11-21T13:00Z" } ] }""", true)]
    [DataRow("""{ "down": false, "windows": [ { "start": "2026-11-21T13:00Z", "end": "2026-11-21T14:00Z" } ] }""", false)]
    [DataRow("{ torn", false)]
    public async Task DownFile_OfEveryKind_FlagIsThereWhereTheFixedPageIsRight(string content, bool expected)
    {
        await using var site = await MaintainedSite.StartAsync();

        Write(site, content);

        Assert.AreEqual(expected, IsFlagged(site));
    }

    [TestMethod]
    [DynamicData(nameof(Settings))]
    public async Task Options_ThatOnlyTheAppCanFollow_KeepTheFlagAway(string name, Action<MaintenanceModeOptions> set, bool expected)
    {
        await using var site = await MaintainedSite.StartAsync(set);

        Write(site, "");

        Assert.IsTrue(site.Maintenance.Current.IsDown, name);
        Assert.AreEqual(expected, IsFlagged(site), name);
    }

    [TestMethod]
    public async Task Window_OpensAndCloses_FlagFollowsToTheMoment()
    {
        await using var site = await MaintainedSite.StartAsync(options => options.Windows.Add(
            new MaintenanceWindowOptions { Start = "2026-11-21T13:00:00.5Z", End = "2026-11-21T14:00Z" }));
        site.Clock.Advance(TimeSpan.FromHours(1));
        Assert.IsFalse(IsFlagged(site));

        site.Clock.Advance(TimeSpan.FromMilliseconds(500));
        Assert.IsTrue(IsFlagged(site));

        site.Clock.Advance(TimeSpan.FromHours(1));
        Assert.IsFalse(IsFlagged(site));
    }

    [TestMethod]
    public async Task Until_Passes_FlagIsGoneThoughTheDownFileStays()
    {
        await using var site = await MaintainedSite.StartAsync();
        await site.Maintenance.EnterAsync(
            new MaintenanceRequest { Until = site.Clock.GetUtcNow().AddMinutes(5) }, TestContext.CancellationToken);
        Assert.IsTrue(IsFlagged(site), "at once");

        site.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.IsFalse(IsFlagged(site));
        Assert.IsTrue(File.Exists(site.DownFile));
    }

    [TestMethod]
    public async Task Configuration_SwitchesWhileTheAppRuns_FlagFollows()
    {
        var configuration = new SwitchableConfiguration();
        await using var site = await StartAsync(configuration);
        configuration.Set("MaintenanceMode:Enabled", "true");
        Assert.IsTrue(IsFlagged(site));

        Write(site, "");
        configuration.Set("MaintenanceMode:Enabled", "false");
        Assert.IsFalse(IsFlagged(site), "forced up, whatever the down file says");

        configuration.Set("MaintenanceMode:Enabled", null);
        Assert.IsTrue(IsFlagged(site), "by the down file");
    }

    [TestMethod]
    public async Task AppOffline_PutThereAndTaken_FlagFollowsUnlessItIsNotHonored()
    {
        await using var site = await MaintainedSite.StartAsync();
        await using var other = await MaintainedSite.StartAsync(options => options.HonorAppOffline = false);
        foreach (var one in new[] { site, other })
        {
            File.WriteAllText(Path.Combine(one.ContentRoot, "app_offline.htm"), "<p>Back soon");
            one.Clock.Advance(Poll);
        }

        Assert.IsTrue(IsFlagged(site));
        Assert.IsFalse(IsFlagged(other));

        File.Delete(Path.Combine(site.ContentRoot, "app_offline.htm"));
        site.Clock.Advance(Poll);
        Assert.IsFalse(IsFlagged(site));
    }

    [TestMethod]
    public async Task FlagFile_NamedMovedAndTakenBack_OldOnesAreRemoved()
    {
        var configuration = new SwitchableConfiguration();
        await using var site = await StartAsync(configuration);
        Write(site, "");

        configuration.Set("MaintenanceMode:FlagFile", "other.flag");
        Assert.IsFalse(IsFlagged(site));
        Assert.IsTrue(File.Exists(Path.Combine(site.ContentRoot, "other.flag")));

        configuration.Set("MaintenanceMode:FlagFile", "");
        Assert.IsFalse(File.Exists(Path.Combine(site.ContentRoot, "other.flag")));
        Assert.IsFalse(IsFlagged(site));
    }

    [TestMethod]
    public async Task DownFile_NoneWanted_NoFlagUnlessItIsNamed()
    {
        await using var none = await MaintainedSite.StartAsync(options => (options.DownFile, options.Enabled) = ("", true));
        await using var named = await MaintainedSite.StartAsync(
            options => (options.DownFile, options.Enabled, options.FlagFile) = ("", true, "maintenance.on"));

        Assert.IsEmpty(Directory.GetFiles(none.ContentRoot));
        Assert.AreEqual(FlagOf(named), Assert.ContainsSingle(Directory.GetFiles(named.ContentRoot)));
    }

    [TestMethod]
    public async Task UseMemory_IsNoServersBusiness()
    {
        await using var site = await MaintainedSite.StartAsync(services: builder => builder.Services.AddMaintenanceMode().UseMemory());

        await site.Maintenance.EnterAsync(cancellationToken: TestContext.CancellationToken);
        site.Clock.Advance(Poll);

        Assert.IsTrue(site.Maintenance.Current.IsDown);
        Assert.IsEmpty(Directory.GetFiles(site.ContentRoot));
    }

    private static string FlagOf(MaintainedSite site) => Path.Combine(site.ContentRoot, "maintenance.on");

    private static bool IsFlagged(MaintainedSite site) => File.Exists(FlagOf(site));

    private static void Write(MaintainedSite site, string content)
    {
        File.WriteAllText(site.DownFile, content);
        site.Clock.Advance(Poll);
    }

    private static Task<MaintainedSite> StartAsync(SwitchableConfiguration configuration)
        => MaintainedSite.StartAsync(services: builder => ((IConfigurationBuilder)builder.Configuration).Add(configuration));
}
