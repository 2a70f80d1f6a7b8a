using DownPage.Testing;

namespace DownPage.Packages.Tests.Publishing;

/// <summary>What is published of a site that is built already.</summary>
[TestClass]
public sealed class WithoutBuildTests(TestContext testContext)
{
    private const string DefaultFolder = "bin/Release/net10.0/publish";

    // The tests share the obj folder: one runs at a time.
    private static readonly SemaphoreSlim Turn = new(1);
    private static TestSite site = null!;
    private static DotnetResult build = null!;

    [ClassInitialize]
    [Timeout(PlainPublish.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public static async Task BuildAsync(TestContext context)
    {
        site = await TestSite.CreateAsync(PlainPublish.Site, context.CancellationToken);
        build = await site.BuildAsync(context.CancellationToken);
        build.EnsureSuccess();
    }

    [ClassCleanup]
    public static void Delete() => site?.Dispose();

    [TestInitialize]
    public Task TakeTurnAsync() => Turn.WaitAsync(testContext.CancellationToken);

    [TestCleanup]
    public void EndTurn() => Turn.Release();

    [TestMethod]
    [Timeout(PlainPublish.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Build_Alone_RendersNothing()
    {
        DotnetResult again = await site.BuildAsync(testContext.CancellationToken, "--no-restore");

        Assert.AreEqual(0, again.ExitCode, again.ToString());
        foreach (DotnetResult result in (DotnetResult[])[build, again])
            Assert.DoesNotContain("down page", result.Output);
    }

    [TestMethod]
    [Timeout(PlainPublish.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Publish_WithNoBuildToTheDefaultFolder_LeavesThePagesThere()
    {
        DotnetResult result = await RunAsync("publish", site.ProjectFile, "--no-build");

        await PlainPublish.AssertSameAsync(At(DefaultFolder, result), testContext.CancellationToken);
    }

    [TestMethod]
    [Timeout(PlainPublish.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task MSBuild_WithThePublishTarget_LeavesThePagesInTheDefaultFolder()
    {
        DeletePublished();

        DotnetResult result = await RunAsync(
            "msbuild", site.ProjectFile, "-t:Publish", "-p:Configuration=Release", "-p:NoBuild=true");

        await PlainPublish.AssertSameAsync(At(DefaultFolder, result), testContext.CancellationToken);
    }

    [TestMethod]
    [Timeout(PlainPublish.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Publish_WithAFolderProfile_LeavesThePagesInItsFolder()
    {
        site.WriteFile(
            "Properties/PublishProfiles/Folder.pubxml",
            """
            <Project>
              <PropertyGroup>
                <WebPublishMethod>FileSystem</WebPublishMethod>
                <PublishUrl>out/profile/</PublishUrl>
                <PublishDir>out/profile/</PublishDir>
                <DeleteExistingFiles>true</DeleteExistingFiles>
              </PropertyGroup>
            </Project>
            """);

        DotnetResult result = await RunAsync("publish", site.ProjectFile, "--no-build", "-p:PublishProfile=Folder");

        await PlainPublish.AssertSameAsync(At("out/profile", result), testContext.CancellationToken);
    }

    [TestMethod]
    [Timeout(PlainPublish.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Build_WithDeployOnBuildAsVisualStudioPublishes_LeavesThePagesInTheProfilesFolder()
    {
        site.WriteFile(
            "Properties/PublishProfiles/Deploy.pubxml",
            """
            <Project>
              <PropertyGroup>
                <WebPublishMethod>FileSystem</WebPublishMethod>
                <PublishUrl>out/deploy/</PublishUrl>
              </PropertyGroup>
            </Project>
            """);

        DotnetResult result = await RunAsync(
            "build", site.ProjectFile, "-c", "Release", "--no-restore",
            "-p:DeployOnBuild=true", "-p:PublishProfile=Deploy");

        await PlainPublish.AssertSameAsync(At("out/deploy", result), testContext.CancellationToken);
    }

    [TestMethod]
    [Timeout(PlainPublish.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task RenderDownPages_Alone_PrintsWhereThePagesAreAndPublishesNothing()
    {
        DeletePublished();

        DotnetResult result = await RunAsync(
            "build", site.ProjectFile, "-c", "Release", "--no-restore", "-t:RenderDownPages");

        Assert.AreEqual(0, result.ExitCode, result.ToString());
        Assert.IsEmpty(result.Diagnostics, result.ToString());
        string pages = site.PathOf("obj/Release/net10.0/downpage/pages");
        Assert.AreSequenceEqual(
            [Path.Combine(pages, "502.html"), Path.Combine(pages, "503.html")],
            result.Lines.Select(line => line.Trim()).Where(line => line.StartsWith(pages, StringComparison.Ordinal)));
        Assert.AreSequenceEqual(
            PageFiles.Of("502", "503"),
            Directory.EnumerateFiles(pages).Select(Path.GetFileName).Order(StringComparer.Ordinal));

        Assert.ContainsSingle(
            line => line.Trim().StartsWith("SmallSite -> 2 down pages in ", StringComparison.Ordinal),
            result.Lines,
            result.ToString());
        Assert.IsFalse(Directory.Exists(site.PathOf(DefaultFolder)));
    }

    [TestMethod]
    [Timeout(PlainPublish.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task RenderDownPages_SwitchedOff_SaysThatThereAreNone()
    {
        DotnetResult result = await RunAsync(
            "build", site.ProjectFile, "-c", "Release", "--no-restore",
            "-t:RenderDownPages", "-p:DownPageEnabled=false");

        Assert.AreEqual(0, result.ExitCode, result.ToString());
        Assert.ContainsSingle(line => line.Contains("no down pages", StringComparison.Ordinal), result.Lines);
    }

    [TestMethod]
    [Timeout(PlainPublish.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Publish_SwitchedOff_LeavesNoPageAndSaysNothing()
    {
        PublishedSite published = await site.PublishAsync(
            testContext.CancellationToken, "--no-build", "-p:DownPageEnabled=false", "-o", "out/switched-off");

        Assert.AreEqual(0, published.Result.ExitCode, published.Result.ToString());
        Assert.IsEmpty(published.DownPageFiles);
        Assert.Contains("SmallSite.dll", published.Files);
        Assert.DoesNotContain("down page", published.Result.Output);
    }

    [TestMethod]
    [Timeout(PlainPublish.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task RenderDownPages_InADesignTimeBuild_RendersNothing()
    {
        DeleteIntermediate();

        DotnetResult result = await RunAsync(
            "msbuild", site.ProjectFile, "-t:RenderDownPages", "-p:Configuration=Release", "-p:DesignTimeBuild=true",
            "-p:NoBuild=true");

        Assert.AreEqual(0, result.ExitCode, result.ToString());
        Assert.IsFalse(Directory.Exists(site.PathOf("obj/Release/net10.0/downpage")));
    }

    [TestMethod]
    [Timeout(PlainPublish.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Publish_OfAProjectThatIsNotPublishable_RendersNothing()
    {
        DeleteIntermediate();

        PublishedSite published = await site.PublishAsync(
            testContext.CancellationToken, "--no-build", "-p:IsPublishable=false", "-o", "out/not-publishable",
            // The SDK transforms a web.config even when there is no publish folder to write it to.
            "-p:IsTransformWebConfigDisabled=true");

        Assert.AreEqual(0, published.Result.ExitCode, published.Result.ToString());
        Assert.IsEmpty(published.Files);
        Assert.DoesNotContain("down page", published.Result.Output);
        Assert.IsFalse(Directory.Exists(site.PathOf("obj/Release/net10.0/downpage")));
    }

    private static PublishedSite At(string folder, DotnetResult result) =>
        new(PlainPublish.Site, site.PathOf(folder), result);

    private static void DeletePublished() => DeleteFolder(DefaultFolder);

    private static void DeleteIntermediate() => DeleteFolder("obj/Release/net10.0/downpage");

    private static void DeleteFolder(string path)
    {
        if (Directory.Exists(site.PathOf(path)))
            Directory.Delete(site.PathOf(path), recursive: true);
    }

    private Task<DotnetResult> RunAsync(params string[] arguments) =>
        site.RunDotnetAsync(testContext.CancellationToken, arguments);
}
