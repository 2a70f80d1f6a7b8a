using DownPage.Testing;

namespace DownPage.Packages.Tests.Publishing;

/// <summary>A project that references the site is published: the pages are the site's own, and stay with it.</summary>
[TestClass]
public sealed class ReferencingProjectTests(TestContext testContext)
{
    [TestMethod]
    [DataRow("Microsoft.NET.Sdk", DisplayName = "a console program")]
    [DataRow("Microsoft.NET.Sdk.Web", DisplayName = "another site")]
    [Timeout(PlainPublish.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Publish_OfAProjectThatReferencesTheSite_RendersAndPublishesNoPage(string sdk)
    {
        using TestSite site = await TestSite.CreateAsync(PlainPublish.Site, testContext.CancellationToken);
        site.WriteFile(
            "../Caller/Caller.csproj",
            $"""
            <Project Sdk="{sdk}">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>Exe</OutputType>
              </PropertyGroup>
              <ItemGroup>
                <ProjectReference Include="../SmallSite/SmallSite.csproj" />
              </ItemGroup>
            </Project>
            """);
        site.WriteFile("../Caller/Program.cs", "System.Console.WriteLine(typeof(SmallSite.Texts));");

        DotnetResult result = await site.RunDotnetAsync(
            testContext.CancellationToken,
            "publish", site.PathOf("../Caller/Caller.csproj"), "-o", Path.Combine(site.Root, "publish"));

        var published = new PublishedSite("Caller", Path.Combine(site.Root, "publish"), result);
        Assert.AreEqual(0, result.ExitCode, result.ToString());
        Assert.Contains("SmallSite.dll", published.Files);
        Assert.IsEmpty(published.Files.Where(file =>
            file.StartsWith("_downpage", StringComparison.Ordinal)
            || file.EndsWith(".html", StringComparison.Ordinal)));
        Assert.DoesNotContain("down page", result.Output);
        Assert.IsFalse(Directory.Exists(site.PathOf("obj/Release/net10.0/downpage")));
    }
}
