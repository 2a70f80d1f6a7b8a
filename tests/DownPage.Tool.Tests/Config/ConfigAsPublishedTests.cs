using System.Text;
using DownPage.FrontEnds;
using DownPage.PageManifest;
using DownPage.Tool.Tests.Verify;
using Microsoft.Extensions.Configuration;

namespace DownPage.Tool.Tests.Config;

/// <summary>The command writes what the build writes at publish, but for the line that says who wrote it.</summary>
[TestClass]
public sealed class ConfigAsPublishedTests
{
    private const string Settings = """
        {
          "MaintenanceMode": {
            "DownFile": "state/down.json",
            "RetryAfter": "00:02:00",
            "Bypass": { "Path": "/_downpage/in" },
            "Allow": { "Networks": ["10.0.0.0/8", "2001:db8::/32"], "Paths": ["/healthz"], "Prefixes": ["/api/"] }
          }
        }
        """;

    public static IEnumerable<object[]> Servers => FrontEndSet.All.Select(server => new object[] { server.Name });

    [TestMethod]
    [DynamicData(nameof(Servers))]
    public async Task Config_AServer_IsAsPublished(string server)
    {
        using var pages = PublishedPages.Usual();
        pages.Write("appsettings.json", Settings);
        var manifest = pages.Read("_downpage/downpages.json");
        pages.Write("_downpage/downpages.json", manifest.Replace(
            "{\"version\":1,", "{\"version\":1,\"application\":\"Shop\",", StringComparison.Ordinal));
        var published = ConfigWriting.Of(
            new FrontEndOptions { Servers = [server], DeployRoot = "/srv/shop" }, Built(pages));
        Assert.IsEmpty(published.Errors);
        Assert.IsNotEmpty(published.Files);

        var run = await ConfigCommandTests.RunAsync(pages, "config", server, "--deploy-root", "/srv/shop");

        Assert.AreEqual(ExitCode.Success, run.ExitCode, run.Error);
        Assert.AreEqual(
            published.Files.Count,
            Directory.EnumerateFiles(pages.PathOf("_downpage/conf/" + server), "*", SearchOption.AllDirectories)
                .Count());
        foreach (var file in published.Files)
        {
            Assert.AreEqual(
                Unsigned(Encoding.UTF8.GetString(file.Content.Span)),
                Unsigned(pages.Read("_downpage/conf/" + file.Path)),
                file.Path);
        }
    }

    [TestMethod]
    public async Task Config_WithoutDeployRoot_TakesTheFolderOfTheApp()
    {
        using var pages = PublishedPages.Usual();

        var here = await ConfigCommandTests.RunAsync(pages, "config", "nginx", "--stdout");
        var there = await ConfigCommandTests.RunAsync(
            pages, "config", "nginx", "--stdout", "--deploy-root", pages.Root);

        Assert.AreEqual(there.Out, here.Out);
        Assert.Contains(pages.Root, here.Out);
    }

    [TestMethod]
    public async Task Config_OfAProject_DoesNotGuessWhereItIsDeployed()
    {
        using var pages = PublishedPages.Usual();
        pages.Write("Shop.csproj", "<Project />");

        var guessed = await ConfigCommandTests.RunAsync(pages, "config", "nginx");
        var hosted = await ConfigCommandTests.RunAsync(pages, "config", "cloudfront");

        Assert.AreEqual(ExitCode.Failure, guessed.ExitCode);
        Assert.StartsWith("error DP0701: The configuration of nginx names the folder", guessed.Error);
        Assert.AreEqual(ExitCode.Success, hosted.ExitCode, hosted.Error);
    }

    // As src/DownPage.Renderer/Output/ConfigOutput.cs has it.
    private static BuiltSite Built(PublishedPages pages)
    {
        var configuration = new ConfigurationBuilder().AddJsonFile(pages.PathOf("appsettings.json")).Build();
        return new BuiltSite
        {
            Generator = "DownPage.Build 1.0.0",
            Application = "Shop",
            PagesFolder = "_downpage",
            PathBase = "",
            Manifest = PageManifestReader.Read(File.ReadAllBytes(pages.PathOf("_downpage/downpages.json"))),
            Settings = new AppSettingsReading(
                key => configuration["MaintenanceMode:" + key],
                key => [.. configuration.GetSection("MaintenanceMode:" + key).GetChildren()
                    .Select(entry => entry.Value).OfType<string>()]),
            Read = file => File.ReadAllBytes(pages.PathOf("_downpage/" + file)),
        };
    }

    private static string Unsigned(string text)
        => ConfigStamp.IsIntact(Encoding.UTF8.GetBytes(text))
            ? text[text.IndexOf('\n', StringComparison.Ordinal)..]
            : text;
}
