using System.Text.Json.Nodes;
using DownPage.RenderProtocol;
using DownPage.Tool.Tests.Verify;

namespace DownPage.Tool.Tests.Config;

/// <summary><c>downpage config</c>: what it writes, and what it says of it.</summary>
[TestClass]
public sealed class ConfigCommandTests
{
    [TestMethod]
    public async Task Config_PublishedApp_WritesBesideThePagesAndSaysWhatToDo()
    {
        using var pages = PublishedPages.Usual();

        var run = await RunAsync(pages, "config", "frontdoor");

        Assert.AreEqual(ExitCode.Success, run.ExitCode, run.Error);
        var conf = pages.Read("_downpage/conf/frontdoor/downpage.conf");
        Assert.StartsWith("# Written by DownPage.Tool ", conf);
        Assert.AreEqual(pages.Read("_downpage/503.html"), pages.Read("_downpage/conf/frontdoor/503.html"));
        var lines = run.Out.Split('\n');
        var index = Array.IndexOf(lines, pages.PathOf("_downpage/conf/frontdoor/downpage.conf"));
        Assert.AreEqual("  " + conf.Split('\n')[1][2..], lines[index + 1]);
        Assert.Contains("  Test: nginx -t    Reload: nginx -s reload\n", run.Out);
        Assert.DoesNotContain("listen 8080", run.Out);
        Assert.DoesNotContain("sha256", run.Out);
    }

    [TestMethod]
    [DataRow("alb", "alb")]
    [DataRow("waf", "alb")]
    [DataRow("appgateway", "azure")]
    [DataRow("appservice", "azure")]
    [DataRow("cloudflare", "cloudflare")]
    [DataRow("cloudflare-pages", "cloudflare")]
    [DataRow("cloudfront", "cloudfront")]
    public async Task Config_FilesWithoutRoomForAComment_SaysWhereItStands(string server, string guide)
    {
        using var pages = PublishedPages.Usual();

        var run = await RunAsync(pages, "config", server, "frontdoor");

        Assert.AreEqual(ExitCode.Success, run.ExitCode, run.Error);
        Assert.EndsWith($"What to do with the files of {server}: docs/guides/{guide}.md of the repository.\n", run.Out);
        Assert.IsTrue(File.Exists(Path.Combine(RepositoryPaths.Root, "docs", "guides", guide + ".md")));
    }

    [TestMethod]
    public async Task Config_Twice_WritesTheSameBytesAndSaysThatTheyWereThere()
    {
        using var pages = PublishedPages.Usual();
        var first = await RunAsync(pages, "config", "alb", "cloudfront", "frontdoor", "waf");
        var before = Contents(pages);

        var second = await RunAsync(pages, "config", "alb", "cloudfront", "frontdoor", "waf");

        Assert.AreEqual(ExitCode.Success, first.ExitCode, first.Error);
        Assert.AreEqual(ExitCode.Success, second.ExitCode, second.Error);
        CollectionAssert.AreEqual(before.ToArray(), Contents(pages).ToArray());
        Assert.DoesNotContain("as it was", first.Out);
        Assert.Contains("frontdoor/downpage.conf  as it was\n", second.Out);
        Assert.IsEmpty(Directory.EnumerateFiles(pages.Root, "*.tmp", SearchOption.AllDirectories));
    }

    [TestMethod]
    public async Task Config_Output_IsWrittenThereAndTheAppIsLeftAlone()
    {
        using var pages = PublishedPages.Usual();
        using var elsewhere = new TempFolder();

        var run = await ToolRun.RunAsync(
            elsewhere.Root, TimeProvider.System, "config", "frontdoor", "--app", pages.Root, "-o", "conf.d");

        Assert.AreEqual(ExitCode.Success, run.ExitCode, run.Error);
        Assert.IsTrue(File.Exists(elsewhere.PathOf("conf.d/frontdoor/downpage.conf")));
        Assert.IsFalse(Directory.Exists(pages.PathOf("_downpage/conf")));
    }

    [TestMethod]
    public async Task Config_Options_ReachTheFiles()
    {
        using var pages = PublishedPages.Usual();

        var run = await RunAsync(
            pages,
            ["config", "waf", "cloudfront", "cloudflare", "--allow", "203.0.113.7", "2001:db8::/32", "--bypass",
            "/healthz,/api/*", "--header", "X-Frame-Options: DENY", "--intercept", "--prefix", "/errors", "--path-base",
            "/shop/", "--retry-after", "5m"]);

        Assert.AreEqual(ExitCode.Success, run.ExitCode, run.Error);
        Assert.Contains("203.0.113.7/32", pages.Read("_downpage/conf/waf/addresses-ipv4.json"));
        Assert.Contains("2001:db8::/32", pages.Read("_downpage/conf/waf/addresses-ipv6.json"));
        var rule = pages.Read("_downpage/conf/waf/rule.json");
        Assert.Contains("^/shop/healthz$", rule);
        Assert.Contains("^/shop/api(/.*)?$", rule);
        Assert.Contains("X-Frame-Options", rule);
        Assert.Contains(
            "\"/errors/pages/502.html\"", pages.Read("_downpage/conf/cloudfront/custom-error-responses.json"));
        Assert.Contains("{503 502 504 520", pages.Read("_downpage/conf/cloudflare/rule.json"));
    }

