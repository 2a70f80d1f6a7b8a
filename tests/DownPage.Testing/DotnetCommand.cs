using System.Diagnostics;
using System.Text;

namespace DownPage.Testing;

/// <summary>Runs <c>dotnet</c> with a clean environment. Two commands at most run at once in one test run.</summary>
public static class DotnetCommand
{
    private static readonly SemaphoreSlim Throttle = new(2);

    /// <summary>The <c>dotnet</c> of this machine: that of <c>DOTNET_ROOT</c>, else the one in the path.</summary>
    public static string HostPath { get; } = FindHost();

    /// <summary>Runs <c>dotnet</c> and returns when it has ended, whatever its exit code.</summary>
    /// <param name="arguments">The arguments, unquoted.</param>
    /// <param name="workingDirectory">The folder that the command runs in.</param>
    /// <param name="environment">Variables that are set for the command; null for none.</param>
    /// <param name="cancellationToken">Ends the command with all its children.</param>
    public static async Task<DotnetResult> RunAsync(
        IEnumerable<string> arguments,
        string workingDirectory,
        IReadOnlyDictionary<string, string>? environment,
        CancellationToken cancellationToken)
    {
        List<string> argumentList = [.. arguments];
        await Throttle.WaitAsync(cancellationToken);
        try
        {
            return await Command.RunAsync(HostPath, argumentList, workingDirectory, environment, cancellationToken);
        }
        finally
        {
            Throttle.Release();
        }
    }

    /// <summary>A start info for <c>dotnet</c>: clean environment, redirected output.</summary>
    internal static ProcessStartInfo CreateStartInfo(
        IEnumerable<string> arguments, string workingDirectory, IReadOnlyDictionary<string, string>? environment)
        => CreateStartInfo(HostPath, arguments, workingDirectory, environment);

    internal static ProcessStartInfo CreateStartInfo(
        string program, IEnumerable<string> arguments, string workingDirectory, IReadOnlyDictionary<string, string>? environment)
    {
        var startInfo = new ProcessStartInfo(program)
        {
            WorkingDirectory = workingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            UseShellExecute = false,
        };
        foreach (var argument in arguments)
            startInfo.ArgumentList.Add(argument);
        CommandEnvironment.Apply(startInfo, environment);
        return startInfo;
    }

    private static string FindHost()
    {
        var fileName = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var root = Environment.GetEnvironmentVariable("DOTNET_ROOT");
        return root is not null && File.Exists(Path.Combine(root, fileName)) ? Path.Combine(root, fileName) : fileName;
    }
}
