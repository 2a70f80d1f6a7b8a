using DownPage.Testing;

namespace DownPage.Packages.Tests.Rebuilding;

/// <summary>Two publishes of one project at the same moment, as a build server runs them.</summary>
[TestClass]
public sealed class SideBySideTests(TestContext testContext)
{
    [TestMethod]
    [Timeout(RebuiltSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Publish_InTwoConfigurationsAtOnce_LeavesEachItsPages()
    {
        using TestSite site = await TestSite.CreateAsync("SmallSite", testContext.CancellationToken);
        site.Replace("SmallSite.csproj", "We are moving house.", "We are moving house ($(Configuration)).");
        (await site.RunDotnetAsync(testContext.CancellationToken, "restore", site.ProjectFile)).EnsureSuccess();

        PublishedSite[] published = await Task.WhenAll(((string[])["Debug", "Release"]).Select(configuration =>
            site.PublishAsync(
                testContext.CancellationToken, "-c", configuration, "--no-restore", "-o", $"out/{configuration}")));

        foreach (PublishedSite one in published)
        {
            Assert.AreEqual(0, one.Result.ExitCode, one.Result.ToString());
            Assert.IsEmpty(one.Result.Diagnostics, one.Result.ToString());
            Assert.AreSequenceEqual(PageFiles.Of("502", "503"), one.DownPageFiles);
            Assert.Contains(
                $"<p>We are moving house ({Path.GetFileName(one.Directory)}).</p>", one.Page("503.html"));
        }

        Assert.AreSequenceEqual(published[0].PageBytes("502.html"), published[1].PageBytes("502.html"));
    }
}
