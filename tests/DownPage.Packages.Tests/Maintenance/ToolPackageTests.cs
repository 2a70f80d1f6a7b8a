using System.Text.Json;
using DownPage.Testing;

namespace DownPage.Packages.Tests.Maintenance;

/// <summary>The command as a user gets it: packed, installed by <c>dotnet tool install</c>, typed.</summary>
[TestClass]
public sealed class ToolPackageTests(TestContext testContext)
{
    [TestMethod]
    [Timeout(10 * 60 * 1000, CooperativeCancellation = true)]
    public async Task Package_IsAToolOfOneCommandForEveryRuntime()
    {
        using var package = await PackageFile.OpenAsync("DownPage.Tool", testContext.CancellationToken);

        Assert.AreEqual("DotnetTool", Assert.ContainsSingle(package.Elements("packageType")).Attribute("name")?.Value);
        Assert.Contains("README.md", package.Files);
        Assert.Contains("tools/net8.0/any/DownPage.Tool.dll", package.Files);
        using var runtime = await JsonDocument.ParseAsync(
            package.Open("tools/net8.0/any/DownPage.Tool.runtimeconfig.json"), default, testContext.CancellationToken);
        var options = runtime.RootElement.GetProperty("runtimeOptions");
        Assert.AreEqual("Major", options.GetProperty("rollForward").GetString());
        Assert.AreEqual("Microsoft.NETCore.App", options.GetProperty("framework").GetProperty("name").GetString());
    }

    [TestMethod]
    [Timeout(10 * 60 * 1000, CooperativeCancellation = true)]
    public async Task Tool_InstalledFromTheFeed_TakesAnAppDownAndUp()
    {
        using var folder = new TempFolder();
        var downpage = await InstallAsync(folder);
        folder.Write("shop/appsettings.json", "{}");
        var app = folder.PathOf("shop");

        var down = await RunAsync("down", "--for", "20m", "--message", "Back soon.");
        Assert.AreEqual(0, down.ExitCode, down.ToString());
        Assert.IsTrue(File.Exists(Path.Combine(app, "maintenance.json")));

        var whileDown = await RunAsync("status", "--json");
        Assert.AreEqual(2, whileDown.ExitCode, whileDown.ToString());
        Assert.AreEqual("Back soon.", JsonDocument.Parse(whileDown.Output).RootElement.GetProperty("message").GetString());

        var up = await RunAsync("up");
        Assert.AreEqual(0, up.ExitCode, up.ToString());
        Assert.IsFalse(File.Exists(Path.Combine(app, "maintenance.json")));
        Assert.AreEqual(0, (await RunAsync("status")).ExitCode);

        Task<DotnetResult> RunAsync(params string[] arguments)
            => Command.RunAsync(downpage, arguments, app, environment: null, testContext.CancellationToken);
    }

    /// <returns>The command's path.</returns>
    private async Task<string> InstallAsync(TempFolder folder)
    {
        var feed = await LocalFeed.GetAsync(testContext.CancellationToken);
        folder.Write("nuget.config", $"""
            <configuration>
              <packageSources><clear /><add key="feed" value="{feed.Directory}" /></packageSources>
            </configuration>
            """);
        var result = await DotnetCommand.RunAsync(
            ["tool", "install", "DownPage.Tool", "--tool-path", folder.PathOf("tools"), "--version", feed.Version],
            folder.Root,
            new Dictionary<string, string> { ["NUGET_PACKAGES"] = folder.PathOf("packages") },
            testContext.CancellationToken);
        result.EnsureSuccess();
        return folder.PathOf(OperatingSystem.IsWindows() ? "tools/downpage.exe" : "tools/downpage");
    }
}
