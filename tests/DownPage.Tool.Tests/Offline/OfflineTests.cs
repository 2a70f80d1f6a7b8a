using System.Text.Json;
using DownPage.History;
using DownPage.Tool.Tests.Verify;

namespace DownPage.Tool.Tests.Offline;

/// <summary><c>downpage offline</c> and <c>online</c>.</summary>
[TestClass]
public sealed class OfflineTests
{
    private const string Live = "app_offline.htm";
    private const string Parked = "app_offline.htm.parked";

    [TestMethod]
    public async Task Offline_Page_IsThatFor503AndSaysWhatServersDo()
    {
        using var pages = PublishedPages.Usual();

        var run = await RunAsync(pages, "offline");

        Assert.AreEqual(ExitCode.Success, run.ExitCode, run.Error);
        Assert.AreEqual("", run.Error);
        Assert.AreEqual(pages.Read("_downpage/503.html"), pages.Read(Live));
        Assert.IsFalse(File.Exists(pages.PathOf(Parked)));
        Assert.Contains("The site is offline:", run.Out);
        Assert.Contains("503.html, ", run.Out);
        Assert.Contains("build 0123456789ab", run.Out);
        Assert.Contains("without Retry-After", run.Out);
        Assert.Contains("UseMaintenanceMode()", run.Out);
        Assert.Contains($"downpage online --app \"{pages.Root}\"", run.Out);
        if (!OperatingSystem.IsWindows())
        {
            Assert.AreEqual(
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead,
                File.GetUnixFileMode(pages.PathOf(Live)));
        }
    }

    [TestMethod]
    public async Task Online_AfterOffline_ParksThePage()
    {
        using var pages = PublishedPages.Usual();
        await RunAsync(pages, "offline");

        var run = await RunAsync(pages, "online");

        Assert.AreEqual(ExitCode.Success, run.ExitCode, run.Error);
        Assert.IsFalse(File.Exists(pages.PathOf(Live)));
        Assert.AreEqual(pages.Read("_downpage/503.html"), pages.Read(Parked));
        Assert.Contains("The site is online again.", run.Out);
        Assert.Contains(pages.PathOf(Parked), run.Out);
    }

    [TestMethod]
    public async Task Twice_NothingChangesAndBothSaySo()
    {
        using var pages = PublishedPages.Usual();
        await RunAsync(pages, "offline");

        var offline = await RunAsync(pages, "offline");
        await RunAsync(pages, "online");
        var online = await RunAsync(pages, "online");

        Assert.AreEqual(ExitCode.Success, offline.ExitCode);
        Assert.Contains("offline already, with this page", offline.Out);
        Assert.AreEqual(ExitCode.Success, online.ExitCode);
        Assert.StartsWith("Nothing to do: there is no '", online.Out);
        Assert.HasCount(2, History(pages));
    }

    [TestMethod]
    public async Task Changes_AreInTheHistory()
    {
        using var pages = PublishedPages.Usual();
        await RunAsync(pages, "offline", "--reason", "new disk");
        await RunAsync(pages, "online", "--actor", "ben");

        var entries = History(pages);

        Assert.AreEqual("online", entries[0].Action);
        Assert.AreEqual("ben", entries[0].Actor);
        Assert.IsNotNull(entries[0].DownFor);
        Assert.AreEqual("offline", entries[1].Action);
        Assert.AreEqual("command", entries[1].Source);
        Assert.AreEqual("anna", entries[1].Actor);
        Assert.AreEqual("new disk", entries[1].Reason);
        Assert.IsFalse(File.Exists(pages.PathOf("maintenance.json")), "The down file is another matter.");
    }

    [TestMethod]
    [DataRow("--page", "502", "Something broke.")]
    [DataRow("--page", "502.HTML", "Something broke.")]
    [DataRow("--culture", "DE", "Wir ziehen um.")]
    public async Task Offline_PageThatIsNamed_IsThatOne(string option, string value, string text)
    {
        using var pages = PublishedPages.Usual();

        await RunAsync(pages, "offline", option, value);

        Assert.Contains(text, pages.Read(Live));
    }

