using System.Text.RegularExpressions;
using DownPage.Tool.Tests.Verify;

namespace DownPage.Tool.Tests.Preview;

/// <summary><c>downpage preview</c>.</summary>
[TestClass]
public sealed class PreviewTests(TestContext test)
{
    [TestMethod]
    public async Task Preview_PublishedApp_IsAGalleryOfItsPages()
    {
        using var pages = PublishedPages.Usual();

        var run = await ToolRun.RunAsync(pages.Root, TimeProvider.System, "preview");

        Assert.AreEqual(ExitCode.Success, run.ExitCode, run.Error);
        var index = run.Out.Trim();
        try
        {
            var folder = Path.GetDirectoryName(index) ?? "";
            Assert.Contains("503.de.html", File.ReadAllText(index));
            Assert.AreEqual(
                pages.Read("_downpage/503.de.html"), File.ReadAllText(Path.Combine(folder, "pages", "503.de.html")));
            Assert.MatchesRegex(new Regex(@"503\.json +503 +en +\d+"), run.Error);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(index) ?? "", recursive: true);
        }
    }

    [TestMethod]
    public async Task Preview_NoPages_SaysSo()
    {
        using var folder = new TempFolder();
        folder.Write("appsettings.json", "{}");

        var run = await ToolRun.RunAsync(folder.Root, TimeProvider.System, "preview");

        Assert.AreEqual(ExitCode.Failure, run.ExitCode);
        Assert.StartsWith("error DP0551: ", run.Error);
        Assert.AreEqual("", run.Out);
    }

    [TestMethod]
    public async Task Preview_SeveralProjects_AsksForOne()
    {
        using var folder = new TempFolder();
        folder.Write("A.csproj", "<Project />");
        folder.Write("B.csproj", "<Project />");

        var run = await ToolRun.RunAsync(folder.Root, TimeProvider.System, "preview");

        Assert.StartsWith("error DP0551: ", run.Error);
        Assert.Contains("A.csproj", run.Error);
        Assert.Contains("B.csproj", run.Error);
    }

    [TestMethod]
    [Timeout(120_000)]
    public async Task Preview_Project_IsBuiltAndItsGalleryNamed()
    {
        using var folder = new TempFolder();
        var gallery = Path.Combine("obj", "preview", "index.html");
        folder.Write("Shop.csproj", $"""
            <Project>
              <Target Name="PreviewDownPages">
                <WriteLinesToFile File="{gallery}" Lines="hello" Overwrite="true" />
                <Message Importance="high" Text="Shop -> 1 page%0A  $(MSBuildProjectDirectory)/{gallery}" />
              </Target>
            </Project>
            """);

        var run = await ToolRun.RunAsync(folder.Root, TimeProvider.System, "preview").WaitAsync(test.CancellationToken);

        Assert.AreEqual(ExitCode.Success, run.ExitCode, run.Error);
        Assert.AreEqual(folder.PathOf(gallery), run.Out.Trim());
        Assert.Contains("Shop -> 1 page", run.Error);
    }

    [TestMethod]
    [Timeout(120_000)]
    [DataRow("<Project />", "DP0550", "does not use DownPage.Build")]
    [DataRow("<Project><Target Name='PreviewDownPages'><Error Text='no' /></Target></Project>", "DP0550", "exit code 1")]
    [DataRow("<Project><Target Name='PreviewDownPages' /></Project>", "DP0551", "has no DownPage items")]
    public async Task Preview_ProjectThatHasNone_SaysWhy(string project, string code, string why)
    {
        using var folder = new TempFolder();
        folder.Write("Shop.csproj", project);

        var run = await ToolRun.RunAsync(folder.Root, TimeProvider.System, "preview").WaitAsync(test.CancellationToken);

        Assert.AreEqual(ExitCode.Failure, run.ExitCode);
        Assert.Contains($"error {code}: ", run.Error);
        Assert.Contains(why, run.Error);
        Assert.AreEqual("", run.Out);
    }

    [TestMethod]
    public async Task Preview_Open_StartsTheBrowserOrSaysThatThereIsNone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Inconclusive("The browser of this test is a shell script.");
            return;
        }

        using var pages = PublishedPages.Usual();
        var shown = pages.PathOf("shown");
        var browser = pages.Write("browser", $"#!/bin/sh\nprintf %s \"$1\" > '{shown}.part' && mv '{shown}.part' '{shown}'\n");
        File.SetUnixFileMode(browser, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        var opened = await RunAsync(pages, browser);
        var none = await RunAsync(pages, pages.PathOf("no-such-browser"));

        while (!File.Exists(shown))
        {
            await Task.Delay(20, test.CancellationToken);
        }

        Assert.AreEqual(ExitCode.Success, opened.ExitCode, opened.Error);
        Assert.AreEqual(opened.Out.Trim(), File.ReadAllText(shown));
        Assert.AreEqual(ExitCode.Failure, none.ExitCode);
        Assert.Contains("error DP0552: ", none.Error);
        Assert.Contains(none.Out.Trim(), none.Error);
        Directory.Delete(Path.GetDirectoryName(opened.Out.Trim()) ?? "", recursive: true);
        Directory.Delete(Path.GetDirectoryName(none.Out.Trim()) ?? "", recursive: true);
    }

    private static async Task<ToolRun> RunAsync(PublishedPages pages, string browser)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var context = new ToolContext
        {
            Out = output,
            Error = error,
            Directory = pages.Root,
            Variable = name => name == "BROWSER" ? browser : null,
        };
        var exitCode = await CommandLine.RunAsync(["preview", "--open"], context, CancellationToken.None);
        return new ToolRun(exitCode, output.ToString(), error.ToString());
    }
}
