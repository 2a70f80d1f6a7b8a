using System.Diagnostics;
using DownPage.Testing;

namespace DownPage.Compare;

/// <summary>The scripts beside this program, in a folder that is not committed, with the packages that they need.</summary>
internal sealed class NodeTools
{
    private static readonly string Source = Path.Combine(RepositoryPaths.Root, "bench", "compare");

    private NodeTools(string folder) => Folder = folder;

    /// <summary>Holds the packages, what the tools made, and the results.</summary>
    public string Folder { get; }

    /// <summary>Copies the scripts and installs the packages. No script of a package runs.</summary>
    public static async Task<NodeTools> InstallAsync(CancellationToken cancellationToken)
    {
        var tools = new NodeTools(Path.Combine(RepositoryPaths.Root, "artifacts", "compare"));
        Directory.CreateDirectory(tools.Folder);
        foreach (var file in Directory.EnumerateFiles(Source).Where(IsForNode))
            File.Copy(file, Path.Combine(tools.Folder, Path.GetFileName(file)), overwrite: true);

        await tools.StartAsync(
            OperatingSystem.IsWindows() ? "npm.cmd" : "npm",
            ["install", "--ignore-scripts", "--no-package-lock", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error"],
            cancellationToken);
        return tools;
    }

    /// <summary>Runs a script; what it prints is shown.</summary>
    public Task RunAsync(string script, string[] arguments, CancellationToken cancellationToken) =>
        StartAsync("node", [script, .. arguments], cancellationToken);

    private static bool IsForNode(string file) => Path.GetExtension(file) is ".mjs" or ".json";

    private async Task StartAsync(string program, string[] arguments, CancellationToken cancellationToken)
    {
        var startInfo = new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder, UseShellExecute = false };
        // The browser is the machine's own.
        startInfo.Environment["PUPPETEER_SKIP_DOWNLOAD"] = "1";
        using var process = Process.Start(startInfo)!;
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
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }
}
