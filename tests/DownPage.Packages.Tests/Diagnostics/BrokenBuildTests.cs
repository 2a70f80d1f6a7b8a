using DownPage.Packages.Tests.Awkward;
using DownPage.Testing;

namespace DownPage.Packages.Tests.Diagnostics;

/// <summary>Publishes without a build, of build output that cannot run on this machine.</summary>
[TestClass]
public sealed class BrokenBuildTests(TestContext testContext)
{
    private CancellationToken Cancelled => testContext.CancellationToken;

    [TestMethod]
    [Timeout(BuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task App_AssemblyIsDamaged_ReportsDP0105()
    {
        using TestSite site = await BuildAsync();
        site.WriteFile("obj/Release/net10.0/AwkwardSite.dll", "no assembly");
        site.WriteFile("bin/Release/net10.0/AwkwardSite.dll", "no assembly");

        PublishedSite published = await site.PublishAsync(Cancelled, "--no-build");

        Finding error = new Publication(site, published).EnsureFailedWithOne();
        Assert.AreEqual("AwkwardSite.csproj: error DP0105", error.Heading);
        Assert.Contains("AwkwardSite.dll", error.Text);
    }

    [TestMethod]
    [Timeout(BuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task App_FrameworkIsNotInstalled_ReportsDP0106WithItsNameAndVersion()
    {
        using TestSite site = await BuildAsync();
        site.Replace(
            "bin/Release/net10.0/AwkwardSite.runtimeconfig.json", "\"version\": \"10.0.0\"", "\"version\": \"77.0.0\"");

        PublishedSite published = await site.PublishAsync(Cancelled, "--no-build");

        Finding error = new Publication(site, published).EnsureFailedWithOne();
        Assert.AreEqual("AwkwardSite.csproj: error DP0106", error.Heading);
        Assert.Contains("'Microsoft.NETCore.App', version '77.0.0'", error.Text);
        Assert.Contains("dotnet --list-runtimes", error.Text);
    }

    private async Task<TestSite> BuildAsync()
    {
        TestSite site = await TestSite.CreateAsync("AwkwardSite", Cancelled);
        DotnetResult result = await site.BuildAsync(Cancelled);
        result.EnsureSuccess();
        return site;
    }
}
