using System.Text;

namespace DownPage.FrontEnds.Tests.Varnish;

/// <summary>What is written for Varnish, as text; that Varnish takes it is another project's to prove.</summary>
[TestClass]
public sealed class VarnishConfigTests
{
    private const string Vcl = "varnish/downpage.vcl";
    private const string Assets = "varnish/downpage-assets.vcl";

    [TestMethod]
    public void Pages_StandWithin()
    {
        var text = Sample.Text("varnish", Vcl);

        Assert.Contains("<title>503.de.html</title>", text);
        Assert.Contains("synthetic({\"503.json\n\"});", text);
        // Varnish gives 503 whatever is wrong; and a subroutine that nobody calls is an error.
        Assert.DoesNotContain("<title>502.html</title>", text);
        Assert.DoesNotContain("503.en.html", text);
    }

    [TestMethod]
    public void Page_WithTheEndOfAString_IsInPieces()
    {
        var text = Sample.Text("varnish", Vcl, built: Sample.Built with { Read = _ => "a{b:\"c\"}\r\nd"u8.ToArray() });

        Assert.Contains("synthetic({\"a{b:\"c\"\"} + {\"}\r\nd\"});", text);
    }

    [TestMethod]
    public void Page_WithLineEndsOfItsOwn_KeepsThemAndTheStamp()
    {
        var frontEnd = FrontEndSet.Find("varnish");
        Assert.IsNotNull(frontEnd);
        var site = Sample.Site(Sample.Options("varnish"), Sample.Built with { Read = _ => "a\r\nb\fc\u2028d"u8.ToArray() });

        var file = frontEnd.Write(site)[0];

        Assert.Contains("a\r\nb\fc\u2028d", Encoding.UTF8.GetString(file.Content.Span));
        Assert.IsTrue(ConfigStamp.IsIntact(file.Content.Span));
    }

    [TestMethod]
    [DataRow("a\0b", DisplayName = "NUL")]
    [DataRow("a\u00e4", DisplayName = "Latin-1")]
    public void Page_ThatIsNoText_IsRefused(string page)
    {
        var built = Sample.Built with { Read = _ => Encoding.Latin1.GetBytes(page) };

        var refused = Assert.ThrowsExactly<FrontEndException>(() => Sample.Text("varnish", Vcl, built: built));

        Assert.AreEqual(DiagnosticCodes.FrontEndValueRefused, refused.Code);
    }

    [TestMethod]
    public void Maintenance_HeedsWhoPasses()
    {
        var options = Sample.Options("varnish");
        options.Allow = ["10.0.0.0/8", "2001:db8::1"];
        options.Bypass = ["/healthz", "/admin/*", "/grö(1)"];

        var text = Sample.Text("varnish", Vcl, options);

        foreach (var part in (string[])
            ["    \"10.0.0.0\"/8;\n    \"2001:db8::1\"/128;\n", "if (std.file_exists(\"/srv/shop/maintenance.on\"))",
                "&& client.ip !~ downpage_allow\n", "&& req.url !~ \"(?i)^/healthz(?:\\?|$)\"\n",
                "&& (req.url !~ \"(?i)^/admin(?:[/?]|$)\"\n", "\"(?i)^/gr%c3%b6(?:\\x28|%28)1(?:\\x29|%29)(?:\\?|$)\"",
                "(?:__Host-|__Secure-)?downpage-pass="])
        {
            Assert.Contains(part, text);
        }
    }

    [TestMethod]
    public void Allow_OfNobody_HasNoList()
        => Assert.DoesNotContain("downpage_allow", Sample.Text("varnish", Vcl));

    [TestMethod]
    [DataRow(true, DisplayName = "asked for")]
    [DataRow(false, DisplayName = "not asked for")]
    public void Intercept_TakesTheAppsOwn(bool intercept)
    {
        var options = Sample.Options("varnish");
        options.Intercept = intercept;

        var text = Sample.Text("varnish", Vcl, options);

        Assert.AreEqual(intercept, text.Contains("sub vcl_backend_response", StringComparison.Ordinal));
        Assert.AreEqual(intercept, text.Contains("<title>504.html</title>", StringComparison.Ordinal));
    }

    [TestMethod]
    public void Header_OfTheProject_IsQuoted()
    {
        var options = Sample.Options("varnish");
        options.Headers = [new("X-Extra", "one \"two\"; 3% #4")];

        Assert.Contains("set resp.http.X-Extra = {\"one \"two\"; 3% #4\"};", Sample.Text("varnish", Vcl, options));
    }

    [TestMethod]
    [DataRow("X.Extra", DisplayName = "dot")]
    [DataRow("1-Extra", DisplayName = "digit first")]
    public void Header_WhoseNameVarnishCannotWrite_IsRefused(string name)
    {
        var options = Sample.Options("varnish");
        options.Headers = [new(name, "x")];

        var refused = Assert.ThrowsExactly<FrontEndException>(() => Sample.Text("varnish", Vcl, options));

        Assert.AreEqual(DiagnosticCodes.FrontEndValueRefused, refused.Code);
        Assert.Contains(name, refused.Message);
    }

    [TestMethod]
    public void DeployRoot_WithTheEndOfAString_IsRefused()
    {
        var options = Sample.Options("varnish");
        options.DeployRoot = "/srv/a\"}b";

        Assert.ThrowsExactly<FrontEndException>(() => Sample.Text("varnish", Vcl, options));
    }

    [TestMethod]
    public void Assets_AreAFileOfTheirOwn()
    {
        var built = Sample.Built with
        {
            Read = file => file.EndsWith(".png", StringComparison.Ordinal) ? [0, 1, 2, 255] : "page"u8.ToArray(),
        };

        var text = Sample.Text("varnish", Assets, built: built);

        Assert.Contains("\"AAEC/w==\"", text);
        Assert.Contains("req.url ~ \"^/_downpage/assets/3f8a6c20e1b95d7704aa\\.png(?:\\?|$)\"", text);
        Assert.Contains("return (synth(404, \"DownPage none\"));", text);
    }

    [TestMethod]
    public void Assets_OfASiteWithout_AreNoFile()
    {
        var frontEnd = FrontEndSet.Find("varnish");
        Assert.IsNotNull(frontEnd);
        var built = Sample.Built with { Manifest = Sample.Built.Manifest with { Assets = [] } };

        Assert.HasCount(1, frontEnd.Write(Sample.Site(Sample.Options("varnish"), built)));
    }
}
