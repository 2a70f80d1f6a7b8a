using System.Text;

namespace DownPage.FrontEnds.Tests.HAProxy;

/// <summary>What is written for HAProxy, as text; that HAProxy takes it is another project's to prove.</summary>
[TestClass]
public sealed class HAProxyConfigTests
{
    private const string Config = "haproxy/downpage.cfg";
    private const string Lua = "haproxy/downpage.lua";

    [TestMethod]
    public void Files_AreTheConfigurationTheScriptTheListsAndAnErrorfileForEachVariant()
    {
        var paths = Write(Sample.Options("haproxy")).Select(file => file.Path).ToList();

        foreach (var path in (string[])[Config, Lua, "haproxy/downpage.map", "haproxy/downpage.allow"])
        {
            Assert.Contains(path, paths);
        }

        // 500, 502, 503, 504 in two languages and three forms.
        Assert.HasCount(24, paths.Where(path => path.StartsWith("haproxy/errors/", StringComparison.Ordinal)));
        Assert.Contains("haproxy/errors/502.de.json.http", paths);
    }

    [TestMethod]
    public void EachFile_ButTheRawAnswers_IsStamped()
    {
        foreach (var file in Write(Sample.Options("haproxy")))
        {
            var isRaw = file.Path.EndsWith(".http", StringComparison.Ordinal);
            Assert.AreEqual(!isRaw, ConfigStamp.IsIntact(file.Content.Span), file.Path);
        }
    }

    [TestMethod]
    public void Errorfile_OfAPage_IsTheWholeAnswer()
    {
        var options = Sample.Options("haproxy");
        options.Headers = [new("X-Extra", "one \"two\"; 3% #4 $5")];

        var text = Sample.Text("haproxy", "haproxy/errors/502.de.http", options);

        var body = text[(text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
        Assert.StartsWith("HTTP/1.1 502 Bad Gateway\r\n", text);
        Assert.Contains("<title>502.de.html</title>", body);
        foreach (var line in (string[])
            ["Content-Type: text/html; charset=utf-8", "Content-Language: de", "Cache-Control: no-store",
                "X-Robots-Tag: noindex", "Retry-After: 600", "Vary: Accept, Accept-Language, Accept-Encoding",
                "X-Extra: one \"two\"; 3% #4 $5", $"Content-Length: {Encoding.UTF8.GetByteCount(body)}"])
        {
            Assert.Contains("\r\n" + line + "\r\n", text);
        }

        Assert.DoesNotContain("ETag", text);
        Assert.DoesNotContain("Last-Modified", text);
    }

    [TestMethod]
    public void Errorfile_WithoutRetryAfter_HasNone()
    {
        var built = Sample.Built with
        {
            Manifest = Sample.Built.Manifest with
            {
                Pages = [.. Sample.Built.Manifest.Pages.Select(page => page with { RetryAfter = null })],
            },
        };
        var options = Sample.Options("haproxy");
        options.RetryAfter = 0;

        Assert.DoesNotContain("Retry-After", Sample.Text("haproxy", "haproxy/errors/502.http", options, built));
        Assert.DoesNotContain("Retry-After", Sample.Text("haproxy", Lua, options, built));
    }

    [TestMethod]
    public void Sections_AreNamedByLanguageAndForm()
    {
        var text = Sample.Text("haproxy", Config);

        foreach (var section in (string[])
            ["downpage", "downpage-json", "downpage-text", "downpage-de", "downpage-de-json", "downpage-de-text"])
        {
            Assert.Contains($"\nhttp-errors {section}\n", text);
        }

        Assert.Contains("    errorfile 504 '/srv/shop/_downpage/conf/haproxy/errors/504.de.http'\n", text);
        Assert.Contains("    lua-load '/srv/shop/_downpage/conf/haproxy/downpage.lua'\n", text);
    }

    [TestMethod]
    public void Sections_OfASiteWithHtmlAlone_AreOne()
    {
        var built = Sample.Built with
        {
            Manifest = Sample.Built.Manifest with
            {
                Pages = [.. Sample.Built.Manifest.Pages.Where(page => page is { IsDefault: true, Form: PageManifest.ManifestForm.Html })
                    .Select(page => page with { Culture = null, Encodings = [] })],
            },
        };

        var text = Sample.Text("haproxy", Config, built: built);

        Assert.AreEqual(2, text.Split("\nhttp-errors ").Length);
        Assert.DoesNotContain("Vary", Sample.Text("haproxy", "haproxy/errors/502.http", built: built));
    }

    [TestMethod]
    [DataRow(true, DisplayName = "asked for")]
    [DataRow(false, DisplayName = "not asked for")]
    public void Intercept_IsWrittenAsLinesOfTheBackend(bool intercept)
    {
        var options = Sample.Options("haproxy");
        options.Intercept = intercept;

        var text = Sample.Text("haproxy", Config, options);

        const string Line = "#        http-response return status 504 errorfiles downpage if { status 504 }\n";
        Assert.AreEqual(intercept, text.Contains(Line, StringComparison.Ordinal));
    }

    [TestMethod]
    public void Script_KnowsTheSite()
    {
        var options = Sample.Options("haproxy");
        options.Bypass = ["/Healthz", "/Größe", "/admin/*", "/a\"b\\c"];
        options.FlagFile = "/var/lib/shop/down \"now\".on";

        var text = Sample.Text("haproxy", Lua, options);

        foreach (var part in (string[])
            ["flag = \"/var/lib/shop/down \\\"now\\\".on\",", "[\"/healthz\"] = true,", "[\"/größe\"] = true,", "        \"/admin\",\n",
                "[\"/a\\\"b\\\\c\"] = true,", "probe = \"/_downpage/probe\",", "assets = \"/_downpage/assets/\",",
                "[\"/_downpage/assets/3f8a6c20e1b95d7704aa.png\"] = { \"assets/3f8a6c20e1b95d7704aa.png\", \"image/png\" },",
                "identity = \"503.de.json\", br = \"503.de.json.br\", gzip = \"503.de.json.gz\""])
        {
            Assert.Contains(part, text);
        }
    }

    [TestMethod]
    public void Allowed_AreLinesOfAMap()
    {
        var options = Sample.Options("haproxy");
        options.Allow = ["10.1.2.3/8", "203.0.113.7", "2001:db8::/32"];

        var text = Sample.Text("haproxy", "haproxy/downpage.allow", options);

        Assert.EndsWith("\n10.0.0.0/8 1\n203.0.113.7/32 1\n2001:db8::/32 1\n", text);
    }

    private static IReadOnlyList<ConfigFile> Write(FrontEndOptions options)
    {
        var frontEnd = FrontEndSet.Find("haproxy");
        Assert.IsNotNull(frontEnd);
        return frontEnd.Write(Sample.Site(options));
    }
}
