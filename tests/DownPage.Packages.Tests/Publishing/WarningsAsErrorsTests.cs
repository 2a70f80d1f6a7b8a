using DownPage.Testing;

namespace DownPage.Packages.Tests.Publishing;

/// <summary>A publish that accepts no warning of anybody.</summary>
[TestClass]
public sealed class WarningsAsErrorsTests(TestContext testContext)
{
    [TestMethod]
    [Timeout(PlainPublish.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Publish_WithWarningsAsErrors_Succeeds()
    {
        using TestSite site = await TestSite.CreateAsync(PlainPublish.Site, testContext.CancellationToken);

        PublishedSite published = await site.PublishAsync(
            testContext.CancellationToken, "-warnaserror", "-p:TreatWarningsAsErrors=true");

        await PlainPublish.AssertSameAsync(published, testContext.CancellationToken);
    }
}
