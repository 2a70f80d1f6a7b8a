using System.IO.Compression;
using System.Xml.Linq;
using DownPage.Testing;

namespace DownPage.Packages.Tests.Maintenance;

/// <summary>The runtime package itself: what is in it, and that it needs nothing but the framework.</summary>
[TestClass]
public sealed class RuntimePackageTests(TestContext testContext)
{
    // What NuGet adds to every package.
    private static readonly string[] Wrapping = ["_rels/", "package/services/", "[Content_Types].xml"];

    [TestMethod]
    [Timeout(10 * 60 * 1000, CooperativeCancellation = true)]
    public async Task Package_HoldsTheAssemblyItsDocumentationAndNoDependency()
    {
        var feed = await LocalFeed.GetAsync(testContext.CancellationToken);
        await using var package = await ZipFile.OpenReadAsync(
            Path.Combine(feed.Directory, $"DownPage.AspNetCore.{feed.Version}.nupkg"), testContext.CancellationToken);

        Assert.AreSequenceEqual(
            (string[])[
                "DownPage.AspNetCore.nuspec",
                "README.md",
                "lib/net8.0/DownPage.AspNetCore.dll",
                "lib/net8.0/DownPage.AspNetCore.xml",
            ],
            package.Entries
                .Select(entry => entry.FullName)
                .Where(name => !Wrapping.Any(start => name.StartsWith(start, StringComparison.Ordinal)))
                .Order(StringComparer.Ordinal));
        await using var nuspec = await package.GetEntry("DownPage.AspNetCore.nuspec")!.OpenAsync(testContext.CancellationToken);
        var metadata = XDocument.Load(nuspec).Root!.Elements().Single();
        Assert.IsEmpty(metadata.Descendants().Where(element => element.Name.LocalName == "dependency"));
        Assert.AreEqual(
            "Microsoft.AspNetCore.App",
            Assert.ContainsSingle(metadata.Descendants().Where(element => element.Name.LocalName == "frameworkReference"))
                .Attribute("name")?.Value);
    }
}
