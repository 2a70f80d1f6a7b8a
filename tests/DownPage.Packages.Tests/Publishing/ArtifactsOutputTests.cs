using DownPage.Testing;

namespace DownPage.Packages.Tests.Publishing;

/// <summary><c>UseArtifactsOutput</c>: obj and publish folder lie elsewhere, by absolute paths.</summary>
[TestClass]
public sealed class ArtifactsOutputTests(TestContext testContext)
{
    [TestMethod]
    [Timeout(PlainPublish.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Publish_WithArtifactsOutput_LeavesThePagesInTheArtifactsFolder()
    {
        using TestSite site = await TestSite.CreateAsync(PlainPublish.Site, testContext.CancellationToken);
        string artifacts = Path.Combine(site.Root, "artifacts");

        DotnetResult result = await site.RunDotnetAsync(
            testContext.CancellationToken, "publish", site.ProjectFile, "--artifacts-path", artifacts);

        var published = new PublishedSite(site.Name, Path.Combine(artifacts, "publish/SmallSite/release"), result);
        await PlainPublish.AssertSameAsync(published, testContext.CancellationToken);
        Assert.IsTrue(File.Exists(Path.Combine(artifacts, "obj/SmallSite/release/downpage/pages/502.html")));
        Assert.IsFalse(Directory.Exists(site.PathOf("obj")));
    }
}
