using DownPage.Packages.Tests.Awkward;
using DownPage.Testing;

namespace DownPage.Packages.Tests.Diagnostics;

/// <summary>Projects that the package is not for.</summary>
[TestClass]
public sealed class WrongProjectsTests(TestContext testContext)
{
    private CancellationToken Cancelled => testContext.CancellationToken;

    [TestMethod]
    [Timeout(BuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Project_ConsoleAppWithAnItem_ReportsDP0014()
    {
        using TestSite site = await TestSite.CreateAsync("ConsoleApp", Cancelled);

        PublishedSite published = await site.PublishAsync(Cancelled);

        Finding error = new Publication(site, published).EnsureFailedWithOne();
        Assert.AreEqual("ConsoleApp.csproj: error DP0014", error.Heading);
        Assert.Contains("Microsoft.NET.Sdk.Web", error.Text);
    }

    // A package that a Directory.Build.props gives to every project must not break those that have no pages.
    [TestMethod]
    [Timeout(BuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Project_ConsoleAppWithoutItems_PublishesAsEver()
    {
        using TestSite site = await TestSite.CreateAsync("ConsoleApp", Cancelled);
        site.Replace("ConsoleApp.csproj", "<DownPage Include=\"Views/502.cshtml\" />", "");

        PublishedSite published = await site.PublishAsync(Cancelled);

        var publication = new Publication(site, published).EnsureClean();
        Assert.IsEmpty(publication.Pages);
        Assert.DoesNotContain("down page", publication.Result.Output);
    }

    // The SDK no longer brings what a net6.0 project compiles against, so the package's own target is all that can run.
    [TestMethod]
    [Timeout(BuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Project_TargetsAnOldFramework_ReportsDP0015()
    {
        using TestSite site = await TestSite.CreateAsync("AwkwardSite", Cancelled);
        DotnetResult restore = await site.RunDotnetAsync(Cancelled, "restore");
        restore.EnsureSuccess();

        DotnetResult result = await site.RunDotnetAsync(
            Cancelled, "msbuild", "-t:_DownPageRender", "-p:TargetFramework=net6.0");

        Assert.AreEqual(1, result.ExitCode, result.ToString());
        Finding error = Finding.From(Assert.ContainsSingle(result.Diagnostics), site.ProjectDirectory);
        Assert.AreEqual("AwkwardSite.csproj: error DP0015", error.Heading);
        Assert.Contains("'net6.0'", error.Text);
        Assert.Contains("net8.0", error.Text);
    }
}