    [TestMethod]
    [DataRow("DP0536", "it has: 503.html, 502.html.", "--page", "404")]
    [DataRow("DP0537", "it is there in: en, de.", "--culture", "fr")]
    public async Task Offline_PageThatIsNotThere_SaysWhichAre(string code, string known, string option, string value)
    {
        using var pages = PublishedPages.Usual();

        var run = await RunAsync(pages, "offline", option, value);

        Assert.AreEqual(ExitCode.Failure, run.ExitCode);
        Assert.StartsWith($"error {code}: ", run.Error);
        Assert.Contains(known, run.Error);
        Assert.IsFalse(File.Exists(pages.PathOf(Live)));
    }

    [TestMethod]
    public async Task Offline_OtherPageWhileOffline_ReplacesOurs()
    {
        using var pages = PublishedPages.Usual();
        await RunAsync(pages, "offline");

        var run = await RunAsync(pages, "offline", "--page", "502");

        Assert.Contains("the page is a new one", run.Out);
        Assert.Contains("Something broke.", pages.Read(Live));
        Assert.IsFalse(File.Exists(pages.PathOf(Parked + "-1")));
    }

    [TestMethod]
    public async Task Offline_FileOfSomebodyElse_IsKept()
    {
        using var pages = PublishedPages.Usual();
        pages.Write(Live, "<p>by hand</p>");
        pages.Write(Parked, "<p>parked by hand</p>");

        var run = await RunAsync(pages, "offline");

        Assert.AreEqual(ExitCode.Success, run.ExitCode, run.Error);
        Assert.AreEqual(pages.Read("_downpage/503.html"), pages.Read(Live));
        string[] kept = [pages.Read(Parked + "-1"), pages.Read(Parked + "-2")];
        CollectionAssert.AreEquivalent(new[] { "<p>by hand</p>", "<p>parked by hand</p>" }, kept);
        Assert.Contains($"is kept as '{pages.PathOf(Parked + "-1")}'", run.Error);
        Assert.Contains($"is kept as '{pages.PathOf(Parked + "-2")}'", run.Error);
    }

    [TestMethod]
    public async Task Online_FileOfSomebodyElse_IsParkedApart()
    {
        using var pages = PublishedPages.Usual();
        pages.Write(Parked + "-1", "taken");
        pages.Write(Live, "<p>by hand</p>");

        var run = await RunAsync(pages, "online");

        Assert.AreEqual(ExitCode.Success, run.ExitCode, run.Error);
        Assert.IsFalse(File.Exists(pages.PathOf(Live)));
        Assert.AreEqual("taken", pages.Read(Parked + "-1"));
        Assert.AreEqual("<p>by hand</p>", pages.Read(Parked + "-2"));
        Assert.Contains($"is kept as '{pages.PathOf(Parked + "-2")}'", run.Error);
    }

    [TestMethod]
    public async Task Online_PageOfAnEarlierBuild_IsOurs()
    {
        using var pages = PublishedPages.Usual();
        pages.Write(Live, PublishedPages.Html("en", "Long ago.", "ffffffffffff"));

        await RunAsync(pages, "online");

        Assert.Contains("Long ago.", pages.Read(Parked));
    }

    [TestMethod]
    public async Task Offline_NoPageBuilt_SaysHowOneIsMade()
    {
        using var folder = new TempFolder();
        folder.Write("appsettings.json", "{}");

        var run = await ToolRun.RunAsync(folder.Root, TimeProvider.System, "offline");

        Assert.AreEqual(ExitCode.Failure, run.ExitCode);
        Assert.StartsWith("error DP0535: ", run.Error);
        Assert.Contains("<DownPage Include=", run.Error);
        Assert.IsFalse(File.Exists(folder.PathOf(Live)));
    }

