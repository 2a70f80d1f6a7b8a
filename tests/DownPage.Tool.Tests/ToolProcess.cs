using System.Diagnostics;

namespace DownPage.Tool.Tests;

/// <summary>The command as a process of its own, as an operator runs it.</summary>
internal static class ToolProcess
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "DownPage.Tool.dll");

    private static readonly string[] Command = [DotnetCommand.HostPath, "exec", "--roll-forward", "LatestMajor", Program];

    // Of the superuser's powers those that make rights say nothing.
    private static readonly string[] WithoutPower =
        ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-dac_override,-dac_read_search"];

    public static Process Start(string directory, params string[] arguments) => Start(directory, (IReadOnlyList<string>)[.. Command, .. arguments]);

    /// <summary>Runs it to its end as somebody for whom the rights of files hold, whoever runs the tests.</summary>
    public static async Task<ToolRun> RunWithRightsAsync(
        string directory, CancellationToken cancellationToken, params string[] arguments)
    {
        string[] command = [.. Environment.IsPrivilegedProcess ? WithoutPower : [], .. Command, .. arguments];
        using var process = Start(directory, (IReadOnlyList<string>)command);
        process.StandardInput.Close();
        return await EndAsync(process, cancellationToken);
    }

    private static Process Start(string directory, IReadOnlyList<string> command)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in new[] { "ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT", "DOWNPAGE_URL", "DOWNPAGE_TOKEN" })
            start.Environment.Remove(name);
        start.Environment["DOWNPAGE_ACTOR"] = "anna";
        return Process.Start(start)!;
    }

    /// <summary>Runs it to its end.</summary>
    public static async Task<ToolRun> RunAsync(
        string directory, CancellationToken cancellationToken, params string[] arguments)
    {
        using var process = Start(directory, arguments);
        process.StandardInput.Close();
        return await EndAsync(process, cancellationToken);
    }

    /// <summary>Waits for its end, and kills it where that does not come.</summary>
    public static async Task<ToolRun> EndAsync(Process process, CancellationToken cancellationToken)
    {
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        try
        {
            await process.WaitForExitAsync(cancellationToken);
            return new ToolRun(process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    public static void Signal(int process, string signal)
    {
        using var kill = Process.Start("kill", ["-s", signal, process.ToString(null, null)]);
        kill.WaitForExit();
    }
}
