using DownPage.Testing;

namespace DownPage.Packages.Tests.Publishing;

/// <summary>Two sites of one solution, published by one command that builds them side by side.</summary>
[TestClass]
public sealed class SolutionTests(TestContext testContext)
{
    [TestMethod]
    [Timeout(PlainPublish.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Publish_OfASolution_LeavesEachSitesPagesWithIt()
    {
        using TestSite solution = await TestSite.CreateAsync("TwoSites", testContext.CancellationToken);

        DotnetResult result = await solution.RunDotnetAsync(
            testContext.CancellationToken, "publish", solution.PathOf("TwoSites.slnx"), "-m:2");

        Assert.AreEqual(0, result.ExitCode, result.ToString());
        Assert.IsEmpty(result.Diagnostics, result.ToString());
        foreach (string name in (string[])["East", "West"])
        {
            var published = new PublishedSite(name, solution.PathOf($"{name}/bin/Release/net10.0/publish"), result);
            Assert.AreSequenceEqual(PageFiles.Of("503"), published.DownPageFiles);
            Assert.Contains($"<title>{name} is away</title>", published.Page("503.html"));
            Assert.ContainsSingle(
                line => line.Contains($"{name} -> 1 down page in _downpage/", StringComparison.Ordinal),
                result.Lines,
                result.ToString());
        }
    }
}
