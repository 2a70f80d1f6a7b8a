using DownPage.Testing;

namespace DownPage.Packages.Tests.Publishing;

/// <summary>Publishes for a runtime: what runs elsewhere is rendered here, by the app as it was compiled.</summary>
[TestClass]
public sealed class RuntimeTests(TestContext testContext)
{
    [TestMethod]
    [DataRow("-r linux-x64 --self-contained", DisplayName = "this system, self-contained")]
    [DataRow("-r linux-x64 -p:PublishReadyToRun=true", DisplayName = "ReadyToRun")]
    // No app host of another system is to be had in every registry; the pages do not need one.
    [DataRow("-r linux-arm64 -p:UseAppHost=false", DisplayName = "another processor")]
    [DataRow("-r win-x64 --self-contained", DisplayName = "another system, self-contained")]
    [Timeout(PlainPublish.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Publish_ForARuntime_LeavesThePagesOfAPlainPublish(string arguments)
    {
        using TestSite site = await TestSite.CreateAsync(PlainPublish.Site, testContext.CancellationToken);

        PublishedSite published = await site.PublishAsync(testContext.CancellationToken, arguments.Split(' '));

        await PlainPublish.AssertSameAsync(published, testContext.CancellationToken);
    }

    [TestMethod]
    [DataRow("--no-self-contained", DisplayName = "framework-dependent bundle")]
    [DataRow(
        "--self-contained -p:IncludeAllContentForSelfExtract=true",
        DisplayName = "self-contained bundle of all content")]
    [Timeout(PlainPublish.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Publish_AsASingleFile_LeavesThePagesLooseBesideIt(string arguments)
    {
        using TestSite site = await TestSite.CreateAsync(PlainPublish.Site, testContext.CancellationToken);

        PublishedSite published = await site.PublishAsync(
            testContext.CancellationToken, ["-r", "linux-x64", "-p:PublishSingleFile=true", .. arguments.Split(' ')]);

        await PlainPublish.AssertSameAsync(published, testContext.CancellationToken);
        Assert.Contains("SmallSite", published.Files);
        Assert.DoesNotContain("SmallSite.dll", published.Files);
    }

    [TestMethod]
    [Timeout(PlainPublish.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Publish_AsASingleFileOverAnotherPublishedFile_ReportsTheClash()
    {
        using TestSite site = await TestSite.CreateAsync(PlainPublish.Site, testContext.CancellationToken);
        // The SDK's own check of published files runs before there are pages in a single-file publish.
        site.WriteFile("_downpage/502.html", "<!DOCTYPE html><title>Another page</title>");
        site.Replace(
            "SmallSite.csproj",
            "<DownPage Include=\"Views/Errors/502.cshtml\" />",
            """
            <DownPage Include="Views/Errors/502.cshtml" />
            <Content Include="_downpage/502.html" CopyToPublishDirectory="PreserveNewest" />
            """);

        PublishedSite published = await site.PublishAsync(
            testContext.CancellationToken, "-r", "linux-x64", "-p:PublishSingleFile=true", "--no-self-contained");

        Assert.AreEqual(1, published.Result.ExitCode, published.Result.ToString());
        DotnetDiagnostic error = Assert.ContainsSingle(published.Result.Errors, published.Result.ToString());
        Assert.AreEqual("DP0005", error.Code);
        Assert.Contains("_downpage/502.html", error.Text);
    }

    [TestMethod]
    [Timeout(PlainPublish.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Publish_Trimmed_LeavesThePagesOfAPlainPublish()
    {
        using TestSite site = await TestSite.CreateAsync(PlainPublish.Site, testContext.CancellationToken);

        // Partial: MVC itself is not made for trimming, and the SDK says so.
        PublishedSite published = await site.PublishAsync(
            testContext.CancellationToken, "-r", "linux-x64", "--self-contained", "-p:PublishTrimmed=true",
            "-p:TrimMode=partial", "-p:SuppressTrimAnalysisWarnings=true");

        await PlainPublish.AssertSamePagesAsync(published, testContext.CancellationToken);
        Assert.IsEmpty(published.Result.Diagnostics.Where(
            diagnostic => diagnostic.Code.StartsWith("DP", StringComparison.Ordinal)));
    }

    [TestMethod]
    [Timeout(PlainPublish.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Publish_MultiTargetedWithAFramework_RendersWithThatFramework()
    {
        using TestSite site = await TestSite.CreateAsync(PlainPublish.Site, testContext.CancellationToken);
        site.Replace(
            "SmallSite.csproj",
            "<TargetFramework>net10.0</TargetFramework>",
            "<TargetFrameworks>net8.0;net10.0</TargetFrameworks>");

        PublishedSite newer = await site.PublishAsync(testContext.CancellationToken, "-f", "net10.0", "-o", "out/10");
        PublishedSite older = await site.PublishAsync(testContext.CancellationToken, "-f", "net8.0", "-o", "out/8");

        await PlainPublish.AssertSameAsync(newer, testContext.CancellationToken);
        await PlainPublish.AssertSameAsync(older, testContext.CancellationToken);
        Assert.IsTrue(File.Exists(site.PathOf("obj/Release/net8.0/downpage/pages/502.html")));
        Assert.IsTrue(File.Exists(site.PathOf("obj/Release/net10.0/downpage/pages/502.html")));
    }
}
