using System.Security.Cryptography;
using DownPage.Testing;

namespace DownPage.Packages.Tests.Rebuilding;

/// <summary>
/// <c>DownPageIncremental</c>: the renderer runs when something has changed that can change a page, and else not.
/// </summary>
[TestClass]
public sealed class IncrementalTests(TestContext testContext)
{
    private const string Incremental = "-p:DownPageIncremental=true";

    private static RebuiltSite site = null!;

    [ClassInitialize]
    [Timeout(RebuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public static async Task PublishAsync(TestContext context) =>
        site = await RebuiltSite.CreateAsync(AddInputs, context.CancellationToken, Incremental);

    [ClassCleanup]
    public static void Delete() => site?.Dispose();

    [TestMethod]
    [Timeout(RebuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Publish_OfAnUnchangedSite_LeavesTheRendererOut()
    {
        using IDisposable turn = await site.TakeTurnAsync(testContext.CancellationToken);
        await PublishBuiltAsync();
        IReadOnlyList<string> before = site.SnapshotPages();
        DateTime answered = site.LastAnswer;

        PublishedSite afterNoBuild = await PublishBuiltAsync();
        PublishedSite afterBuild = await PublishAsync();

        Assert.AreEqual(answered, site.LastAnswer);
        Assert.AreSequenceEqual(before, site.SnapshotPages());
        foreach (PublishedSite published in (PublishedSite[])[afterNoBuild, afterBuild])
        {
            Assert.ContainsSingle(
                line => line.Contains("SmallSite -> 4 down pages in _downpage/", StringComparison.Ordinal),
                published.Result.Lines,
                published.Result.ToString());
        }
    }

    [TestMethod]
    [DataRow("Views/Errors/503.cshtml", "Back soon", "Back at noon", "503.html", DisplayName = "the view")]
    [DataRow("Views/Shared/_Layout.cshtml", "- Small site", "- Little site", "503.html", DisplayName = "the layout")]
    [DataRow("Views/Shared/_Contact.cshtml", "Telephone", "Call us", "503.html", DisplayName = "a partial")]
    [DataRow("../Wording/Greeting.cs", "Good day", "Good evening", "503.html", DisplayName = "a referenced project")]
    [DataRow("Texts.resx", "We are sorry.", "We apologise.", "502.html", DisplayName = "a text")]
    [DataRow("Texts.de.resx", "Verzeihung!", "Pardon!", "502.de.html", DisplayName = "a text of another culture")]
    [Timeout(RebuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Publish_AfterAChangeThatIsCompiled_RendersAgain(
        string file, string oldText, string newText, string page)
    {
        using IDisposable turn = await site.TakeTurnAsync(testContext.CancellationToken);
        DateTime answered = site.LastAnswer;
        site.Site.Replace(file, oldText, newText);

        PublishedSite published = await PublishAsync();

        Assert.AreNotEqual(answered, site.LastAnswer);
        Assert.Contains(newText, published.Page(page));
        Assert.DoesNotContain(oldText, published.Page(page));
    }

    [TestMethod]
    [DataRow("SmallSite.csproj", "We are moving house.", "We are asleep.", DisplayName = "a metadata of an item")]
    [DataRow("appsettings.json", "1234", "9876", DisplayName = "appsettings.json")]
    [Timeout(RebuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Publish_AfterAChangeThatIsNotCompiled_RendersAgain(string file, string oldText, string newText)
    {
        using IDisposable turn = await site.TakeTurnAsync(testContext.CancellationToken);
        DateTime answered = site.LastAnswer;
        site.Site.Replace(file, oldText, newText);

        PublishedSite published = await PublishBuiltAsync();

        Assert.AreNotEqual(answered, site.LastAnswer);
        Assert.Contains(newText, published.Page("503.html"));
    }

    [TestMethod]
    [Timeout(RebuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Publish_AfterAnAssetHasChanged_RendersItsNewFingerprint()
    {
        using IDisposable turn = await site.TakeTurnAsync(testContext.CancellationToken);
        DateTime answered = site.LastAnswer;
        site.Site.Replace("wwwroot/site.css", "sans-serif", "Sans-Serif");

        PublishedSite published = await PublishAsync();

        byte[] hash = SHA256.HashData(await File.ReadAllBytesAsync(
            site.Site.PathOf("wwwroot/site.css"), testContext.CancellationToken));
        string version = Convert.ToBase64String(hash).Replace('+', '-').Replace('/', '_').TrimEnd('=');
        Assert.AreNotEqual(answered, site.LastAnswer);
        Assert.Contains($"/site.css?v={version}\"", published.Page("503.html"));
    }

    [TestMethod]
    [Timeout(RebuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Publish_AfterAnAssetInThePageHasChanged_PutsTheNewOneIntoIt()
    {
        const string SelfContained = "-p:DownPageSelfContained=true";
        using IDisposable turn = await site.TakeTurnAsync(testContext.CancellationToken);
        await PublishAsync(SelfContained);
        DateTime answered = site.LastAnswer;
        await PublishAsync(SelfContained);
        Assert.AreEqual(answered, site.LastAnswer);
        const string marked = "body{outline-offset:7px}";
        site.Site.WriteFile("wwwroot/site.css", site.Site.ReadFile("wwwroot/site.css") + marked);

        PublishedSite published = await PublishAsync(SelfContained);

        Assert.AreNotEqual(answered, site.LastAnswer);
        Assert.Contains(marked, published.Page("503.html"));
    }

    [TestMethod]
    [Timeout(RebuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Publish_WithAnotherProperty_RendersAgain()
    {
        using IDisposable turn = await site.TakeTurnAsync(testContext.CancellationToken);
        DateTime answered = site.LastAnswer;

        PublishedSite published = await PublishBuiltAsync("-p:DownPagePathBase=/shop");

        Assert.AreNotEqual(answered, site.LastAnswer);
        Assert.Contains("href=\"/shop/site.css?v=", published.Page("503.html"));
    }

    [TestMethod]
    [Timeout(RebuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Publish_AfterARenderedPageWasRemoved_RendersAgain()
    {
        using IDisposable turn = await site.TakeTurnAsync(testContext.CancellationToken);
        await PublishBuiltAsync();
        IReadOnlyList<string> before = site.SnapshotPages();
        File.Delete(Path.Combine(site.RenderedDirectory, "503.html"));
        File.Delete(Path.Combine(site.PagesDirectory, "503.html"));

        PublishedSite published = await PublishBuiltAsync();

        Assert.HasCount(before.Count, published.DownPageFiles);
        Assert.Contains("503.html", published.DownPageFiles);
    }

    [TestMethod]
    [Timeout(RebuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Publish_AfterAFailedOne_DoesNotTakeTheEarlierPagesForCurrent()
    {
        using IDisposable turn = await site.TakeTurnAsync(testContext.CancellationToken);
        await PublishBuiltAsync();
        IReadOnlyList<string> before = site.SnapshotPages();
        string project = site.Site.ReadFile("SmallSite.csproj");
        site.Site.Replace("SmallSite.csproj", " Reason=\"", " Reason=\"throw\" Was=\"");
        PublishedSite failed = await site.PublishBuiltAsync(testContext.CancellationToken, Incremental);
        Assert.AreEqual(1, failed.Result.ExitCode, failed.Result.ToString());
        DateTime answered = site.LastAnswer;
        site.Site.WriteFile("SmallSite.csproj", project);

        await PublishBuiltAsync();

        Assert.AreNotEqual(answered, site.LastAnswer);
        Assert.AreSequenceEqual(before, site.SnapshotPages());
    }

    [TestMethod]
    [Timeout(RebuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Publish_OfAnUnchangedSiteWithAWarning_WarnsAgain()
    {
        using IDisposable turn = await site.TakeTurnAsync(testContext.CancellationToken);
        string[] withRoute = ["-p:WithRoute=true", "-p:DownPageHost=App"];
        PublishedSite first = await PublishBuiltAsync(withRoute);
        DateTime answered = site.LastAnswer;

        PublishedSite second = await PublishBuiltAsync(withRoute);

        Assert.AreEqual(answered, site.LastAnswer);
        DotnetDiagnostic warning = Assert.ContainsSingle(first.Result.Warnings, first.Result.ToString());
        Assert.AreEqual("DP0205", warning.Code);
        Assert.AreSequenceEqual(first.Result.Diagnostics, second.Result.Diagnostics);
    }

    private Task<PublishedSite> PublishAsync(params string[] arguments) =>
        SucceedAsync(site.Site.PublishAsync(testContext.CancellationToken, [Incremental, .. arguments]));

    private Task<PublishedSite> PublishBuiltAsync(params string[] arguments) =>
        SucceedAsync(site.PublishBuiltAsync(testContext.CancellationToken, [Incremental, .. arguments]));

    private static async Task<PublishedSite> SucceedAsync(Task<PublishedSite> publishing)
    {
        PublishedSite published = await publishing;
        published.Result.EnsureSuccess();
        return published;
    }

    /// <summary>More that a page can depend on than SmallSite has: another project, another culture, a route.</summary>
    private static void AddInputs(TestSite site)
    {
        site.WriteFile(
            "../Wording/Wording.csproj",
            """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
              </PropertyGroup>
            </Project>
            """);
        site.WriteFile(
            "../Wording/Greeting.cs",
            """
            namespace Wording;

            public static class Greeting
            {
                public static string Text => "Good day";
            }
            """);
        site.WriteFile(
            "Texts.de.resx",
            site.ReadFile("Texts.resx").Replace("We are sorry.", "Verzeihung!", StringComparison.Ordinal));
        site.Replace(
            "Views/Errors/503.cshtml",
            "<h1>",
            """
            @if (ViewData["Reason"] is "throw")
            {
                throw new InvalidOperationException("As asked.");
            }
            <h2>@Wording.Greeting.Text</h2>
            <h1>
            """);
        site.Replace(
            "SmallSite.csproj",
            "<DownPage Include=\"Views/Errors/502.cshtml\"",
            "<DownPage Include=\"Views/Errors/502.cshtml\" Cultures=\"en;de\"");
        site.Replace(
            "SmallSite.csproj",
            "</Project>",
            """
              <ItemGroup>
                <ProjectReference Include="../Wording/Wording.csproj" />
                <DownPage Include="gone.html" Route="/gone" StatusCode="404" Condition="'$(WithRoute)' == 'true'" />
              </ItemGroup>
            </Project>
            """);
        site.Replace(
            "Program.cs",
            "app.Run();",
            """
            app.MapGet("/gone", () => Results.Content("Gone", "text/plain", null, 410));
            app.Run();
            """);
    }
}
