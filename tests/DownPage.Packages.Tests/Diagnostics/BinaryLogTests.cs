using DownPage.Testing;
using Microsoft.Build.Logging.StructuredLogger;

namespace DownPage.Packages.Tests.Diagnostics;

/// <summary>What somebody finds who is sent the binary log of a failed publish.</summary>
[TestClass]
public sealed class BinaryLogTests(TestContext testContext)
{
    [TestMethod]
    [Timeout(300_000, CooperativeCancellation = true)]
    public async System.Threading.Tasks.Task FailedPublish_BinaryLog_HoldsTheErrorAndTheDocuments()
    {
        using TestSite site = await TestSite.CreateAsync("AwkwardSite", testContext.CancellationToken);
        site.Replace("AwkwardSite.csproj", "Views/Errors/502.cshtml", "Views/Broken/Throws.cshtml\" StatusCode=\"502");

        PublishedSite published = await site.PublishAsync(testContext.CancellationToken);

        Assert.AreNotEqual(0, published.Result.ExitCode);
        var build = BinaryLog.ReadBuild(Path.Combine(site.Root, "logs", "publish-1.binlog"));
        Error error = Assert.ContainsSingle(build.FindChildrenRecursive<Error>());
        Assert.AreEqual("DP0201", error.Code);
        Assert.AreEqual(site.PathOf("Views/Broken/Throws.cshtml"), error.File);
        Assert.IsGreaterThan(0, error.LineNumber);
        string[] embedded = [.. build.SourceFiles.Select(file => Path.GetFileName(file.FullPath))];
        Assert.Contains("render-request.json", embedded);
        Assert.Contains("render-response.json", embedded);
    }

    [TestMethod]
    [Timeout(300_000, CooperativeCancellation = true)]
    public async System.Threading.Tasks.Task FailedPublish_TerminalLogger_ShowsTheErrorWithItsPlace()
    {
        using TestSite site = await TestSite.CreateAsync("AwkwardSite", testContext.CancellationToken);
        site.Replace("AwkwardSite.csproj", "Views/Errors/502.cshtml", "Views/Broken/Throws.cshtml\" StatusCode=\"502");

        PublishedSite published = await site.PublishAsync(testContext.CancellationToken, "-tl:on");

        Assert.AreNotEqual(0, published.Result.ExitCode);
        string line = published.Result.Lines.First(line => line.Contains("DP0201", StringComparison.Ordinal));
        Assert.Contains("Throws.cshtml", line);
        Assert.Contains("docs/errors.md#dp0201", published.Result.Output);
    }
}
