using System.Runtime.Versioning;
using DownPage.Tool.Tests.Verify;

namespace DownPage.Tool.Tests.Config;

/// <summary>What <c>downpage config</c> does not write, and what it says then.</summary>
[TestClass]
public sealed class ConfigRefusedTests(TestContext test)
{
    [TestMethod]
    [DataRow("ngnix", "did you mean 'nginx'?")]
    [DataRow("hal9000", "There are alb, apache, ")]
    public async Task Config_UnknownServer_IsToldTheNearestAndAll(string server, string expected)
    {
        using var pages = PublishedPages.Usual();

        var run = await ConfigCommandTests.RunAsync(pages, "config", "alb", server);

        Assert.AreEqual(ExitCode.Usage, run.ExitCode);
        Assert.StartsWith($"error DP0707: '{server}' is no server", run.Error);
        Assert.Contains(expected, run.Error);
        Assert.EndsWith("waf, yarp.\n", run.Error);
        Assert.IsFalse(Directory.Exists(pages.PathOf("_downpage/conf")));
    }

    [TestMethod]
    [DataRow("config", DisplayName = "no server")]
    [DataRow("config", "alb", "waf", "--stdout", DisplayName = "several to print")]
    [DataRow("config", "alb", "--header", "DENY", DisplayName = "a header without a name")]
    [DataRow("config", "alb", "--header", ": DENY", DisplayName = "a header with an empty name")]
    [DataRow("config", "alb", "--retry-after", "soon", DisplayName = "no length of time")]
    [DataRow("config", "alb", "--path-base", "shop", DisplayName = "no path")]
    [DataRow("config", "alb", "--path-base", "//shop", DisplayName = "a host")]
    public async Task Config_WrongOptions_AreUsage(params string[] arguments)
    {
        using var pages = PublishedPages.Usual();

        var run = await ConfigCommandTests.RunAsync(pages, arguments);

        Assert.AreEqual(ExitCode.Usage, run.ExitCode, run.Error);
        Assert.StartsWith("error DP0514: ", run.Error);
    }

    [TestMethod]
    public async Task Config_WrongValues_AreToldAllAtOnceAndNothingIsWritten()
    {
        using var pages = PublishedPages.Usual();

        var run = await ConfigCommandTests.RunAsync(
            pages, "config", "frontdoor", "--allow", "10.0.0.0/33", "--bypass", "healthz", "--prefix", "x y");

        Assert.AreEqual(ExitCode.Failure, run.ExitCode);
        Assert.HasCount(3, run.Error.Split("error DP0704: ").Skip(1).ToList());
        Assert.IsFalse(Directory.Exists(pages.PathOf("_downpage/conf")));
    }

    [TestMethod]
    public async Task Config_PageThatDoesNotFit_IsRefusedAndNothingIsWritten()
    {
        using var pages = PublishedPages.Usual();
        pages.Write("_downpage/502.html", new string('x', 10_241));

        var run = await ConfigCommandTests.RunAsync(pages, "config", "frontdoor", "appservice");

        Assert.AreEqual(ExitCode.Failure, run.ExitCode);
        Assert.Contains("error DP0709: '502.html' has 10,241 bytes", run.Error);
        Assert.IsFalse(Directory.Exists(pages.PathOf("_downpage/conf")));
    }

    [TestMethod]
    public async Task Config_StatusWithoutPage_IsAWarning()
    {
        using var pages = PublishedPages.Usual();

        var run = await ConfigCommandTests.RunAsync(pages, "config", "frontdoor");

        Assert.AreEqual(ExitCode.Success, run.ExitCode);
        Assert.StartsWith("warning DP0702: ", run.Error);
        Assert.Contains("504", run.Error);
    }

