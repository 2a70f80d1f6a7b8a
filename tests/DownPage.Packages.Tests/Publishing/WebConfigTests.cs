using System.Xml.Linq;
using DownPage.Testing;

namespace DownPage.Packages.Tests.Publishing;

/// <summary>
/// What a publish for IIS leaves in the web.config. There is no IIS here: the file is held against what its
/// documentation says.
/// </summary>
[TestClass]
public sealed class WebConfigTests(TestContext test)
{
    private const string Servers = "-p:DownPageServers=iis";
    private const string Fragment = "conf/iis/httpErrors.xml";

    private static readonly string[] Codes = ["500", "502", "503", "504"];

    private static TestSite site = null!;

    // The tests share the obj folder: one runs at a time.
    private static readonly SemaphoreSlim Turn = new(1);

    [ClassInitialize]
    [Timeout(PlainPublish.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public static async Task BuildAsync(TestContext context)
    {
        site = await TestSite.CreateAsync(PlainPublish.Site, context.CancellationToken);
        (await site.BuildAsync(context.CancellationToken)).EnsureSuccess();
    }

    [ClassCleanup]
    public static void Delete() => site?.Dispose();

    [TestInitialize]
    public Task TakeTurnAsync() => Turn.WaitAsync(test.CancellationToken);

    [TestCleanup]
    public void EndTurn()
    {
        foreach (var file in new[] { "web.config", "web.Release.config" }.Select(site.PathOf).Where(File.Exists))
            File.Delete(file);
        Turn.Release();
    }

    [TestMethod]
    [Timeout(PlainPublish.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Publish_WithTheSdksOwnFile_NamesThePages()
    {
        var published = await PublishAsync("generated");

        AssertNamed(published);
        Assert.AreEqual("location", Module(published).Parent?.Parent?.Name.LocalName);
        Assert.AreEqual("true", Module(published).Attribute("disableStartUpErrorPage")?.Value);
        foreach (var path in Errors(published).Select(error => error.Attribute("path")?.Value ?? ""))
            Assert.Contains(path.Replace('\\', '/'), published.Files);
        Assert.AreSequenceEqual(published.PageBytes("503.html"), published.PageBytes("conf/iis/app_offline.htm"));
        Assert.DoesNotContain("app_offline.htm", published.Files, "Live it would take the site down.");
    }

    [TestMethod]
    [Timeout(PlainPublish.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Publish_Twice_LeavesTheSameFile()
    {
        var first = await PublishAsync("twice");
        var before = await File.ReadAllTextAsync(WebConfig(first), test.CancellationToken);

        var second = await PublishAsync("twice");

        AssertNamed(second);
        Assert.AreEqual(before, await File.ReadAllTextAsync(WebConfig(second), test.CancellationToken));
    }

    [TestMethod]
    [Timeout(PlainPublish.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Publish_WithAProjectsOwnFileAndTransform_NamesThePagesBesideIt()
    {
        site.WriteFile(
            "web.config",
            """
            <?xml version="1.0" encoding="utf-8"?>
            <configuration>
              <!-- ours -->
              <system.webServer>
                <httpErrors><remove statusCode="502" /><error statusCode="502" path="/mine" responseMode="ExecuteURL" /></httpErrors>
              </system.webServer>
            </configuration>
            """);
        site.WriteFile(
            "web.Release.config",
            """
            <configuration xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform">
              <system.webServer>
                <httpCompression xdt:Transform="Insert"><staticTypes /></httpCompression>
              </system.webServer>
            </configuration>
            """);

        var published = await PublishAsync("own");

        Assert.AreSequenceEqual(["502", "500", "503", "504"], Errors(published).Select(Code), published.Result.ToString());
        Assert.AreEqual("/mine", Errors(published)[0].Attribute("path")?.Value);
        var text = await File.ReadAllTextAsync(WebConfig(published), test.CancellationToken);
        Assert.Contains("<!-- ours -->", text);
        Assert.Contains("<httpCompression>", text, "the transform's");
    }

    [TestMethod]
    [Timeout(PlainPublish.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Publish_WithTransformsSwitchedOff_LeavesTheProjectsFile()
    {
        const string Own = "<configuration><system.webServer><aspNetCore processPath=\"dotnet\" /></system.webServer></configuration>";
        site.WriteFile("web.config", Own);

        var published = await PublishAsync("off", "-p:IsTransformWebConfigDisabled=true");

        Assert.AreEqual(Own, await File.ReadAllTextAsync(WebConfig(published), test.CancellationToken));
        Assert.Contains(Fragment, published.DownPageFiles);
    }

    [TestMethod]
    [Timeout(PlainPublish.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Publish_WithoutFilesForIis_HasNothingToEdit()
    {
        var published = await PublishAsync("none", "-p:PublishIISAssets=false");

        Assert.IsFalse(File.Exists(WebConfig(published)));
        Assert.Contains(Fragment, published.DownPageFiles);
    }

    [TestMethod]
    [Timeout(PlainPublish.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Publish_WithoutIisAmongTheServers_LeavesTheSdksFile()
    {
        var published = await site.PublishAsync(
            test.CancellationToken, "--no-build", "-o", Path.Combine(site.Root, "without"));

        Assert.AreEqual(0, published.Result.ExitCode, published.Result.ToString());
        Assert.IsEmpty(Errors(published));
        Assert.IsNull(Module(published).Attribute("disableStartUpErrorPage"));
    }

    [TestMethod]
    [Timeout(PlainPublish.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Publish_WithAProfileOfVisualStudio_NamesThePagesInItsFolder()
    {
        site.WriteFile(
            "Properties/PublishProfiles/Iis.pubxml",
            """
            <Project>
              <PropertyGroup>
                <WebPublishMethod>FileSystem</WebPublishMethod>
                <PublishUrl>out/iis/</PublishUrl>
              </PropertyGroup>
            </Project>
            """);

        var result = await site.RunDotnetAsync(
            test.CancellationToken, "build", site.ProjectFile, "-c", "Release", "--no-restore",
            "-p:DeployOnBuild=true", "-p:PublishProfile=Iis", Servers);

        AssertNamed(new PublishedSite(PlainPublish.Site, site.PathOf("out/iis"), result));
    }

    private static void AssertNamed(PublishedSite published)
    {
        Assert.AreEqual(0, published.Result.ExitCode, published.Result.ToString());
        Assert.DoesNotContain("DP0708", published.Result.Output);
        Assert.AreSequenceEqual(Codes, Errors(published).Select(Code));
    }

    private static string WebConfig(PublishedSite published) => Path.Combine(published.Directory, "web.config");

    private static XElement Module(PublishedSite published)
        => XDocument.Load(WebConfig(published)).Descendants("aspNetCore").Single();

    private static List<XElement> Errors(PublishedSite published)
        => [.. XDocument.Load(WebConfig(published)).Descendants("httpErrors").Elements("error")];

    private static string Code(XElement error) => error.Attribute("statusCode")?.Value ?? "";

    private async Task<PublishedSite> PublishAsync(string folder, params string[] arguments)
    {
        var published = await site.PublishAsync(
            test.CancellationToken, ["--no-build", "-o", Path.Combine(site.Root, folder), Servers, .. arguments]);
        Assert.AreEqual(0, published.Result.ExitCode, published.Result.ToString());
        return published;
    }
}
