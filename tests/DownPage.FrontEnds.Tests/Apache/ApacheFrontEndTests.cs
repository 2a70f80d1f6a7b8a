using DownPage.PageManifest;

namespace DownPage.FrontEnds.Tests.Apache;

[TestClass]
public sealed class ApacheFrontEndTests
{
    private const string Config = "apache/downpage.conf";

    [TestMethod]
    public void Files_OfASite_AreTheConfigAndATypeMapForEachPage()
    {
        var files = FrontEndSet.Find("apache")?.Write(Sample.Site(Sample.Options("apache"))) ?? [];

        CollectionAssert.AreEqual(
            new[] { Config, "apache/maintenance.var", "apache/502.var", "apache/503.var", "apache/504.var" },
            files.Select(file => file.Path).ToArray());
        Assert.IsTrue(files.All(file => ConfigStamp.IsIntact(file.Content.Span)));
    }

    [TestMethod]
    public void Config_OfASite_TakesItsOwnAddressesAlone()
    {
        var text = Sample.Text("apache", Config);

        Assert.Contains("ErrorDocument 502 /_downpage/front/502.var\n", text);
        Assert.Contains("Alias \"/_downpage/front/503/\" \"/srv/shop/_downpage/\"\n", text);
        Assert.Contains("Alias \"/_downpage/assets/\" \"/srv/shop/_downpage/assets/\"\n", text);
        Assert.DoesNotContain("Alias \"/_downpage/\"", text);
        Assert.DoesNotContain("ErrorDocument 500", text);
        Assert.DoesNotContain("ProxyErrorOverride", text);
    }

    [TestMethod]
    public void Config_WithoutAssets_HasNoAddressForThem()
    {
        var manifest = Sample.Built.Manifest with { Assets = [] };

        var text = Sample.Text("apache", Config, built: Sample.Built with { Manifest = manifest });

        Assert.DoesNotContain("assets", text);
        Assert.Contains("SetEnvIf Request_URI \"^/_downpage/front/", text);
    }

    [TestMethod]
    public void Config_WithInterception_NamesTheStatuses()
    {
        var options = Sample.Options("apache");
        options.Intercept = true;

        Assert.Contains("\nProxyErrorOverride On 502 503 504\n", Sample.Text("apache", Config, options));
    }

    [TestMethod]
    public void RetryAfter_ThatDiffers_IsSaidForEachPage()
    {
        var pages = Sample.Built.Manifest.Pages
            .Select(page => page.StatusCode == 502 ? page with { RetryAfter = 5 } : page).ToList();

        var text = Sample.Text(
            "apache", Config, built: Sample.Built with { Manifest = Sample.Built.Manifest with { Pages = pages } });

        Assert.Contains(
            "Header always set Retry-After \"5\" \"expr=%{REQUEST_URI} =~ m#^/_downpage/front/(?:502)/#\"", text);
        Assert.Contains("Header always set Retry-After \"600\" \"expr=", text);
        Assert.Contains("Header always set Retry-After \"600\"\n", Sample.Text("apache", Config));
    }

    [TestMethod]
    public void Map_OfAPage_ListsEachLanguageFormAndCodingOnce()
    {
        var map = Sample.Text("apache", "apache/502.var");

        // Two languages; HTML and text once, JSON under two names; each plain and in two codings.
        Assert.HasCount(2 * 4 * 3, map.Split("\nURI: ")[1..]);
        Assert.Contains(
            "URI: 502/502.de.html.br\nContent-Type: text/html; charset=utf-8; qs=1.0\nContent-Language: de\n"
            + "Content-Encoding: br\n", map);
        Assert.DoesNotContain("502/502.html\n", map);
    }

    [TestMethod]
    public void Map_OfASiteOfOneLanguage_ListsThePageItself()
    {
        var pages = Sample.Built.Manifest.Pages
            .Where(page => page.IsDefault && page.Form == ManifestForm.Html)
            .Select(page => page with { Encodings = [] }).ToList();
        var built = Sample.Built with { Manifest = Sample.Built.Manifest with { Pages = pages } };

        Assert.Contains("URI: 502/502.html\n", Sample.Text("apache", "apache/502.var", built: built));
        var text = Sample.Text("apache", Config, built: built);
        Assert.Contains("DefaultLanguage en\n", text);
        Assert.DoesNotContain("LanguagePriority", text);
        Assert.DoesNotContain("set Vary", text);
        Assert.DoesNotContain("AddEncoding", text);
    }

    [TestMethod]
    public void Map_OfABretonPage_OffersNoBrotli()
    {
        var pages = Sample.Built.Manifest.Pages.Select(page => page.Culture == "de"
            ? page with { Culture = "br", File = page.File.Replace(".de.", ".br.", StringComparison.Ordinal) }
            : page).ToList();
        var built = Sample.Built with { Manifest = Sample.Built.Manifest with { Pages = pages } };

        var map = Sample.Text("apache", "apache/502.var", built: built);

        Assert.Contains("Content-Language: br\n", map);
        Assert.Contains("Content-Encoding: gzip\n", map);
        Assert.DoesNotContain("Content-Encoding: br\n", map);
        Assert.DoesNotContain("AddEncoding br", Sample.Text("apache", Config, built: built));
    }

    [TestMethod]
    public void Page_WithoutEnding_IsRefused()
    {
        var pages = Sample.Built.Manifest.Pages
            .Where(page => page.Form == ManifestForm.Html && page.IsDefault)
            .Select(page => page with { File = "down" }).ToList();
        var built = Sample.Built with { Manifest = Sample.Built.Manifest with { Pages = pages } };

        var refused = Assert.ThrowsExactly<FrontEndException>(() => Sample.Text("apache", Config, built: built));

        Assert.Contains("'down'", refused.Message);
    }
}
