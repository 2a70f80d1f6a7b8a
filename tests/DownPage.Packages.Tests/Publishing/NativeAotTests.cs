using DownPage.Testing;

namespace DownPage.Packages.Tests.Publishing;

/// <summary>
/// Native AOT: the pages are rendered by the app as it was compiled, whatever becomes of it. Whether this machine can
/// link native code is none of DownPage's business, so that step is left out.
/// </summary>
[TestClass]
public sealed class NativeAotTests(TestContext testContext)
{
    [TestMethod]
    [Timeout(PlainPublish.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Publish_ForNativeAot_LeavesThePagesOfAPlainPublish()
    {
        using TestSite site = await TestSite.CreateAsync(PlainPublish.Site, testContext.CancellationToken);
        // .NET 9: its compiler is in every registry that we know.
        site.Replace("SmallSite.csproj", "net10.0", "net9.0");

        PublishedSite published = await site.PublishAsync(
            testContext.CancellationToken, "-r", "linux-x64", "-p:PublishAot=true",
            "-p:NativeCompilationDuringPublish=false", "-p:SuppressTrimAnalysisWarnings=true",
            "-p:SuppressAotAnalysisWarnings=true");

        await PlainPublish.AssertSamePagesAsync(published, testContext.CancellationToken);
    }
}
