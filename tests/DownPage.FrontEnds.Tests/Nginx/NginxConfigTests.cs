using DownPage.PageManifest;

namespace DownPage.FrontEnds.Tests.Nginx;

/// <summary>The configuration as text: what a site's options make of it.</summary>
[TestClass]
public sealed class NginxConfigTests
{
    private const string Simple = "nginx/downpage.conf";
    private const string Full = "nginx/full/downpage.conf";
    private const string Http = "nginx/full/downpage.http.conf";

    [TestMethod]
    public void Write_TheSameSiteTwice_GivesTheSameSignedFiles()
    {
        var (first, second) = (Files(Sample.Options("nginx")), Files(Sample.Options("nginx")));

        CollectionAssert.AreEqual(new[] { Simple, Http, Full }, first.Select(file => file.Path).ToArray());
        for (var index = 0; index < first.Count; index++)
        {
            Assert.IsTrue(ConfigStamp.IsIntact(first[index].Content.Span), first[index].Path);
            Assert.IsTrue(first[index].Content.Span.SequenceEqual(second[index].Content.Span), first[index].Path);
        }
    }

    [TestMethod]
    [DataRow(Simple)]
    [DataRow(Full)]
    [DataRow(Http)]
    public void Write_EachFile_OpensWithWhereItGoesAndHowToTestAndReload(string path)
    {
        var lines = Sample.Text("nginx", path).Split('\n');
        var comment = string.Join('\n', lines.TakeWhile(line => line.StartsWith('#')));

        Assert.StartsWith("# Written by DownPage.Build 1.0.0; sha256", lines[0]);
        Assert.Contains("Where it goes:", comment);
        Assert.Contains("/srv/shop/_downpage/conf/" + path, comment);
        Assert.Contains("nginx -t", comment);
        Assert.Contains("systemctl reload nginx", comment);
        Assert.IsTrue(Array.TrueForAll(lines, line => line == line.TrimEnd()), "white space at the end of a line");
    }

    [TestMethod]
    [DataRow(Simple)]
    [DataRow(Full)]
    public void Write_ByDefault_LeavesTheAppsOwnAnswersAlone(string path)
    {
        var text = Sample.Text("nginx", path);

        Assert.DoesNotContain("proxy_intercept_errors", text);
        Assert.Contains("error_page 500 /_downpage/answer/500;", text);
    }

    [TestMethod]
    [DataRow(Simple)]
    [DataRow(Full)]
    public void Write_WithIntercept_TakesTheThreeAndNotTheAppsOwn500(string path)
    {
        var options = Sample.Options("nginx");
        options.Intercept = true;

        var text = Sample.Text("nginx", path, options);

        Assert.Contains("proxy_intercept_errors on;", text);
        Assert.Contains("error_page 502 /_downpage/answer/502;", text);
        Assert.DoesNotContain("error_page 500", text);
    }

    [TestMethod]
    [DataRow(Simple)]
    [DataRow(Full)]
    public void Write_WithoutRetryAfter_SetsNone(string path)
    {
        var built = Sample.Built with
        {
            Manifest = Sample.Built.Manifest with
            {
                Pages = [.. Sample.Built.Manifest.Pages.Select(page => page with { RetryAfter = null })],
            },
        };
        var options = Sample.Options("nginx");
        options.RetryAfter = 0;

        Assert.Contains("set $downpage_retry_after \"\";", Sample.Text("nginx", path, options, built));
        Assert.Contains("set $downpage_retry_after 600;", Sample.Text("nginx", path));
    }

    [TestMethod]
    public void Write_NamesOfFiles_AreThoseOfTheManifest()
    {
        var built = Sample.Built with
        {
            Manifest = Sample.Built.Manifest with
            {
                Pages = [.. Sample.Built.Manifest.Pages.Where(page => page.Form == ManifestForm.Html)
                    .Select(page => page with { File = "so ry/" + page.File, Name = "so ry/" + page.Name })],
                Assets = [],
            },
        };

        var text = Sample.Text("nginx", Simple, built: built);

        Assert.Contains("try_files \"/so ry/502.html\" =502;", text);
        Assert.DoesNotContain("/_downpage/assets/", text);
        Assert.DoesNotContain("$http_accept ", Sample.Text("nginx", Http, built: built));
        Assert.Contains("location ^~ /_downpage/assets/ {", Sample.Text("nginx", Simple));
    }

    [TestMethod]
    public void Write_OneLanguageAndForm_NegotiatesNothing()
    {
        var built = Sample.Built with
        {
            Manifest = Sample.Built.Manifest with
            {
                Pages = [.. Sample.Built.Manifest.Pages.Where(page => page.Form == ManifestForm.Html && page.Culture == "en")],
            },
        };

        var text = Sample.Text("nginx", Full, built: built);

        Assert.Contains("add_header Vary \"Accept-Encoding\" always;", text);
        Assert.Contains("add_header Vary \"Accept, Accept-Language, Accept-Encoding\" always;", Sample.Text("nginx", Full));
        Assert.DoesNotContain("$http_accept_language", Sample.Text("nginx", Http, built: built));
    }

    [TestMethod]
    [DataRow("Shop", "$downpage_shop_form", DisplayName = "a short name")]
    [DataRow("My.Shop-2", "$downpage_my_shop_2_form", DisplayName = "other characters")]
    [DataRow("Contoso.Web.Frontend.Portal", "$downpage_contoso_web", DisplayName = "a long name is cut")]
    public void Write_InHttp_VariablesHaveTheAppsName(string application, string variable)
        => Assert.Contains(variable, Sample.Text("nginx", Http, built: Sample.Built with { Application = application }));

    [TestMethod]
    public void Write_ADollarInTheDeployRoot_IsRefused()
    {
        var options = Sample.Options("nginx");
        options.DeployRoot = "/srv/$shop";

        var writing = ConfigWriting.Of(options, Sample.Built);

        Assert.IsEmpty(writing.Files);
        var error = Assert.ContainsSingle(writing.Errors);
        Assert.AreEqual("DP0703", error.Code);
        Assert.StartsWith("The deploy root '/srv/$shop' cannot be written into the configuration of nginx:", error.Message);
    }

    private static IReadOnlyList<ConfigFile> Files(FrontEndOptions options)
    {
        var frontEnd = FrontEndSet.Find("nginx");
        Assert.IsNotNull(frontEnd);
        return frontEnd.Write(Sample.Site(options));
    }
}
