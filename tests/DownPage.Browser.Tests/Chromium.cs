using Microsoft.Playwright;

namespace DownPage.Browser.Tests;

/// <summary>The one browser of a test run: the machine's own Chromium, started by the first test that needs it.</summary>
[TestClass]
public sealed class Chromium
{
    private static readonly string[] FileNames = ["chromium", "chromium-browser", "google-chrome"];

    private static readonly Lazy<string?> ExecutablePath = new(FindExecutable);

    private static readonly Lazy<Task<IPlaywright>> Driver = new(Playwright.CreateAsync);

    private static readonly Lazy<Task<IBrowser>> Shared = new(LaunchAsync);

    /// <summary>The browser. Without one on the machine the test is inconclusive.</summary>
    public static Task<IBrowser> GetAsync()
    {
        if (ExecutablePath.Value is null)
            Assert.Inconclusive($"No browser in the PATH (looked for: {string.Join(", ", FileNames)}): install chromium.");

        return Shared.Value;
    }

    [AssemblyCleanup]
    public static async Task CloseAsync()
    {
        if (Shared.IsValueCreated)
            await (await Shared.Value).DisposeAsync();
        if (Driver.IsValueCreated)
            (await Driver.Value).Dispose();
    }

    private static async Task<IBrowser> LaunchAsync() =>
        await (await Driver.Value).Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = ExecutablePath.Value,
            // The sandbox refuses to run as root, which is who a container's tests are; the pages are our own.
            ChromiumSandbox = false,
            // Tiles that are drawn anew in part, or by several threads, have edges that differ from one time to the next.
            Args = ["--disable-partial-raster", "--num-raster-threads=1"],
        });

    private static string? FindExecutable() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => FileNames.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
}
