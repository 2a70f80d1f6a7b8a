using DownPage.Testing;

namespace DownPage.Packages.Tests.Publishing;

/// <summary><c>dotnet clean</c>.</summary>
[TestClass]
public sealed class CleanTests(TestContext testContext)
{
    [TestMethod]
    [Timeout(PlainPublish.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Clean_AfterAPublish_RemovesWhatWasRenderedInObj()
    {
        using TestSite site = await TestSite.CreateAsync(PlainPublish.Site, testContext.CancellationToken);
        PublishedSite published = await site.PublishAsync(testContext.CancellationToken);
        string rendered = site.PathOf("obj/Release/net10.0/downpage");
        Assert.IsTrue(Directory.Exists(rendered), published.Result.ToString());

        DotnetResult result = await site.RunDotnetAsync(
            testContext.CancellationToken, "clean", site.ProjectFile, "-c", "Release");

        Assert.AreEqual(0, result.ExitCode, result.ToString());
        Assert.IsFalse(Directory.Exists(rendered));
    }
}