    [TestMethod]
    public async Task Config_NoPages_SaysSo()
    {
        using var folder = new TempFolder();
        folder.Write("appsettings.json", "{}");

        var run = await ToolRun.RunAsync(folder.Root, TimeProvider.System, "config", "alb");

        Assert.AreEqual(ExitCode.Failure, run.ExitCode);
        var manifest = folder.PathOf("_downpage/downpages.json");
        Assert.StartsWith($"error DP0535: '{manifest}' cannot be used: it is not there.", run.Error);
    }

    [TestMethod]
    public async Task Config_ManifestWithoutItsPage_SaysWhich()
    {
        using var pages = PublishedPages.Usual();
        File.Delete(pages.PathOf("_downpage/502.html"));

        var run = await ConfigCommandTests.RunAsync(pages, "config", "cloudflare");

        Assert.AreEqual(ExitCode.Failure, run.ExitCode);
        Assert.StartsWith("error DP0535: A page of ", run.Error);
        Assert.Contains("502.html", run.Error);
    }

    [TestMethod]
    public async Task Config_PagesOutsideTheApp_AreRefused()
    {
        using var pages = PublishedPages.Usual();
        using var app = new TempFolder();
        app.Write("appsettings.json", $$"""{ "MaintenanceMode": { "Pages": { "Folder": "{{pages.Folder}}" } } }""");

        var run = await ToolRun.RunAsync(app.Root, TimeProvider.System, "config", "cloudfront");

        Assert.AreEqual(ExitCode.Failure, run.ExitCode);
        Assert.StartsWith("error DP0704: ", run.Error);
        Assert.Contains("MaintenanceMode:Pages:Folder", run.Error);
    }

    [TestMethod]
    [DataRow("_downpage/conf/waf", DisplayName = "a file where a folder is needed")]
    [DataRow("_downpage/conf/waf/rule.json/x", DisplayName = "a folder where a file is needed")]
    public async Task Config_PlaceThatIsTaken_IsTold(string taken)
    {
        using var pages = PublishedPages.Usual();
        pages.Write(taken, "");

        var run = await ConfigCommandTests.RunAsync(pages, "config", "waf");

        Assert.AreEqual(ExitCode.Failure, run.ExitCode);
        Assert.Contains("error DP0710: ", run.Error);
        Assert.Contains("--output", run.Error);
    }

    [TestMethod]
    [OSCondition(OperatingSystems.Linux)]
    [UnsupportedOSPlatform("windows")]
    [Timeout(60_000, CooperativeCancellation = true)]
    public async Task Config_FolderThatMayNotBeWritten_IsToldAndAnotherCanBeNamed()
    {
        using var pages = PublishedPages.Usual();
        using var elsewhere = new TempFolder();
        File.SetUnixFileMode(pages.Folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try
        {
            var own = await ToolProcess.RunWithRightsAsync(pages.Root, test.CancellationToken, "config", "waf");
            var other = await ToolProcess.RunWithRightsAsync(
                pages.Root, test.CancellationToken, "config", "waf", "--output", elsewhere.Root);

            Assert.AreEqual(ExitCode.Failure, own.ExitCode, own.Out);
            Assert.Contains("error DP0710: ", own.Error);
            Assert.AreEqual(ExitCode.Success, other.ExitCode, other.Error);
        }
        finally
        {
            File.SetUnixFileMode(
                pages.Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [TestMethod]
    [DataRow("DP0707", "config ngnix", DisplayName = "DP0707")]
    [DataRow("DP0709", "config appservice", DisplayName = "DP0709")]
    public async Task ErrorsDocument_OfACode_HasTheMessageAsItIsPrinted(string code, string line)
    {
        using var pages = PublishedPages.Usual();
        pages.Write("_downpage/502.html", new string('x', 16_329));

        var run = await ConfigCommandTests.RunAsync(pages, line.Split(' '));

        Assert.Contains(
            run.Error.Split('\n').First(printed => printed.StartsWith($"error {code}: ", StringComparison.Ordinal)),
            ErrorsDocument.Section(code));
    }
}