    [TestMethod]
    [DataRow(null, DisplayName = "no manifest")]
    [DataRow("{ \"version\": 1, \"pa", DisplayName = "half a manifest")]
    [DataRow("""{"version":1,"pages":[{"name":"503.html","file":"gone.html","statusCode":503,"mediaType":"text/html"}]}""")]
    public async Task Offline_HalfDeployed_TakesThePageByItsName(string? manifest)
    {
        using var folder = new TempFolder();
        folder.Write("_downpage/502.html", PublishedPages.Html("en", "five hundred and two"));
        folder.Write("_downpage/503.html", PublishedPages.Html("en", "five hundred and three"));
        folder.Write("_downpage/503.de.html", PublishedPages.Html("de", "fünfhundertunddrei"));
        folder.Write("appsettings.json", "{ \"torn");
        if (manifest is not null)
        {
            folder.Write("_downpage/downpages.json", manifest);
        }

        var english = await ToolRun.RunAsync(folder.Root, TimeProvider.System, "offline");
        var first = File.ReadAllText(folder.PathOf(Live));
        await ToolRun.RunAsync(folder.Root, TimeProvider.System, "offline", "--culture", "de");

        Assert.AreEqual(ExitCode.Success, english.ExitCode, english.Error);
        Assert.Contains("warning: ", english.Error);
        Assert.Contains("five hundred and three", first);
        Assert.Contains("fünfhundertunddrei", File.ReadAllText(folder.PathOf(Live)));
    }

    [TestMethod]
    public async Task Offline_EmptyPage_IsRefused()
    {
        using var pages = PublishedPages.Usual();
        pages.Write("_downpage/503.html", "");

        var run = await RunAsync(pages, "offline");

        Assert.AreEqual(ExitCode.Failure, run.ExitCode);
        Assert.StartsWith("error DP0538: ", run.Error);
        Assert.IsFalse(File.Exists(pages.PathOf(Live)));
    }

    [TestMethod]
    [DataRow("<link rel=stylesheet href=/site.css>", "/site.css")]
    [DataRow("<img src='/logo.png' alt=>", "/logo.png")]
    [DataRow("<img alt='' srcset='data:image/png;base64,AAAA 1x, /big.png 2x'>", "/big.png")]
    [DataRow("<style>@font-face{src:url( \"/_downpage/assets/3f.woff2\")}</style>", "/_downpage/assets/3f.woff2")]
    [DataRow("<script src=https://cdn.test/a.js></script>", "https://cdn.test/a.js")]
    [DataRow("<svg><use href='/icons.svg#x'/></svg>", "/icons.svg#x")]
    public async Task Offline_PageThatNeedsFiles_SaysWhichWillBeMissing(string head, string file)
    {
        using var pages = new PublishedPages()
            .Page("503.html", PublishedPages.Html("en", "Down.", head: head)).Manifest();

        var run = await RunAsync(pages, "offline");

        Assert.AreEqual(ExitCode.Success, run.ExitCode);
        Assert.Contains($"will be missing: {file}.", run.Error);
        Assert.AreEqual(pages.Read("_downpage/503.html"), pages.Read(Live));
    }

    [TestMethod]
    [DataRow("<link rel=icon href='data:,'><link rel=canonical href=/>")]
    [DataRow("<style>b{background:url(data:image/svg+xml,%3Csvg%3E)}</style><svg><use href='#a'/></svg>")]
    [DataRow("<!-- <img src=/a.png> --><script>var a = '<img src=/b.png>';</script><a href='/c'>c</a>")]
    public async Task Offline_PageThatStandsAlone_HasNoRemark(string head)
    {
        using var pages = new PublishedPages()
            .Page("503.html", PublishedPages.Html("en", "Down.", head: head)).Manifest();

        Assert.AreEqual("", (await RunAsync(pages, "offline")).Error);
    }

    [TestMethod]
    public async Task Offline_PageWithoutCharsetOrRefresh_IsRemarkedOn()
    {
        using var pages = new PublishedPages().Page("503.html", "<!DOCTYPE html><title>Down</title>").Manifest();

        var run = await RunAsync(pages, "offline");

        Assert.Contains("<meta charset=\"utf-8\">", run.Error);
        Assert.Contains("<DownPageRefresh>30</DownPageRefresh>", run.Error);
    }

