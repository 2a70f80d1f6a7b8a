using DownPage.Testing;

namespace DownPage.Packages.Tests.Publishing;

/// <summary>Projects in folders that not everyone would name so.</summary>
[TestClass]
public sealed class AwkwardPathTests(TestContext testContext)
{
    [TestMethod]
    [DataRow("Größen & Söhne")]
    [DataRow("O'Neil (copy) [1]")]
    [DataRow("日本 サイト #1, +x=y")]
    [Timeout(PlainPublish.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Publish_OfAProjectInAnAwkwardFolder_LeavesThePagesOfAPlainPublish(string folder)
    {
        using TestSite site = await TestSite.CreateAsync(PlainPublish.Site, testContext.CancellationToken);
        string project = Path.Combine(site.Root, folder);
        Directory.Move(site.ProjectDirectory, project);
        // The commands run in a folder of the old name.
        Directory.CreateDirectory(site.ProjectDirectory);

        DotnetResult result = await site.RunDotnetAsync(
            testContext.CancellationToken, "publish", Path.Combine(project, "SmallSite.csproj"));

        // Not -o: an apostrophe or a comma in it is more than the SDK itself copes with.
        var published = new PublishedSite(site.Name, Path.Combine(project, "bin/Release/net10.0/publish"), result);
        await PlainPublish.AssertSameAsync(published, testContext.CancellationToken);
    }
}
