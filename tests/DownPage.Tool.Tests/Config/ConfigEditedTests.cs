using DownPage.Tool.Tests.Verify;

namespace DownPage.Tool.Tests.Config;

/// <summary>What somebody changed by hand is not lost without a word.</summary>
[TestClass]
public sealed class ConfigEditedTests
{
    private const string Stamped = "_downpage/conf/frontdoor/downpage.conf";
    private const string Unstamped = "_downpage/conf/waf/rule.json";

    [TestMethod]
    [DataRow(Stamped, DisplayName = "with a stamp")]
    [DataRow(Unstamped, DisplayName = "without one")]
    public async Task Config_FileThatWasEdited_IsKeptAndNothingIsWritten(string file)
    {
        using var pages = await WrittenAsync();
        var edited = pages.Read(file) + "\n";
        pages.Write(file, edited);
        var before = ConfigCommandTests.Contents(pages);

        var run = await ConfigCommandTests.RunAsync(pages, "config", "frontdoor", "waf", "--bypass", "/other");

        Assert.AreEqual(ExitCode.Failure, run.ExitCode);
        Assert.Contains($"error DP0705: '{pages.PathOf(file)}' would be lost", run.Error);
        CollectionAssert.AreEqual(before.ToArray(), ConfigCommandTests.Contents(pages).ToArray());
    }

    [TestMethod]
    [DataRow(Stamped, DisplayName = "with a stamp")]
    [DataRow(Unstamped, DisplayName = "without one")]
    public async Task Config_FileThatWasEdited_IsWrittenOverByForce(string file)
    {
        using var pages = await WrittenAsync();
        var written = pages.Read(file);
        pages.Write(file, written + "\n");

        var run = await ConfigCommandTests.RunAsync(pages, "config", "frontdoor", "waf", "--force");

        Assert.AreEqual(ExitCode.Success, run.ExitCode, run.Error);
        Assert.AreEqual(written, pages.Read(file));
    }

    [TestMethod]
    [DataRow(Stamped, DisplayName = "with a stamp")]
    [DataRow(Unstamped, DisplayName = "without one")]
    public async Task Config_FileAsItWasWritten_IsReplacedByWhatIsSaidNow(string file)
    {
        using var pages = await WrittenAsync();
        var written = pages.Read(file);

        var run = await ConfigCommandTests.RunAsync(pages, "config", "frontdoor", "waf", "--bypass", "/other");

        Assert.AreEqual(ExitCode.Success, run.ExitCode, run.Error);
        Assert.AreNotEqual(written, pages.Read(file));
        Assert.Contains("/other", pages.Read(file));
    }

    [TestMethod]
    public async Task Config_FileThatWasEditedBackToWhatIsWritten_IsNoHindrance()
    {
        using var pages = await WrittenAsync();
        pages.Write(Stamped, pages.Read(Stamped) + "\n");
        File.Delete(pages.PathOf("_downpage/conf/.downpage.sha256"));

        pages.Write(Stamped, pages.Read(Stamped)[..^1]);
        var run = await ConfigCommandTests.RunAsync(pages, "config", "frontdoor", "waf");

        Assert.AreEqual(ExitCode.Success, run.ExitCode, run.Error);
    }

    [TestMethod]
    public async Task Config_FileOfSomebodyElse_IsKept()
    {
        using var pages = PublishedPages.Usual();
        pages.Write("etc/waf/rule.json", "{}");

        var run = await ConfigCommandTests.RunAsync(pages, "config", "waf", "-o", "etc");

        Assert.AreEqual(ExitCode.Failure, run.ExitCode);
        Assert.Contains("error DP0705: ", run.Error);
        Assert.AreEqual("{}", pages.Read("etc/waf/rule.json"));
        Assert.IsFalse(File.Exists(pages.PathOf("etc/waf/custom-response-bodies.json")));
    }

    [TestMethod]
    [OSCondition(OperatingSystems.Linux | OperatingSystems.OSX)]
    public async Task Config_LinkToAFile_StaysALink()
    {
        using var pages = await WrittenAsync();
        var target = pages.PathOf("elsewhere.conf");
        File.Move(pages.PathOf(Stamped), target);
        File.CreateSymbolicLink(pages.PathOf(Stamped), target);

        var run = await ConfigCommandTests.RunAsync(pages, "config", "frontdoor", "--bypass", "/other");

        Assert.AreEqual(ExitCode.Success, run.ExitCode, run.Error);
        Assert.AreEqual(target, new FileInfo(pages.PathOf(Stamped)).LinkTarget);
        Assert.Contains("/other", File.ReadAllText(target));
    }

    private static async Task<PublishedPages> WrittenAsync()
    {
        var pages = PublishedPages.Usual();
        var run = await ConfigCommandTests.RunAsync(pages, "config", "frontdoor", "waf");
        Assert.AreEqual(ExitCode.Success, run.ExitCode, run.Error);
        return pages;
    }
}
