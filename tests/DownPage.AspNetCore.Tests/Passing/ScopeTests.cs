using DownPage.AspNetCore.Passing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DownPage.AspNetCore.Tests.Passing;

[TestClass]
public sealed class ScopeTests
{
    [TestMethod]
    [DataRow("path:/billing", "/billing", true)]
    [DataRow("path:/billing", "/Billing/7", true)]
    [DataRow("PATH: /billing/", "/billing", true, DisplayName = "case and space of the scope")]
    [DataRow("path:/billing", "/billingx", false)]
    [DataRow("path:/billing", "/", false)]
    [DataRow("path:/billing", "//billing", true, DisplayName = "an empty segment is no way around")]
    [DataRow("path:/billing", "/x/../billing", true, DisplayName = "nor are dot segments")]
    [DataRow("path:/billing", "/x\\..\\billing", true, DisplayName = "nor are backslashes")]
    [DataRow("path:/billing", "/x/..%2fbilling", true, DisplayName = "nor are encoded slashes")]
    [DataRow("path:/billing", "/x/a.css", false, DisplayName = "a dot alone is none")]
    [DataRow("host:shop.example.org", "/", false)]
    [DataRow("host:example.org", "/", true)]
    [DataRow("host:*.example.org", "/", false)]
    public void Scope_OfRequest_IsDown(string scope, string path, bool down)
        => Assert.AreEqual(
            down ? GateVerdict.Refuse : GateVerdict.Pass,
            Asked.Gate(state: Asked.Down with { Scopes = [scope] }).Check(path));

    [TestMethod]
    public void Scope_OfGroup_IsDown()
    {
        var gate = Asked.Gate(state: Asked.Down with { Scopes = ["group:billing"] });

        var (billing, reports) = (new MaintenanceGroupAttribute("Billing"), new MaintenanceGroupAttribute("reports"));
        Assert.AreEqual(GateVerdict.Refuse, gate.Check("/x", endpoint: Asked.Endpoint(billing, reports)));
        Assert.AreEqual(GateVerdict.Pass, gate.Check("/x", endpoint: Asked.Endpoint(reports)));
        Assert.AreEqual(GateVerdict.Pass, gate.Check("/x"));
    }

    [TestMethod]
    public void Scopes_Several_AreDownTogether()
    {
        var gate = Asked.Gate(state: Asked.Down with { Scopes = ["path:/a", "path:/b", "group:c"] });

        Assert.AreEqual(GateVerdict.Refuse, gate.Check("/a"));
        Assert.AreEqual(GateVerdict.Refuse, gate.Check("/b/x"));
        Assert.AreEqual(GateVerdict.Pass, gate.Check("/c"));
    }

    [TestMethod]
    public void Scopes_WithOneUnknown_AreTheOthersAndAWarning()
    {
        using var log = new RecordingLogger();
        using var services = Services(log);

        var gate = Asked.Gate(state: Asked.Down with { Scopes = ["tenant:7", "path:/a"] }, services: services);

        Assert.AreEqual(GateVerdict.Pass, gate.Check("/b"));
        Assert.AreEqual(GateVerdict.Refuse, gate.Check("/a"));
        Assert.Contains("'tenant:7'", Assert.ContainsSingle(log.Of("ScopeIgnored")));
    }

    [TestMethod]
    [DataRow("tenant:7")]
    [DataRow("path:billing")]
    [DataRow("")]
    [DataRow(null)]
    public void Scopes_WithNoneLeft_AreTheWholeSite(string? scope)
    {
        var gate = Asked.Gate(state: Asked.Down with { Scopes = [scope!] });

        Assert.AreEqual(GateVerdict.Refuse, gate.Check("/anything"));
    }

    [TestMethod]
    public void Scopes_WithinThem_RulesLetPass()
    {
        var gate = Asked.Gate(
            options => options.Allow.Paths.Add("/billing/login"), Asked.Down with { Scopes = ["path:/billing"] });

        Assert.AreEqual(GateVerdict.Pass, gate.Check("/billing/login"));
        Assert.AreEqual(GateVerdict.Refuse, gate.Check("/billing/x"));
    }

    [TestMethod]
    public void Scopes_OfASiteThatIsUp_SayNothing()
    {
        var gate = Asked.Gate(state: MaintenanceState.Up with { Scopes = ["path:/a"] });

        Assert.AreEqual(GateVerdict.Pass, gate.Check("/a"));
    }

    private static ServiceProvider Services(RecordingLogger log)
        => new ServiceCollection().AddLogging(logging => logging.AddProvider(log)).BuildServiceProvider();
}
