using DownPage.Testing;

namespace DownPage.Packages.Tests.Publishing;

/// <summary>Views that the project includes in other ways than by themselves.</summary>
[TestClass]
public sealed class ItemKindsTests(TestContext testContext)
{
    private const string Item502 = "<DownPage Include=\"Views/Errors/502.cshtml\" />";

    [TestMethod]
    [Timeout(PlainPublish.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Publish_OfAViewWithTheBuildActionOfVisualStudio_StillCompilesIt()
    {
        using TestSite site = await TestSite.CreateAsync(PlainPublish.Site, testContext.CancellationToken);
        site.Replace("SmallSite.csproj", Item502, $"<Content Remove=\"Views/Errors/502.cshtml\" />\n    {Item502}");

        PublishedSite published = await site.PublishAsync(testContext.CancellationToken);

        await PlainPublish.AssertSameAsync(published, testContext.CancellationToken);
    }

    [TestMethod]
    [Timeout(PlainPublish.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Publish_OfAViewFromOutsideTheProject_RendersItAtItsLink()
    {
        using TestSite site = await TestSite.CreateAsync(PlainPublish.Site, testContext.CancellationToken);
        Directory.CreateDirectory(site.PathOf("../Common"));
        File.Move(site.PathOf("Views/Errors/502.cshtml"), site.PathOf("../Common/502.cshtml"));
        site.Replace(
            "SmallSite.csproj",
            Item502,
            "<DownPage Include=\"../Common/502.cshtml\" Link=\"Views/Errors/502.cshtml\" />");

        PublishedSite published = await site.PublishAsync(testContext.CancellationToken);

        // The layout, the imports and the text are those of the site: the page is the same.
        await PlainPublish.AssertSameAsync(published, testContext.CancellationToken);
    }

    [TestMethod]
    [Timeout(PlainPublish.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Publish_OfAGlobWithAnUpdate_RendersEachFileOnce()
    {
        using TestSite site = await TestSite.CreateAsync(PlainPublish.Site, testContext.CancellationToken);
        site.Replace("SmallSite.csproj", Item502, "<DownPage Include=\"Views/Errors/**/*.cshtml\" />");
        site.Replace(
            "SmallSite.csproj",
            "<DownPage Include=\"Views/Errors/503.cshtml\"",
            "<DownPage Update=\"Views/Errors/503.cshtml\"");

        PublishedSite published = await site.PublishAsync(testContext.CancellationToken);

        await PlainPublish.AssertSameAsync(published, testContext.CancellationToken);
    }

    [TestMethod]
    [Timeout(PlainPublish.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Publish_WithoutStaticWebAssets_LeavesThePagesOfAPlainPublish()
    {
        using TestSite site = await TestSite.CreateAsync(PlainPublish.Site, testContext.CancellationToken);

        PublishedSite published = await site.PublishAsync(
            testContext.CancellationToken, "-p:StaticWebAssetsEnabled=false");

        await PlainPublish.AssertSameAsync(published, testContext.CancellationToken);
    }
}
