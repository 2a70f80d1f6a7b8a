using DownPage.AspNetCore.Passing;

namespace DownPage.AspNetCore.Tests.Passing;

/// <summary>The order of the decision, each step against the next.</summary>
[TestClass]
public sealed class OrderTests
{
    [TestMethod]
    public void EndpointMark_BeforeScopes()
    {
        var gate = Asked.Gate(state: Asked.Down with { Scopes = ["path:/a"] });

        var (under, allowed) = (new UnderMaintenanceAttribute(), new AllowDuringMaintenanceAttribute());
        Assert.AreEqual(GateVerdict.Refuse, gate.Check("/b", endpoint: Asked.Endpoint(under)));
        Assert.AreEqual(GateVerdict.Pass, gate.Check("/a", endpoint: Asked.Endpoint(allowed)));
    }

    [TestMethod]
    public void Scopes_BeforeReadOnly()
    {
        var gate = Asked.Gate(
            options => options.ReadOnly.BlockPrefixes.Add("/b"),
            Asked.Down with { Mode = MaintenanceKind.ReadOnly, Scopes = ["path:/a"] });

        Assert.AreEqual(GateVerdict.Pass, gate.Check("/b", "POST"));
        Assert.AreEqual(GateVerdict.Refuse, gate.Check("/a", "POST"));
        Assert.AreEqual(GateVerdict.Pass, gate.Check("/a"));
    }

    [TestMethod]
    public void ReadOnly_BeforePaths()
    {
        var gate = Asked.Gate(
            options =>
            {
                options.ReadOnly.BlockPrefixes.Add("/a");
                options.Allow.Paths.Add("/a");
                options.Allow.Paths.Add("/b");
            },
            Asked.Down with { Mode = MaintenanceKind.ReadOnly });

        Assert.AreEqual(GateVerdict.Refuse, gate.Check("/a"));
        Assert.AreEqual(GateVerdict.Pass, gate.Check("/b", "POST"));
    }

    [TestMethod]
    public void Paths_BeforeNetworks()
    {
        var gate = Asked.Gate(options =>
        {
            options.Allow.Paths.Add("/a");
            options.Allow.Networks.Add("10.0.0.0/8");
        });

        Assert.AreEqual(GateVerdict.Pass, gate.Check(Asked.Request("/a", address: "10.0.0.1"), null));
        Assert.AreEqual(GateVerdict.PassInsider, gate.Check(Asked.Request("/b", address: "10.0.0.1"), null));
    }

    [TestMethod]
    public void Networks_BeforePeople()
    {
        var gate = Asked.Gate(options =>
        {
            options.Allow.Networks.Add("10.0.0.0/8");
            options.Allow.Users.Add("anna");
        });

        Assert.AreEqual(GateVerdict.PassInsider, gate.Check(Asked.Request(address: "10.0.0.1"), null));
        Assert.AreEqual(GateVerdict.AskPerson, gate.Check(Asked.Request(address: "11.0.0.1"), null));
    }

    [TestMethod]
    public async Task NoRules_NobodyIsAsked()
    {
        var gate = Asked.Gate();

        Assert.AreEqual(GateVerdict.Refuse, gate.Check("/"));
        Assert.IsFalse(await gate.AllowsPersonAsync(Asked.Request()));
        Assert.IsFalse(gate.SignsOutThosePassing);
    }
}
