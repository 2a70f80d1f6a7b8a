using System.Text.Json;
using DownPage.Testing;

namespace DownPage.Packages.Tests.Rebuilding;

/// <summary>
/// A site that is published a second time: what is new is there, what is gone is not, and the rest is untouched.
/// </summary>
[TestClass]
public sealed class RepublishTests(TestContext testContext)
{
    private const string Item503 = "<DownPage Include=\"Views/Errors/503.cshtml\" Reason=\"We are moving house.\" />";
    private const string Item502 = "<DownPage Include=\"Views/Errors/502.cshtml\" />";

    private static RebuiltSite site = null!;
    private static string project = null!;

    [ClassInitialize]
    [Timeout(RebuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public static async Task PublishAsync(TestContext context)
    {
        site = await RebuiltSite.CreateAsync(_ => { }, context.CancellationToken);
        project = site.Site.ReadFile("SmallSite.csproj");
    }

    [ClassCleanup]
    public static void Delete() => site?.Dispose();

    [TestMethod]
    [Timeout(RebuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Publish_OfAnUnchangedSite_GivesTheSameBytesAndLeavesTheFilesAlone()
    {
        using IDisposable turn = await site.TakeTurnAsync(testContext.CancellationToken);
        await PublishAsync(project);
        IReadOnlyList<string> before = site.SnapshotPages();
        DateTime answered = site.LastAnswer;

        PublishedSite published = await site.Site.PublishAsync(testContext.CancellationToken);

        Assert.AreEqual(0, published.Result.ExitCode, published.Result.ToString());
        Assert.AreSequenceEqual(before, site.SnapshotPages());
        Assert.AreNotEqual(answered, site.LastAnswer, "A publish always renders.");
    }

    [TestMethod]
    [Timeout(RebuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Publish_WithAnItemLess_RemovesItsPageAndLeavesTheOtherAlone()
    {
        using IDisposable turn = await site.TakeTurnAsync(testContext.CancellationToken);
        await PublishAsync(project);
        string kept = Assert.ContainsSingle(
            page => page.StartsWith("502.html\n", StringComparison.Ordinal), site.SnapshotPages());

        PublishedSite published = await PublishAsync(project.Replace(Item503, "", StringComparison.Ordinal));

        Assert.AreSequenceEqual(PageFiles.Of("502"), published.DownPageFiles);
        Assert.Contains(kept, site.SnapshotPages());
        using JsonDocument manifest = published.Manifest;
        Assert.AreSequenceEqual(
            ["502.html", "502.json", "502.txt"],
            manifest.RootElement.GetProperty("pages").EnumerateArray().Select(entry => entry.GetProperty("file").GetString()));
        Assert.AreSequenceEqual(
            PageFiles.Of("502"),
            Directory.EnumerateFiles(site.RenderedDirectory).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [TestMethod]
    [Timeout(RebuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Publish_WithoutAnyItem_RemovesAllPagesAndTheManifest()
    {
        using IDisposable turn = await site.TakeTurnAsync(testContext.CancellationToken);
        await PublishAsync(project);

        PublishedSite published = await PublishAsync(
            project.Replace(Item502, "", StringComparison.Ordinal).Replace(Item503, "", StringComparison.Ordinal));

        Assert.IsEmpty(published.DownPageFiles);
        Assert.Contains("SmallSite.dll", published.Files);
    }

    [TestMethod]
    [Timeout(RebuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    [OSCondition(OperatingSystems.Linux | OperatingSystems.OSX)]
    public async Task Publish_UnderAStrictUmask_LeavesPagesThatAFrontEndServerCanRead()
    {
        using IDisposable turn = await site.TakeTurnAsync(testContext.CancellationToken);
        Directory.Delete(site.IntermediateDirectory, recursive: true);
        site.Site.WriteFile("SmallSite.csproj", project);
        site.Site.WriteFile(
            "../Strict.proj",
            """
            <Project>
              <Target Name="Build">
                <PropertyGroup>
                  <Publish>publish SmallSite/SmallSite.csproj --no-build -o strict</Publish>
                </PropertyGroup>
                <Exec Command="umask 077 &amp;&amp; &quot;$(DOTNET_HOST_PATH)&quot; $(Publish)" />
              </Target>
            </Project>
            """);

        DotnetResult result = await site.Site.RunDotnetAsync(
            testContext.CancellationToken, "msbuild", site.Site.PathOf("../Strict.proj"));

        Assert.AreEqual(0, result.ExitCode, result.ToString());
        string pages = site.Site.PathOf("../strict/_downpage");
        Assert.AreSequenceEqual(
            PageFiles.Of("502", "503").Select(file => $"{file} rw-r--r--"),
            Directory.EnumerateFiles(pages).Select(Describe).Order(StringComparer.Ordinal));
    }

    private async Task<PublishedSite> PublishAsync(string text)
    {
        site.Site.WriteFile("SmallSite.csproj", text);
        PublishedSite published = await site.PublishBuiltAsync(testContext.CancellationToken);
        published.Result.EnsureSuccess();
        return published;
    }

    private static string Describe(string file)
    {
        UnixFileMode mode = OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(file);
        return $"{Path.GetFileName(file)} " + string.Concat("rwxrwxrwx".Select(
            (letter, index) => ((int)mode & (1 << (8 - index))) == 0 ? '-' : letter));
    }
}
