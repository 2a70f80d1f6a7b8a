using DownPage.FlagFile;
using DownPage.Status;

namespace DownPage.AspNetCore.Tests.Flag;

/// <summary>The flag is there exactly while one fixed answer is right for everybody.</summary>
[TestClass]
public sealed class FlagFileRuleTests
{
    private static readonly StatusDocument Down = new()
    {
        Down = true,
        Source = "downFile",
        Revision = "r",
        Mode = "full",
        StatusCode = 503,
        RetryAfter = TimeSpan.FromMinutes(10),
    };

    private static readonly (StatusDocument State, string[] Rules, string? Reason)[] States =
    [
        (Down, [], null),
        (Down with { Source = "configuration" }, [], null),
        (Down with { Source = "appOffline" }, [], null),
        (Down with { Source = "schedule", Window = "backup" }, [], null),
        (Down with { Source = "sharedStore" }, [], null),
        (Down with { Source = "storeFailure" }, [], null),
        (Down with { StatusCode = null }, [], null),
        (Down with { Since = DateTimeOffset.UnixEpoch, Until = DateTimeOffset.MaxValue }, [], null),
        (Down with { RetryAfter = null }, [], null),
        (Down with { RetryAfter = TimeSpan.FromDays(1), Refresh = TimeSpan.FromSeconds(30) }, [], null),
        (Down with { Reason = "migration", Actor = "anna" }, [], null),
        (Down with { Mode = "readOnly" }, [], "read-only mode"),
        (Down with { Scopes = ["path:/billing"] }, [], "the parts that are down"),
        (Down with { Message = "Back soon." }, [], "the message"),
        (Down with { RedirectTo = "/status" }, [], "the redirect"),
        (Down with { StatusCode = 500 }, [], "the status 500"),
        (Down with { StatusCode = 200 }, [], "the status 200"),
        (Down with { AllowNetworks = ["203.0.113.0/24"] }, [], "the networks that pass this time"),
        (Down, ["MaintenanceMode:Allow:Roles"], "MaintenanceMode:Allow:Roles"),
        (Down with { Message = "m", Mode = "readOnly" }, ["r"], "read-only mode, the message, r"),
    ];

    [TestMethod]
    public void IsWanted_SiteThatIsDown_UnlessOnlyTheAppCanSayIt()
    {
        foreach (var (state, rules, reason) in States)
        {
            Assert.AreEqual(reason is null, FlagFileRule.IsWanted(state, rules), state.ToString());
            Assert.AreEqual(reason ?? "", string.Join(", ", FlagFileRule.OnlyByTheApp(state, rules)), state.ToString());
        }
    }

    [TestMethod]
    public void IsWanted_SiteThatIsUp_Never()
        => Assert.DoesNotContain(
            asked => FlagFileRule.IsWanted(asked.State with { Down = false }, asked.Rules), States);
}
