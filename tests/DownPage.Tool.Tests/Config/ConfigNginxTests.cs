using DownPage.Tool.Tests.Verify;

namespace DownPage.Tool.Tests.Config;

/// <summary>Configuration that names files of the server: nginx's, for all that is so.</summary>
[TestClass]
public sealed class ConfigNginxTests
{
    private const string Conf = "_downpage/conf/nginx/downpage.conf";

    [TestMethod]
    public async Task Config_OnTheServer_NamesTheFoldersThatThereAre()
    {
        using var pages = PublishedPages.Usual();

        var run = await ConfigCommandTests.RunAsync(pages, "config", "nginx");

        Assert.AreEqual(ExitCode.Success, run.ExitCode, run.Error);
        Assert.Contains(pages.PathOf("maintenance.on"), pages.Read(Conf));
        Assert.Contains($"include {pages.PathOf(Conf)};", run.Out);
        Assert.Contains("nginx -t", run.Out);
        Assert.Contains("systemctl reload nginx", run.Out);
    }

    [TestMethod]
    public async Task Config_Elsewhere_NamesTheFoldersOfTheServer()
    {
        using var pages = PublishedPages.Usual();

        var run = await ConfigCommandTests.RunAsync(
            pages, "config", "nginx", "--deploy-root", "/srv/shop/", "--flag-file", "/run/shop/down.on");

        Assert.AreEqual(ExitCode.Success, run.ExitCode, run.Error);
        Assert.Contains("/run/shop/down.on", pages.Read(Conf));
        Assert.Contains("include /srv/shop/_downpage/conf/nginx/downpage.conf;", run.Out);
        Assert.DoesNotContain(pages.Root, pages.Read(Conf));
    }

    [TestMethod]
    public async Task Config_DownFileElsewhere_HasTheFlagBesideIt()
    {
        using var pages = PublishedPages.Usual();
        pages.Write("appsettings.json", """{ "MaintenanceMode": { "DownFile": "/var/lib/shop/state.json" } }""");

        var run = await ConfigCommandTests.RunAsync(pages, "config", "nginx", "--deploy-root", "/srv/shop");

        Assert.AreEqual(ExitCode.Success, run.ExitCode, run.Error);
        Assert.Contains("/var/lib/shop/state.on", pages.Read(Conf));
    }

    [TestMethod]
    public async Task Config_OtherOutput_SaysWhereTheFilesBelong()
    {
        using var pages = PublishedPages.Usual();
        using var elsewhere = new TempFolder();

        var other = await ConfigCommandTests.RunAsync(
            pages, "config", "nginx", "--deploy-root", "/srv/shop", "--output", elsewhere.Root);
        var own = await ConfigCommandTests.RunAsync(pages, "config", "nginx", "--deploy-root", "/srv/shop");

        Assert.Contains("their place on the server: /srv/shop/_downpage/conf. Put them there.", other.Error);
        Assert.DoesNotContain("Put them there", own.Error);
        Assert.AreEqual(pages.Read(Conf), File.ReadAllText(elsewhere.PathOf("nginx/downpage.conf")));
    }

    [TestMethod]
    [DataRow("--flag-file", "../maintenance.on", DisplayName = "a flag outside")]
    [DataRow("--deploy-root", "srv/shop", DisplayName = "a root that is none")]
    [DataRow("--header", "X-Price: 5 $", DisplayName = "what nginx cannot write")]
    public async Task Config_ValueThatCannotBe_IsToldAndNothingIsWritten(string option, string value)
    {
        using var pages = PublishedPages.Usual();

        var run = await ConfigCommandTests.RunAsync(pages, "config", "nginx", option, value);

        Assert.AreEqual(ExitCode.Failure, run.ExitCode);
        Assert.MatchesRegex(new System.Text.RegularExpressions.Regex("error DP070[34]: "), run.Error);
        Assert.IsFalse(Directory.Exists(pages.PathOf("_downpage/conf")));
    }
}