    [TestMethod]
    public async Task Offline_ChangedPage_IsShownAndRemarkedOn()
    {
        using var pages = PublishedPages.Usual();
        pages.Write("_downpage/503.html", PublishedPages.Html("en", "By hand."));

        var run = await RunAsync(pages, "offline");

        Assert.Contains("By hand.", pages.Read(Live));
        Assert.Contains("is not what the build wrote", run.Error);
    }

    [TestMethod]
    public async Task Offline_FolderOfThatName_IsLeftAlone()
    {
        using var pages = PublishedPages.Usual();
        Directory.CreateDirectory(pages.PathOf(Live));

        var run = await RunAsync(pages, "offline");

        Assert.AreEqual(ExitCode.Failure, run.ExitCode);
        Assert.StartsWith("error DP0539: ", run.Error);
        Assert.IsTrue(Directory.Exists(pages.PathOf(Live)));
        Assert.IsEmpty(History(pages));
    }

    [TestMethod]
    public async Task Offline_NoHistoryCanBeWritten_StandsAndSaysSo()
    {
        using var pages = PublishedPages.Usual();
        Directory.CreateDirectory(pages.PathOf("maintenance.history.jsonl"));

        var run = await RunAsync(pages, "offline");

        Assert.AreEqual(ExitCode.Success, run.ExitCode);
        Assert.IsTrue(File.Exists(pages.PathOf(Live)));
        Assert.Contains("the change stands, but the history does not say so", run.Error);
    }

    [TestMethod]
    public async Task Online_DownFileStillSaysDown_SaysSo()
    {
        using var pages = PublishedPages.Usual();
        pages.Write("maintenance.json", """{ "down": true }""");
        await RunAsync(pages, "offline");

        var run = await RunAsync(pages, "online");

        Assert.Contains("the down file still takes the site down", run.Error);
    }

    [TestMethod]
    public async Task Offline_MiddlewareThatDoesNotHeedTheFile_SaysSo()
    {
        using var pages = PublishedPages.Usual();
        pages.Write("appsettings.json", """{ "MaintenanceMode": { "HonorAppOffline": false } }""");

        Assert.Contains("HonorAppOffline is false", (await RunAsync(pages, "offline")).Out);
    }

    [TestMethod]
    public async Task Offline_TornFilesOfAKilledRun_AreRemovedOnceTheyAreOld()
    {
        using var pages = PublishedPages.Usual();
        var old = pages.Write($"{Parked}.{new string('a', 32)}.tmp", "half");
        var young = pages.Write($"{Parked}.{new string('b', 32)}.tmp", "half");
        File.SetLastWriteTimeUtc(old, DateTime.UtcNow.AddHours(-1));

        await RunAsync(pages, "offline");

        Assert.IsFalse(File.Exists(old));
        Assert.IsTrue(File.Exists(young), "It may be that of a run that goes on.");
    }

    [TestMethod]
    public async Task Json_OfBoth_SaysWhatLiesWhere()
    {
        using var pages = PublishedPages.Usual();

        using var offline = JsonDocument.Parse((await RunAsync(pages, "offline", "--json")).Out);
        using var online = JsonDocument.Parse((await RunAsync(pages, "online", "--json")).Out);

        Assert.IsTrue(offline.RootElement.GetProperty("offline").GetBoolean());
        Assert.IsTrue(offline.RootElement.GetProperty("changed").GetBoolean());
        Assert.AreEqual(pages.PathOf(Live), offline.RootElement.GetProperty("file").GetString());
        Assert.AreEqual(64, offline.RootElement.GetProperty("sha256").GetString()?.Length);
        Assert.IsFalse(online.RootElement.GetProperty("offline").GetBoolean());
        Assert.AreEqual(pages.PathOf(Parked), online.RootElement.GetProperty("parked").GetString());
        Assert.AreEqual(0, online.RootElement.GetProperty("kept").GetArrayLength());
    }

    private static IReadOnlyList<HistoryEntry> History(PublishedPages pages)
        => HistoryFile.Of(pages.PathOf("maintenance.json")).Read(10);

    private static Task<ToolRun> RunAsync(PublishedPages pages, params string[] arguments)
        => ToolRun.RunAsync(pages.Root, TimeProvider.System, arguments);
}
