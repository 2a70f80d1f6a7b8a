using DownPage.AspNetCore.Passing;

namespace DownPage.AspNetCore.Tests.Passing;

[TestClass]
public sealed class HostTests
{
    [TestMethod]
    [DataRow("admin.example.org", "admin.example.org", true)]
    [DataRow("admin.example.org", "ADMIN.Example.org", true)]
    [DataRow("admin.example.org", "admin.example.org:8443", true, DisplayName = "any port")]
    [DataRow("admin.example.org", "admin.example.org.", true, DisplayName = "dot at the end")]
    [DataRow("admin.example.org.", "admin.example.org", true)]
    [DataRow("admin.example.org", "xadmin.example.org", false)]
    [DataRow("admin.example.org", "admin.example.org.evil.example", false)]
    [DataRow("admin.example.org", "аdmin.example.org", false, DisplayName = "Cyrillic a")]
    [DataRow("admin.example.org", "admin-example.org", false, DisplayName = "a dot is a dot")]
    [DataRow("admin.example.org:8443", "admin.example.org:8443", true)]
    [DataRow("admin.example.org:8443", "admin.example.org", false)]
    [DataRow("admin.example.org:443", "admin.example.org", true, DisplayName = "the scheme's port")]
    [DataRow("admin.example.org:80", "admin.example.org", false)]
    [DataRow("localhost:5001", "localhost:5001", true)]
    [DataRow("localhost:5001", "localhost:50011", false)]
    [DataRow("*.example.org", "a.example.org", true)]
    [DataRow("*.example.org", "a.b.example.org", true)]
    [DataRow("*.example.org", "example.org", false, DisplayName = "not the name itself")]
    [DataRow("*.example.org", ".example.org", false)]
    [DataRow("*.example.org", "a..example.org", false)]
    [DataRow("*.example.org", "badexample.org", false)]
    [DataRow("*.example.org", "evil@a.example.org", false)]
    [DataRow("*.example.org", "evil/a.example.org", false)]
    [DataRow("*.example.org:8080", "a.example.org:8080", true)]
    [DataRow("*.example.org:8080", "a.example.org", false)]
    [DataRow("[::1]", "[::1]:5001", true)]
    [DataRow("[0:0:0:0:0:0:0:1]", "[::1]", true)]
    [DataRow("[::1]:5001", "[::1]", false)]
    [DataRow("bücher.example", "xn--bcher-kva.example", true, DisplayName = "international, as browsers send it")]
    [DataRow("admin.example.org", "admin.example.org:x", false)]
    [DataRow("admin.example.org", "admin.example.org:99999", false)]
    [DataRow("admin.example.org", "admin.example.org:443:443", false)]
    [DataRow("admin.example.org", "", false)]
    [DataRow("[::1]", "[::1", false)]
    [DataRow("[::1]", "[::1]x", false)]
    public void Host_AgainstRequest_Passes(string rule, string host, bool passes)
    {
        var verdict = Asked.Gate(options => options.Allow.Hosts.Add(rule)).Check(Asked.Request(host: host), null);

        Assert.AreEqual(passes ? GateVerdict.Pass : GateVerdict.Refuse, verdict);
    }

    [TestMethod]
    public void Host_WithSeveralPorts_HasThemAll()
    {
        var gate = Asked.Gate(options =>
        {
            options.Allow.Hosts.Add("a.example:1");
            options.Allow.Hosts.Add("A.example:2");
        });

        Assert.AreEqual(GateVerdict.Pass, gate.Check(Asked.Request(host: "a.example:1"), null));
        Assert.AreEqual(GateVerdict.Pass, gate.Check(Asked.Request(host: "a.example:2"), null));
        Assert.AreEqual(GateVerdict.Refuse, gate.Check(Asked.Request(host: "a.example:3"), null));
    }

    [TestMethod]
    [DataRow("xn--\0.example.org")]
    [DataRow("xn--99999999999.example.org")]
    [DataRow("xn--.example.org:1:2")]
    [DataRow("\uD800.example.org")]
    public void Host_ThatNobodyCanHave_IsRefused(string host)
    {
        var gate = Asked.Gate(options => options.Allow.Hosts.Add("www.example.org"));

        Assert.AreEqual(GateVerdict.Refuse, gate.Check(Asked.Request().With("Host", host), null));
    }

    [TestMethod]
    public void Host_OfUnknownLength_CostsNothing()
    {
        var gate = Asked.Gate(options => options.Allow.Hosts.Add("*.example.org"));

        var host = string.Concat(Enumerable.Repeat("a.", 30_000)) + "example.org";

        Assert.AreEqual(GateVerdict.Refuse, gate.Check(Asked.Request(host: host), null));
    }

    [TestMethod]
    [DataRow("https://admin.example.org/x", "'admin.example.org'")]
    [DataRow("admin.example.org/x", "a host is")]
    [DataRow("*", "everything")]
    [DataRow("*.*", "everything")]
    [DataRow("a.*.org", "a host is")]
    [DataRow("*example.org", "a host is")]
    [DataRow("*.", "a host is")]
    [DataRow("a..b", "a host is")]
    [DataRow(".a", "a host is")]
    [DataRow("::1", "a host is", DisplayName = "brackets missing")]
    [DataRow("[10.0.0.1]", "a host is")]
    [DataRow("a:0x50", "a host is")]
    [DataRow("a b", "a host is")]
    [DataRow(":80", "a host is")]
    public void Host_ThatCannotBe_IsRefusedWithWhatItShouldBe(string text, string says)
    {
        Assert.IsFalse(HostRule.TryParse(text, out _, out var problem));
        Assert.Contains(says, problem);
    }
}
