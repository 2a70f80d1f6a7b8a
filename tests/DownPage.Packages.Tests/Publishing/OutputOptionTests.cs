using System.Text.Json;
using DownPage.Testing;

namespace DownPage.Packages.Tests.Publishing;

/// <summary><c>dotnet publish -o FOLDER</c>: the publish that all others are held against.</summary>
[TestClass]
public sealed class OutputOptionTests(TestContext testContext)
{
    [TestMethod]
    [Timeout(PlainPublish.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Publish_ToAFolder_LeavesPagesManifestAndOneSummaryLine()
    {
        using TestSite site = await TestSite.CreateAsync(PlainPublish.Site, testContext.CancellationToken);

        // Within the project: where the globs of a second publish could find what the first has left.
        PublishedSite published = await site.PublishAsync(testContext.CancellationToken, "-o", "publish");
        PublishedSite again = await site.PublishAsync(testContext.CancellationToken, "-o", "publish");

        await PlainPublish.AssertSameAsync(published, testContext.CancellationToken);
        await PlainPublish.AssertSameAsync(again, testContext.CancellationToken);
        Assert.AreSequenceEqual(PageFiles.Of("502", "503"), published.DownPageFiles);
        Assert.ContainsSingle(file => file.EndsWith("502.html", StringComparison.Ordinal), again.Files);
        Assert.Contains("<h1>502 Bad Gateway</h1>", published.Page("502.html"));
        Assert.Contains("<p>We are moving house.</p>", published.Page("503.html"));
        using JsonDocument manifest = published.Manifest;
        Assert.AreSequenceEqual(
            ["502.html", "502.json", "502.txt", "503.html", "503.json", "503.txt"],
            manifest.RootElement.GetProperty("pages").EnumerateArray()
                .Select(page => page.GetProperty("file").GetString()));
    }
}
