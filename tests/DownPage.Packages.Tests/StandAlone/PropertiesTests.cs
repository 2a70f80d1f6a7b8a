using System.Text.Json;
using DownPage.Packages.Tests.Awkward;

namespace DownPage.Packages.Tests.StandAlone;

/// <summary>What each property does to a page, and that an item has the last word.</summary>
[TestClass]
public sealed class PropertiesTests(TestContext testContext)
{
    private const string BesideLamp = "DownPageInlineLimit=1000";

    private static BuiltSite site = null!;

    [ClassInitialize]
    public static async Task BuildAsync(TestContext context) =>
        site = await BuiltSite.BuildAsync("AssetSite", context.CancellationToken);

    [ClassCleanup]
    public static void Clean() => site?.Dispose();

    [TestMethod]
    [Timeout(BuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Defaults_Kept_PutStylesAndImagesIntoATrimmedPageWithoutScripts()
    {
        Publication publication = (await PublishAsync()).EnsureClean();

        Assert.AreSequenceEqual(PageFiles.Of("502"), publication.Pages);
        string page = publication.Page("502.html");
        Assert.Contains("--text:#123456", page);
        Assert.Contains("data:image/svg+xml", page);
        Assert.Contains("Für alle: bald zurück.", page);
        foreach (string gone in (string[])["<script", "<link rel=stylesheet", "@import", "basket", "--unused", "is-open", "<!--"])
            Assert.DoesNotContain(gone, page);
    }

    [TestMethod]
    [Timeout(BuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task SelfContained_FalseForOneItem_LeavesThatPageLinked()
    {
        Publication publication = await PublishItemsAsync("""
            <DownPage Include="Views/Errors/502.cshtml" />
                <DownPage Include="Views/Errors/502.cshtml" TargetPath="503.html" SelfContained="false" />
            """);

        publication.EnsureClean();
        Assert.AreSequenceEqual(PageFiles.Of("502", "503"), publication.Pages);
        Assert.DoesNotContain("/css/site.css", publication.Page("502.html"));
        string linked = publication.Page("503.html");
        Assert.Contains("<link rel=\"stylesheet\" href=\"/css/site.css?v=", linked);
        Assert.Contains("<!-- The way back to the start. -->", linked);
        Assert.DoesNotContain("noindex", linked);
    }

    [TestMethod]
    [Timeout(BuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task InlineLimit_Exceeded_PublishesTheFileBesideThePageAndWarns()
    {
        Publication publication = await PublishAsync(BesideLamp);

        Assert.AreEqual(0, publication.ExitCode, publication.Result.ToString());
        Finding warning = Assert.ContainsSingle(publication.Findings, publication.Result.ToString());
        Assert.AreEqual("DP0303", warning.Code);
        Assert.StartsWith("Views/Errors/502.cshtml", warning.Place);
        string asset = Assert.ContainsSingle(publication.Pages.Where(
            file => file.StartsWith("assets/", StringComparison.Ordinal) && file.EndsWith(".svg", StringComparison.Ordinal)));
        Assert.Contains($"/_downpage/{asset}", publication.Page("502.html"));
        Assert.AreSequenceEqual(
            await File.ReadAllBytesAsync(
                Path.Combine(site.ProjectDirectory, "wwwroot/img/lamp.svg"), testContext.CancellationToken),
            publication.PageBytes(asset));
        using JsonDocument manifest = publication.Manifest;
        JsonElement entry = Assert.ContainsSingle(manifest.RootElement.GetProperty("assets").EnumerateArray());
        Assert.AreEqual(asset, entry.GetProperty("file").GetString());
        Assert.AreEqual("image/svg+xml", entry.GetProperty("mediaType").GetString());
    }

    [TestMethod]
    [Timeout(BuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Scripts_Inline_PutsThemIntoThePageAndKeepsTheRulesTheyName()
    {
        string page = (await PublishAsync("DownPageScripts=inline")).EnsureClean().Page("502.html");

        Assert.Contains("document.querySelector('.menu').classList.add('is-open');", page);
        Assert.DoesNotContain("site.js", page);
        Assert.Contains(".menu.is-open a", page);
        Assert.DoesNotContain("was-shown", page);
    }

    [TestMethod]
    [Timeout(BuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Scripts_Keep_LeavesThemAsTheyAre()
    {
        Publication publication = await PublishAsync("DownPageScripts=Keep");

        Assert.AreEqual(0, publication.ExitCode, publication.Result.ToString());
        Assert.Contains("/js/site.js?v=", publication.Page("502.html"));
    }

    [TestMethod]
    [Timeout(BuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task TrimCss_False_KeepsEveryRule()
    {
        string page = (await PublishAsync("DownPageTrimCss=false")).EnsureClean().Page("502.html");

        foreach (string kept in (string[])[".basket", "--unused:#654321", ".menu.is-open a", ".menu.was-shown a"])
            Assert.Contains(kept, page);
    }

    [TestMethod]
    [DataRow(".was-shown")]
    [DataRow(".was-*", DisplayName = "a prefix")]
    [Timeout(BuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task KeepCss_NamesAClass_KeepsItsRulesAndNoOthers(string selector)
    {
        string page = (await PublishAsync($"DownPageKeepCss={selector}")).EnsureClean().Page("502.html");

        Assert.Contains(".menu.was-shown a", page);
        Assert.DoesNotContain("is-open", page);
    }

    [TestMethod]
    [Timeout(BuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Minify_False_LeavesCommentsAndSpace()
    {
        string page = (await PublishAsync("DownPageMinify=false")).EnsureClean().Page("502.html");

        Assert.Contains("<!-- The way back to the start. -->", page);
        Assert.Contains("    <nav class=\"menu\">", page);
        Assert.Contains("    color: var(--text);", page);
        Assert.DoesNotContain("basket", page);
    }

    [TestMethod]
    [Timeout(BuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Compress_False_WritesNoCompressedFiles()
    {
        Publication publication = (await PublishAsync("DownPageCompress=false")).EnsureClean();

        Assert.AreSequenceEqual(["502.html", "502.json", "502.txt", "downpages.json"], publication.Pages);
    }

    [TestMethod]
    [Timeout(BuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Formats_OfTheItem_AreThatItemsOnly()
    {
        Publication publication = await PublishItemsAsync("""
            <DownPage Include="Views/Errors/502.cshtml" Compress="false" Formats="html;text" />
                <DownPage Include="Views/Errors/502.cshtml" TargetPath="503.html" />
            """);

        publication.EnsureClean();
        Assert.AreSequenceEqual(
            PageFiles.Of("503").Append("502.html").Append("502.txt").Order(StringComparer.Ordinal), publication.Pages);
    }

    [TestMethod]
    [Timeout(BuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Refresh_Given_AddsAScriptAndWhatBrowsersWithoutScriptsUse()
    {
        string page = (await PublishAsync("DownPageRefresh=30")).EnsureClean().Page("502.html");

        Assert.Contains("http-equiv=refresh", page);
        Assert.Contains("HEAD", page);
        Assert.DoesNotContain("is-open", page);
    }

    [TestMethod]
    [Timeout(BuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task RetryAfter_Given_IsInTheViewTheProblemDocumentAndTheManifest()
    {
        Publication publication = (await PublishAsync("DownPageRetryAfter=600")).EnsureClean();

        Assert.Contains("Try again in 600 seconds.", publication.Page("502.html"));
        using JsonDocument problem = JsonDocument.Parse(publication.Page("502.json"));
        Assert.AreEqual(600, problem.RootElement.GetProperty("retryAfter").GetInt32());
        using JsonDocument manifest = publication.Manifest;
        Assert.AreEqual(600, manifest.RootElement.GetProperty("pages")[0].GetProperty("retryAfter").GetInt32());
    }

    [TestMethod]
    [Timeout(BuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task SeveralProperties_Wrong_AreAllReportedAtOnce()
    {
        Publication publication = await PublishAsync("DownPageMinify=yes", "DownPageServers=ngnix", "DownPageRefresh=soon");

        publication.EnsureFailed();
        Assert.AreSequenceEqual(["DP0012", "DP0012", "DP0012"], publication.Findings.Select(finding => finding.Code));
        Assert.ContainsSingle(finding => finding.Says("did you mean 'nginx'?"), publication.Findings);
    }

    private Task<Publication> PublishAsync(params string[] properties) =>
        site.PublishAsync(testContext.CancellationToken, properties: properties);

    private Task<Publication> PublishItemsAsync(string items) =>
        site.PublishAsync(testContext.CancellationToken, items);
}
