using System.IO.Compression;
using System.Xml.Linq;
using DownPage.Testing;

namespace DownPage.Packages.Tests.Publishing;

/// <summary>The package itself: what is in it, and what is not.</summary>
[TestClass]
public sealed class PackageContentsTests(TestContext testContext)
{
    // What NuGet adds to every package.
    private static readonly string[] Wrapping = ["_rels/", "package/services/", "[Content_Types].xml"];

    [TestMethod]
    [Timeout(PlainPublish.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Package_HoldsTheseFilesAndNoOthers()
    {
        using ZipArchive package = await OpenAsync();

        Assert.AreSequenceEqual(
            (string[])[
                "DownPage.Build.nuspec",
                "README.md",
                "THIRD-PARTY-NOTICES.txt",
                "build/DownPage.Build.props",
                "build/DownPage.Build.targets",
                "docs/errors.md",
                "docs/properties.md",
                "tools/net8.0/any/DownPage.Renderer.dll",
                "tools/net8.0/standalone/AngleSharp.dll",
                "tools/net8.0/standalone/DownPage.StandAlone.dll",
                "tools/net9.0/any/DownPage.Renderer.dll",
                "tools/netstandard2.0/DownPage.Build.dll",
            ],
            package.Entries
                .Select(entry => entry.FullName)
                .Where(name => !Wrapping.Any(start => name.StartsWith(start, StringComparison.Ordinal)))
                .Order(StringComparer.Ordinal));
    }

    [TestMethod]
    [Timeout(PlainPublish.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Package_IsADevelopmentDependencyWithoutDependencies()
    {
        using ZipArchive package = await OpenAsync();
        using Stream nuspec = package.GetEntry("DownPage.Build.nuspec")!.Open();
        XElement metadata = XDocument.Load(nuspec).Root!.Elements().Single();

        Assert.AreEqual("DownPage.Build", Value("id"));
        Assert.AreEqual("true", Value("developmentDependency"));
        Assert.AreEqual("MIT", Value("license"));
        Assert.AreEqual("README.md", Value("readme"));
        Assert.IsEmpty(metadata.Descendants().Where(element =>
            element.Name.LocalName is "dependency" or "frameworkReference" or "frameworkAssembly"));

        string? Value(string name) =>
            metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name)?.Value;
    }

    [TestMethod]
    [Timeout(PlainPublish.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Publish_OfASiteWithThePackage_AddsNothingToTheAppButThePages()
    {
        using TestSite site = await TestSite.CreateAsync(PlainPublish.Site, testContext.CancellationToken);
        PublishedSite with = await site.PublishAsync(testContext.CancellationToken, "-o", "../with");
        site.Environment["DownPageVersion"] = "none";

        PublishedSite without = await site.PublishAsync(testContext.CancellationToken, "-o", "../without");

        Assert.AreEqual(0, without.Result.ExitCode, without.Result.ToString());
        Assert.AreSequenceEqual(
            without.Files, with.Files.Where(file => !file.StartsWith("_downpage/", StringComparison.Ordinal)));
        foreach (string file in (string[])["SmallSite.deps.json", "SmallSite.runtimeconfig.json"])
        {
            Assert.AreEqual(
                await File.ReadAllTextAsync(Path.Combine(without.Directory, file), testContext.CancellationToken),
                await File.ReadAllTextAsync(Path.Combine(with.Directory, file), testContext.CancellationToken));
        }
    }

    private async Task<ZipArchive> OpenAsync()
    {
        LocalFeed feed = await LocalFeed.GetAsync(testContext.CancellationToken);
        return await ZipFile.OpenReadAsync(
            Path.Combine(feed.Directory, $"DownPage.Build.{feed.Version}.nupkg"), testContext.CancellationToken);
    }
}
