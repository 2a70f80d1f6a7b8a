using DownPage.AspNetCore.Passing;
using Microsoft.AspNetCore.Routing;

namespace DownPage.AspNetCore.Tests.Passing;

[TestClass]
public sealed class EndpointTests
{
    private static readonly AllowDuringMaintenanceAttribute Allowed = new();
    private static readonly UnderMaintenanceAttribute Under = new("Being rebuilt.");

    [TestMethod]
    public void Allowed_SiteDown_Passes()
    {
        Assert.AreEqual(GateVerdict.Pass, Asked.Gate().Check("/x", "POST", Asked.Endpoint(Allowed)));
        Assert.AreEqual(GateVerdict.Refuse, Asked.Gate().Check("/x", "POST", Asked.Endpoint()));
    }

    [TestMethod]
    public void UnderMaintenance_SiteUp_IsRefused()
    {
        var gate = Asked.Gate(state: MaintenanceState.Up);

        Assert.AreEqual(GateVerdict.Refuse, gate.Check("/x", endpoint: Asked.Endpoint(Under)));
        Assert.AreEqual(GateVerdict.Pass, gate.Check("/x", endpoint: Asked.Endpoint()));
        Assert.AreEqual(GateVerdict.Pass, gate.Check("/x"));
    }

    [TestMethod]
    public void Marks_OneAfterTheOther_LastWins()
    {
        Assert.AreEqual(GateVerdict.Pass, Asked.Gate().Check("/x", endpoint: Asked.Endpoint(Under, Allowed)));
        Assert.AreEqual(
            GateVerdict.Refuse,
            Asked.Gate(state: MaintenanceState.Up).Check("/x", endpoint: Asked.Endpoint(Allowed, Under)));
    }

    [TestMethod]
    public void UnderMaintenance_RulesAboutTheRequest_AreNotAsked()
    {
        var gate = Asked.Gate(
            options =>
            {
                options.Allow.Paths.Add("/x");
                options.Allow.Prefixes.Add("/x");
                options.Allow.Hosts.Add("example.org");
                options.Allow.Routes.Add("cart");
                options.ReadOnly.AllowPrefixes.Add("/x");
            },
            Asked.Down with { Mode = MaintenanceKind.ReadOnly, Scopes = ["path:/other"], RedirectTo = "/x" });
        var endpoint = Asked.Endpoint(new RouteNameMetadata("cart"), Under);

        Assert.AreEqual(GateVerdict.Refuse, gate.Check("/x", endpoint: endpoint));
        Assert.AreEqual(GateVerdict.Pass, gate.Check("/x", endpoint: Asked.Endpoint(new RouteNameMetadata("cart"))));
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void UnderMaintenance_RulesForPeople_AreAsked(bool down)
    {
        var gate = Asked.Gate(
            options =>
            {
                options.Allow.Networks.Add("10.0.0.0/8");
                options.Allow.Users.Add("anna");
            },
            down ? Asked.Down : MaintenanceState.Up);

        var endpoint = Asked.Endpoint(Under);
        Assert.AreEqual(GateVerdict.PassInsider, gate.Check(Asked.Request("/x", address: "10.0.0.1"), endpoint));
        Assert.AreEqual(GateVerdict.AskPerson, gate.Check(Asked.Request("/x", address: "192.0.2.1"), endpoint));
    }

    [TestMethod]
    [DataRow("cart", true)]
    [DataRow("CART", true)]
    [DataRow("car", false)]
    [DataRow("Shop.Cart", false, DisplayName = "the display name is for people")]
    public void Route_ByName_Passes(string rule, bool passes)
    {
        var gate = Asked.Gate(options => options.Allow.Routes.Add(rule));
        var expected = passes ? GateVerdict.Pass : GateVerdict.Refuse;

        Assert.AreEqual(expected, gate.Check("/x", endpoint: Asked.Endpoint(new RouteNameMetadata("cart"))));
        Assert.AreEqual(expected, gate.Check("/x", endpoint: Asked.Endpoint(new EndpointNameMetadata("cart"))));
        Assert.AreEqual(GateVerdict.Refuse, gate.Check("/x"));
    }
}
