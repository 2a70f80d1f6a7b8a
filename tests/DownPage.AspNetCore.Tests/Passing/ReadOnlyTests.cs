using DownPage.AspNetCore.Passing;

namespace DownPage.AspNetCore.Tests.Passing;

[TestClass]
public sealed class ReadOnlyTests
{
    private static readonly MaintenanceState State = Asked.Down with { Mode = MaintenanceKind.ReadOnly };

    [TestMethod]
    [DataRow("GET", true)]
    [DataRow("HEAD", true)]
    [DataRow("OPTIONS", true)]
    [DataRow("TRACE", true)]
    [DataRow("get", true, DisplayName = "as routing compares")]
    [DataRow("POST", false)]
    [DataRow("PUT", false)]
    [DataRow("PATCH", false)]
    [DataRow("DELETE", false)]
    [DataRow("CONNECT", false)]
    [DataRow("QUERY", false, DisplayName = "not known here to be safe")]
    [DataRow("GETX", false)]
    [DataRow("", false)]
    public void Method_OfRequest_PassesIfSafe(string method, bool passes)
    {
        var verdict = Asked.Gate(state: State).Check("/x", method);

        Assert.AreEqual(passes ? GateVerdict.Pass : GateVerdict.Refuse, verdict);
    }

    [TestMethod]
    [DataRow("GET", "/reports/run", false, DisplayName = "a GET that writes")]
    [DataRow("GET", "/reports", false)]
    [DataRow("GET", "/reportsx", true)]
    [DataRow("GET", "//reports/run", false, DisplayName = "an empty segment is no way around")]
    [DataRow("GET", "/x/../reports", false, DisplayName = "nor are dot segments")]
    [DataRow("POST", "/login", true)]
    [DataRow("POST", "/login/code", true)]
    [DataRow("POST", "/loginx", false)]
    [DataRow("POST", "//login", false)]
    [DataRow("POST", "/login/../pay", false)]
    [DataRow("GET", "/login/export", false, DisplayName = "blocked is stronger")]
    [DataRow("GET", "/reports/shown", false, DisplayName = "also than the rules of the full mode")]
    [DataRow("POST", "/pay/shown", true, DisplayName = "which hold for what is not blocked")]
    public void Prefixes_OfTheMode_CorrectTheRule(string method, string path, bool passes)
    {
        var gate = Asked.Gate(
            options =>
            {
                options.ReadOnly.AllowPrefixes.Add("/login");
                options.ReadOnly.BlockPrefixes.Add("/reports");
                options.ReadOnly.BlockPrefixes.Add("/login/export");
                options.Allow.Paths.Add("/reports/shown");
                options.Allow.Paths.Add("/pay/shown");
            },
            State);

        Assert.AreEqual(passes ? GateVerdict.Pass : GateVerdict.Refuse, gate.Check(path, method));
    }

    [TestMethod]
    [DataRow("/login/x", true)]
    [DataRow("/login/../pay", false)]
    [DataRow("/login\\..\\pay", false)]
    public void AllowedPrefix_WithoutBlockedOnes_LetsNoDeviousPathPass(string path, bool passes)
    {
        var gate = Asked.Gate(options => options.ReadOnly.AllowPrefixes.Add("/login"), State);

        Assert.AreEqual(passes ? GateVerdict.Pass : GateVerdict.Refuse, gate.Check(path, "POST"));
    }

    [TestMethod]
    public void Blocked_ByInsider_Passes()
    {
        var gate = Asked.Gate(
            options =>
            {
                options.ReadOnly.BlockPrefixes.Add("/reports");
                options.Allow.Networks.Add("10.0.0.0/8");
            },
            State);

        Assert.AreEqual(GateVerdict.PassInsider, gate.Check(Asked.Request("/reports", address: "10.0.0.1"), null));
        Assert.AreEqual(GateVerdict.Refuse, gate.Check(Asked.Request("/reports", address: "192.0.2.1"), null));
    }

    [TestMethod]
    public void Prefixes_OfTheMode_SayNothingInTheFullMode()
    {
        var gate = Asked.Gate(options => options.ReadOnly.AllowPrefixes.Add("/login"));

        Assert.AreEqual(GateVerdict.Refuse, gate.Check("/login", "POST"));
        Assert.AreEqual(GateVerdict.Refuse, gate.Check("/x"));
    }
}
