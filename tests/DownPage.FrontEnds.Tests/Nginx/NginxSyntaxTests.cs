namespace DownPage.FrontEnds.Tests.Nginx;

/// <summary>nginx itself takes what is written, without a warning, whatever the values.</summary>
[TestClass]
public sealed class NginxSyntaxTests(TestContext test)
{
    [TestMethod]
    [Timeout(60_000)]
    [DataRow("/srv/shop", "/healthz", "a", DisplayName = "plain")]
    [DataRow("/srv/my \"shop\" it's {a};#%&()", "/a b\"c;{}$^|", "a \"quoted\\ {value}; #", DisplayName = "what a syntax has")]
    [DataRow("/srv/Übung/日本", "/größe/*", "a", DisplayName = "not ASCII")]
    [DataRow("C:\\inetpub\\my shop", "/[a-z]+(x).*", "a", DisplayName = "Windows, a regular expression")]
    public async Task Check_OfOddValues_Passes(string root, string bypass, string header)
    {
        NginxProcess.Require();
        using var folder = new TempFolder();
        var options = Sample.Options("nginx");
        options.DeployRoot = root;
        options.Bypass = [bypass, "/admin/*"];
        options.Allow = ["127.0.0.2", "10.16.0.0/12", "2001:db8::/33", "0.0.0.0/0", "::/0"];
        options.Headers = [new("X-Note", header), new("Strict-Transport-Security", "max-age=31536000; includeSubDomains")];
        foreach (var intercept in new[] { false, true })
        {
            options.Intercept = intercept;
            Assert.DoesNotContain("[warn]", await NginxProcess.CheckAsync(folder, Simple(folder, options), test.CancellationToken));
            Assert.DoesNotContain("[warn]", await NginxProcess.CheckAsync(folder, Full(folder, options), test.CancellationToken));
        }
    }

    [TestMethod]
    [Timeout(60_000)]
    public async Task Check_OfManyLanguagesAndALongName_Passes()
    {
        NginxProcess.Require();
        using var folder = new TempFolder();
        string[] cultures = ["en", "de", "de-AT", "pt-BR", "zh-Hans", "zh-Hant-TW", "sr-Latn-RS", "fr-CA"];
        var built = Sample.Built with
        {
            Application = "Contoso.Web.Frontend.Portal.With_A-Long.Name",
            Manifest = Sample.Built.Manifest with
            {
                Pages = [.. from page in Sample.Built.Manifest.Pages
                            where page.Culture == "en"
                            from culture in cultures
                            select page with
                            {
                                Culture = culture,
                                IsDefault = culture == "en" && page.IsDefault,
                                File = page.IsDefault && culture == "en"
                                    ? page.File
                                    : $"a-folder-with-a-long-name/{page.StatusCode}.{culture}.{page.File.Split('.')[^1]}",
                            }],
            },
        };

        var output = await NginxProcess.CheckAsync(folder, Full(folder, Sample.Options("nginx"), built), test.CancellationToken);

        Assert.DoesNotContain("[warn]", output);
    }

    [TestMethod]
    [Timeout(60_000)]
    public async Task Check_OfTwoServersAndTwoAppsThatShareOneNginx_Passes()
    {
        NginxProcess.Require();
        using var folder = new TempFolder();
        var (shop, other) = (Sample.Options("nginx"), Sample.Options("nginx"));
        shop.Allow = other.Allow = ["10.0.0.0/8"];
        other.DeployRoot = "/srv/other";
        var built = Sample.Built with { Application = "Other" };
        var configuration = NginxProcess.Whole(
            folder.Root,
            Sample.Text("nginx", "nginx/full/downpage.http.conf", shop)
                + Sample.Text("nginx", "nginx/full/downpage.http.conf", other, built),
            Server("one", Sample.Text("nginx", "nginx/full/downpage.conf", shop))
                + Server("two", Sample.Text("nginx", "nginx/full/downpage.conf", shop))
                + Server("three", Sample.Text("nginx", "nginx/full/downpage.conf", other, built)));

        Assert.DoesNotContain("[warn]", await NginxProcess.CheckAsync(folder, configuration, test.CancellationToken));
    }

    private static string Simple(TempFolder folder, FrontEndOptions options)
        => NginxProcess.Whole(folder.Root, "", Server("shop", Sample.Text("nginx", "nginx/downpage.conf", options)));

    private static string Full(TempFolder folder, FrontEndOptions options, BuiltSite? built = null) => NginxProcess.Whole(
        folder.Root,
        Sample.Text("nginx", "nginx/full/downpage.http.conf", options, built),
        Server("shop", Sample.Text("nginx", "nginx/full/downpage.conf", options, built)));

    private static string Server(string name, string snippet) => $$"""
        server {
            listen 127.0.0.1:39999;
            server_name {{name}};
            {{snippet}}
            location / { proxy_pass http://127.0.0.1:39998; }
        }

        """;
}