    [TestMethod]
    [DataRow("90", "90", DisplayName = "seconds")]
    [DataRow("10m", "600", DisplayName = "minutes")]
    [DataRow("PT2H", "7200", DisplayName = "ISO 8601")]
    public async Task Config_RetryAfter_IsForPagesThatSayNone(string typed, string seconds)
    {
        using var pages = PublishedPages.Usual();
        var manifest = pages.Read("_downpage/downpages.json");
        pages.Write("_downpage/downpages.json", manifest.Replace("\"retryAfter\":1200,", "", StringComparison.Ordinal));

        var run = await RunAsync(pages, "config", "frontdoor", "--retry-after", typed);

        Assert.AreEqual(ExitCode.Success, run.ExitCode, run.Error);
        Assert.Contains(
            $"add_header Retry-After \"{seconds}\" always;", pages.Read("_downpage/conf/frontdoor/downpage.conf"));
    }

    [TestMethod]
    public async Task Config_SettingsOfTheApp_HoldUnlessAnOptionSaysOtherwise()
    {
        using var pages = PublishedPages.Usual();
        pages.Write(
            "appsettings.json",
            """{ "MaintenanceMode": { "Allow": { "Networks": ["10.0.0.0/8"], "Paths": ["/ready"] } } }""");

        var own = await RunAsync(pages, "config", "alb", "-o", "own");
        var none = await RunAsync(pages, "config", "alb", "-o", "none", "--allow", "none", "--bypass", "none");

        Assert.AreEqual(ExitCode.Success, own.ExitCode, own.Error);
        Assert.AreEqual(ExitCode.Success, none.ExitCode, none.Error);
        Assert.Contains("\"/ready\"", pages.Read("own/alb/pass-3.json"));
        Assert.Contains("\"10.0.0.0/8\"", pages.Read("own/alb/pass-4.json"));
        Assert.DoesNotContain("/ready", pages.Read("none/alb/pass-2.json"));
        Assert.IsFalse(File.Exists(pages.PathOf("none/alb/pass-3.json")));
    }

    [TestMethod]
    public async Task Config_Stdout_PrintsTheMainFileAndWritesNone()
    {
        using var pages = PublishedPages.Usual();

        var run = await RunAsync(pages, "config", "frontdoor", "--stdout");
        var written = await RunAsync(pages, "config", "frontdoor");

        Assert.AreEqual(ExitCode.Success, written.ExitCode, written.Error);
        Assert.AreEqual(pages.Read("_downpage/conf/frontdoor/downpage.conf"), run.Out);
    }

    [TestMethod]
    public async Task Config_Json_ListsTheFiles()
    {
        using var pages = PublishedPages.Usual();

        var first = await RunAsync(pages, "config", "waf", "yarp", "--json");
        var second = await RunAsync(pages, "config", "waf", "--json");

        var files = JsonNode.Parse(first.Out)!["files"]!.AsArray();
        Assert.HasCount(2, files);
        Assert.AreEqual(pages.PathOf("_downpage/conf/waf/custom-response-bodies.json"), (string)files[0]!["path"]!);
        Assert.AreEqual("waf", (string)files[0]!["server"]!);
        Assert.AreEqual(new FileInfo((string)files[0]!["path"]!).Length, (long)files[0]!["bytes"]!);
        Assert.IsTrue((bool)files[0]!["changed"]!);
        Assert.IsFalse((bool)JsonNode.Parse(second.Out)!["files"]![0]!["changed"]!);
    }

    [TestMethod]
    public async Task Config_List_PrintsTheServersWithoutAnApp()
    {
        using var folder = new TempFolder();

        var run = await ToolRun.RunAsync(folder.Root, TimeProvider.System, "config", "--list");

        Assert.AreEqual(ExitCode.Success, run.ExitCode, run.Error);
        CollectionAssert.AreEqual(ServerNames.All, run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [TestMethod]
    public async Task Config_Yarp_SaysThatItNeedsNoFile()
    {
        using var folder = new TempFolder();

        var run = await ToolRun.RunAsync(folder.Root, TimeProvider.System, "config", "YARP");

        Assert.AreEqual(ExitCode.Success, run.ExitCode, run.Error);
        Assert.Contains("app.UseDownPages()", run.Out);
    }

    [TestMethod]
    [DataRow("downpage config ngi", "nginx")]
    [DataRow("downpage config nginx cloudfl", "cloudflare-pages")]
    public async Task Suggest_AServer_HasItsName(string line, string expected)
    {
        var run = await ToolRun.RunAsync(RepositoryPaths.Root, TimeProvider.System, $"[suggest:{line.Length}]", line);

        Assert.Contains(expected, run.Out.Split('\n', StringSplitOptions.TrimEntries));
    }

    internal static Task<ToolRun> RunAsync(PublishedPages pages, params string[] arguments)
        => ToolRun.RunAsync(pages.Root, TimeProvider.System, arguments);

    internal static SortedDictionary<string, string> Contents(PublishedPages pages)
        => new(Directory.EnumerateFiles(pages.PathOf("_downpage/conf"), "*", SearchOption.AllDirectories)
            .ToDictionary(file => file, File.ReadAllText));
}
