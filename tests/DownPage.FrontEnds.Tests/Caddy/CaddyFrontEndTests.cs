using DownPage.PageManifest;

namespace DownPage.FrontEnds.Tests.Caddy;

/// <summary>The files for Caddy, as text and as Caddy itself reads them; DownPage.Servers.Tests runs them.</summary>
[TestClass]
public sealed class CaddyFrontEndTests(TestContext test)
{
    private const string File = "caddy/downpage.caddy";
    private const string SwitchFile = "caddy/downpage-switch.caddy";
    private const string ErrorsFile = "caddy/downpage-errors.caddy";
    private const string InterceptFile = "caddy/downpage-intercept.caddy";
    private const int Timeout = 60_000;

    private static readonly FrontEndOptions Awkward = new()
    {
        Servers = ["caddy"],
        DeployRoot = "/srv/my \"größte\" shop; abc $HOME #1 100%",
        FlagFile = "/var/lib/a b/on #1.flag",
        Allow = ["203.0.113.7", "2001:db8::/32"],
        Bypass = ["/health check", "/a.b/{c}", "/admin/*", "/größe\"(x)"],
        Intercept = true,
        Headers =
        [
            new("Strict-Transport-Security", "max-age=31536000; includeSubDomains"),
            new("Report-To", """{"group":"a","max_age":1,"endpoints":[{"url":"https://a.example/"}]}"""),
            new("X-Path", @"C:\pages"),
        ],
    };

    [TestMethod]
    public void Write_ASite_OpensWithStampPlaceTestAndReload()
    {
        var lines = Sample.Text("caddy", File).Split('\n');

        Assert.StartsWith("# Written by DownPage.Build 1.0.0", lines[0]);
        var opening = string.Join('\n', lines.TakeWhile(line => line.StartsWith('#')));
        Assert.Contains("import /srv/shop/_downpage/conf/caddy/downpage.caddy", opening);
        Assert.Contains("caddy validate", opening);
        Assert.Contains("systemctl reload caddy", opening);
    }

    [TestMethod]
    public void Write_ASite_NamesNoUpstreamAndSwallowsNothingBelowThePrefix()
    {
        var text = Sample.Text("caddy", File);

        var code = string.Join('\n', text.Split('\n').Where(line => !line.TrimStart().StartsWith('#')));
        Assert.DoesNotContain("reverse_proxy", code);
        Assert.DoesNotContain("/_downpage/*", code);
        Assert.Contains("handle \"/_downpage/assets/*\"", code);
        Assert.Contains("path /_downpage/probe", code);
    }

    [TestMethod]
    public void Write_PagesInTwoLanguagesAndThreeForms_HasARowForEach()
    {
        var text = Sample.Text("caddy", File);

        Assert.Contains("\"502 html en\" /502.html \"text/html; charset=utf-8\" en 600", text);
        Assert.Contains("\"504 json de\" /504.de.json \"application/problem+json\" de 600", text);
        Assert.Contains("\"maintenance text de\" /503.de.txt \"text/plain; charset=utf-8\" de 600", text);
        Assert.Contains("Vary \"Accept, Accept-Language, Accept-Encoding\"", text);
        Assert.Contains("precompressed br gzip", text);
    }

    [TestMethod]
    public void Write_OnePageInOneLanguage_NegotiatesNothing()
    {
        var built = Sample.Built with
        {
            Manifest = Sample.Built.Manifest with
            {
                Pages = [.. Sample.Built.Manifest.Pages
                    .Where(page => page is { StatusCode: 503, Culture: "en", Form: ManifestForm.Html })
                    .Select(page => page with { Culture = null, Encodings = [], File = "gone/page.htm", RetryAfter = null })
                    .Take(1)],
                Assets = [],
            },
            Settings = Sample.Settings(("RetryAfter", "00:00:00")),
        };

        var text = Sample.Text("caddy", File, built: built);

        Assert.Contains("\"504\" /gone/page.htm \"text/html; charset=utf-8\" none none", text);
        Assert.Contains("Vary \"Accept-Encoding\"", text);
        Assert.DoesNotContain("request.header.Accept", text);
        Assert.DoesNotContain("precompressed", text);
        Assert.DoesNotContain("/assets", text);
    }

