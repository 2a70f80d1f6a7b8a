using System.Diagnostics;

namespace DownPage.Testing;

/// <summary>
/// Runs <c>npm</c>, which fetches what the sites link and do not hold: style sheets and fonts of others.
/// </summary>
public static class NpmCommand
{
    // Two at once would download the same packages twice.
    private static readonly SemaphoreSlim Throttle = new(1);

    /// <summary>Whether there is an <c>npm</c> in the path.</summary>
    public static bool IsInstalled { get; } = Command.IsInstalled("npm");

    /// <summary>
    /// Installs the packages of a site's <c>package.json</c>, runs its script <c>assets</c>, and removes the packages.
    /// Scripts of packages do not run.
    /// </summary>
    public static async Task FetchAssetsAsync(TestSite site, CancellationToken cancellationToken)
    {
        await Throttle.WaitAsync(cancellationToken);
        try
        {
            await RunAsync(
                site.ProjectDirectory, cancellationToken,
                "install", "--ignore-scripts", "--no-package-lock", "--no-audit", "--no-fund", "--prefer-offline");
            await RunAsync(site.ProjectDirectory, cancellationToken, "run", "assets");
            Directory.Delete(site.PathOf("node_modules"), recursive: true);
        }
        finally
        {
            Throttle.Release();
        }
    }

    private static async Task RunAsync(string folder, CancellationToken cancellationToken, params string[] arguments)
    {
        var output = new ProcessOutput();
        var startInfo = new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var process = new Process { StartInfo = startInfo };
        output.Attach(process);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        if (process.ExitCode != 0)
            throw new InvalidOperationException($"npm {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{output}");
    }
}
