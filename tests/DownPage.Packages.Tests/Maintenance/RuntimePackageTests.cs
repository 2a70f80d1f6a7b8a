using DownPage.Testing;

namespace DownPage.Packages.Tests.Maintenance;

/// <summary>The runtime package itself: what is in it, and that it needs nothing but the framework.</summary>
[TestClass]
public sealed class RuntimePackageTests(TestContext testContext)
{
    [TestMethod]
    [Timeout(10 * 60 * 1000, CooperativeCancellation = true)]
    public async Task Package_HoldsTheAssemblyItsDocumentationAndNoDependency()
    {
        using var package = await PackageFile.OpenAsync("DownPage.AspNetCore", testContext.CancellationToken);

        Assert.AreSequenceEqual(
            (string[])[
                "DownPage.AspNetCore.nuspec",
                "README.md",
                "lib/net8.0/DownPage.AspNetCore.dll",
                "lib/net8.0/DownPage.AspNetCore.xml",
            ],
            package.Files);
        Assert.IsEmpty(package.Elements("dependency"));
        Assert.AreEqual(
            "Microsoft.AspNetCore.App",
            Assert.ContainsSingle(package.Elements("frameworkReference")).Attribute("name")?.Value);
    }
}