    [TestMethod]
    public void Write_Intercepting_HasAFileForTheReverseProxy()
    {
        var intercept = Sample.Text("caddy", InterceptFile, Awkward);

        Assert.Contains("handle_response @downpage_own", intercept);
        Assert.Contains("downpage-intercept.caddy", Sample.Text("caddy", File, Awkward));
        var files = FrontEndSet.Find("caddy")?.Write(Sample.Site(Sample.Options("caddy")));
        Assert.IsNotNull(files);
        Assert.DoesNotContain(InterceptFile, files.Select(file => file.Path));
    }

    [TestMethod]
    [DataRow("/srv/shop*", null, DisplayName = "a pattern in the deploy root")]
    [DataRow("/srv/{$HOME}", null, DisplayName = "a variable in the deploy root")]
    [DataRow("/srv/shop", "+X-Frame-Options", DisplayName = "a header that would be added to")]
    public void Write_WhatCaddyCannotHold_IsRefused(string root, string? header)
    {
        var options = new FrontEndOptions
        {
            Servers = ["caddy"],
            DeployRoot = root,
            Headers = header is null ? [] : [new(header, "DENY")],
        };

        var writing = ConfigWriting.Of(options, Sample.Built);

        Assert.IsEmpty(writing.Files);
        Assert.Contains(error => error.Code == DiagnosticCodes.FrontEndValueRefused, writing.Errors);
    }

    [TestMethod]
    [Timeout(Timeout, CooperativeCancellation = true)]
    [DataRow(false, DisplayName = "plain values")]
    [DataRow(true, DisplayName = "awkward values")]
    public async Task Write_ASite_IsValidAndAsCaddyFormatsIt(bool isAwkward)
    {
        if (!CaddyFile.CanRun)
        {
            Assert.Inconclusive("There is no caddy on this machine.");
        }

        var files = FrontEndSet.Find("caddy")?.Write(Sample.Site(isAwkward ? Awkward : Sample.Options("caddy")));
        Assert.IsNotNull(files);
        foreach (var written in files)
        {
            using var one = new CaddyFile([written]);
            var formatted = await one.FormatAsync(test.CancellationToken);
            Assert.AreEqual(System.Text.Encoding.UTF8.GetString(written.Content.Span).TrimEnd(), formatted.Output.TrimEnd());
        }

        using var file = new CaddyFile(files);
        var proxy = isAwkward ? $"import {InterceptFile}" : "";
        var result = await file.ValidateAsync(
            $"http://127.0.0.1:1 {{\n\timport {File}\n\treverse_proxy 127.0.0.1:2 {{\n\t\t{proxy}\n\t}}\n}}\n"
            + $"http://127.0.0.1:3 {{\n\timport {File}\n}}\n"
            + $"http://127.0.0.1:4 {{\n\timport {SwitchFile}\n\thandle_errors {{\n\t\timport {ErrorsFile}\n\t}}\n}}\n",
            test.CancellationToken);

        Assert.AreEqual(0, result.ExitCode, result.ToString());
    }

    [TestMethod]
    [Timeout(Timeout, CooperativeCancellation = true)]
    public async Task Validate_AFileThatWasBroken_Fails()
    {
        if (!CaddyFile.CanRun)
        {
            Assert.Inconclusive("There is no caddy on this machine.");
        }

        var broken = ConfigStamp.Sign(File, "#", "test", Sample.Text("caddy", File) + "}\n");
        using var file = new CaddyFile([broken]);

        var result = await file.ValidateAsync($"http://127.0.0.1:1 {{\n\timport {File}\n}}\n", test.CancellationToken);

        Assert.AreNotEqual(0, result.ExitCode);
    }
}
