namespace DownPage.FrontEnds.Tests.Lighttpd;

[TestClass]
public sealed class LighttpdFrontEndTests
{
    private const string Config = "lighttpd/downpage.conf";
    private const string Script = "lighttpd/downpage.lua";

    [TestMethod]
    public void Config_OfASite_IsThreeSettings()
    {
        var settings = Sample.Text("lighttpd", Config).Split('\n')
            .Where(line => line.Length > 0 && line[0] != '#').ToArray();

        CollectionAssert.AreEqual(
            new[]
            {
                "server.modules += ( \"mod_magnet\" )",
                "magnet.attract-raw-url-to += ( \"/srv/shop/_downpage/conf/lighttpd/downpage.lua\" )",
                "server.error-handler = \"/_downpage/front/error\"",
            },
            settings);
    }

    [TestMethod]
    public void Interception_AskedFor_IsInBothFiles()
    {
        var options = Sample.Options("lighttpd");
        options.Intercept = true;

        Assert.Contains("magnet.attract-response-start-to", Sample.Text("lighttpd", Config, options));
        Assert.Contains("http_status", Sample.Text("lighttpd", Script, options));
        Assert.DoesNotContain("http_status", Sample.Text("lighttpd", Script));
    }

    [TestMethod]
    public void Script_OfASite_KnowsItsValues()
    {
        var options = Sample.Options("lighttpd");
        options.Bypass = ["/Healthz", "/Admin/*"];
        options.Allow = ["10.0.0.0/8", "2001:db8::/32"];

        var script = Sample.Text("lighttpd", Script, options);

        Assert.Contains("local FLAG = \"/srv/shop/maintenance.on\"\n", script);
        Assert.Contains("[\"/healthz\"] = true,", script);
        Assert.Contains("local BYPASS_BELOW = {\n    \"/maintenance-mode\",\n    \"/admin\",\n}", script);
        Assert.Contains("{ 8, 10, 0, 0, 0 },", script);
        Assert.Contains("{ 32, 32, 1, 13, 184, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 },", script);
        Assert.Contains("local ASSETS = \"/_downpage/assets/\"\n", script);
        Assert.Contains("[\"502\"] = { retry = \"600\", files = {\n", script);
    }

    [TestMethod]
    public void Script_WithoutAssetsAndLists_SaysSo()
    {
        var manifest = Sample.Built.Manifest with { Assets = [] };

        var script = Sample.Text("lighttpd", Script, built: Sample.Built with { Manifest = manifest });

        Assert.Contains("local ASSETS = nil\n", script);
        Assert.Contains("local ALLOW = {}\n", script);
    }
}
