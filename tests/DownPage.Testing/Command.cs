using System.Diagnostics;

namespace DownPage.Testing;

/// <summary>Programs of the machine that some tests need.</summary>
public static class Command
{
    /// <summary>Whether there is a program of that name in the path.</summary>
    /// <param name="name">Without the extension that Windows adds.</param>
    public static bool IsInstalled(string name)
        => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, name))
                || OperatingSystem.IsWindows()
                && (File.Exists(Path.Combine(folder, name + ".exe")) || File.Exists(Path.Combine(folder, name + ".cmd"))));

    /// <summary>Runs a program with a clean environment and returns when it has ended, whatever its exit code.</summary>
    /// <param name="program">Its path, or its name in the path.</param>
    /// <param name="arguments">The arguments, unquoted.</param>
    /// <param name="workingDirectory">The folder that it runs in.</param>
    /// <param name="environment">Variables that are set for it; null for none.</param>
    /// <param name="cancellationToken">Ends it with all its children.</param>
    public static async Task<DotnetResult> RunAsync(
        string program,
        IReadOnlyList<string> arguments,
        string workingDirectory,
        IReadOnlyDictionary<string, string>? environment,
        CancellationToken cancellationToken)
    {
        var output = new ProcessOutput();
        var stopwatch = Stopwatch.StartNew();
        using var process = new Process
        {
            StartInfo = DotnetCommand.CreateStartInfo(program, arguments, workingDirectory, environment),
        };
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
            process.WaitForExit(TimeSpan.FromSeconds(5));
            throw new OperationCanceledException(
                $"Cancelled after {stopwatch.Elapsed.TotalSeconds:F0} s: "
                + $"{program} {string.Join(' ', arguments)}\n{output}",
                cancellationToken);
        }

        return new DotnetResult(arguments, workingDirectory, process.ExitCode, output.ToString(), stopwatch.Elapsed)
        {
            Program = program,
        };
    }
}
