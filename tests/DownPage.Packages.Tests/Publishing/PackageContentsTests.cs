using DownPage.Testing;

namespace DownPage.Packages.Tests.Publishing;

/// <summary>The package itself: what is in it, and what is not.</summary>
[TestClass]
public sealed class PackageContentsTests(TestContext testContext)
{
    [TestMethod]
    [Timeout(PlainPublish.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Package_HoldsTheseFilesAndNoOthers()
    {
        using var package = await OpenAsync();

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
            package.Files);
    }

    [TestMethod]
    [Timeout(PlainPublish.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Package_IsADevelopmentDependencyWithoutDependencies()
    {
        using var package = await OpenAsync();

        Assert.AreEqual("DownPage.Build", Value("id"));
        Assert.AreEqual("true", Value("developmentDependency"));
        Assert.AreEqual("MIT", Value("license"));
        Assert.AreEqual("README.md", Value("readme"));
        Assert.IsEmpty(package.Elements("dependency", "frameworkReference", "frameworkAssembly"));

        string? Value(string name) =>
            package.Metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name)?.Value;
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

    private Task<PackageFile> OpenAsync() => PackageFile.OpenAsync("DownPage.Build", testContext.CancellationToken);
}
