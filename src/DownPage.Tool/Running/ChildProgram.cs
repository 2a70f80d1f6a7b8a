using System.ComponentModel;
using System.Diagnostics;

namespace DownPage.Tool.Running;

/// <summary>A program with this process's own input, output and errors.</summary>
internal static class ChildProgram
{
    /// <returns>Its exit code; that of a shell where a signal ended it.</returns>
    /// <exception cref="ToolException">It cannot be started.</exception>
    public static async Task<int> RunAsync(
        string program, string[] words, SignalRelay signals, ToolContext context)
    {
        if (signals.First is { } early)
        {
            return early;
        }

        var start = new ProcessStartInfo(program) { UseShellExecute = false, WorkingDirectory = context.Directory };
        foreach (var argument in words.Skip(1))
        {
            start.ArgumentList.Add(argument);
        }

        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (Win32Exception failed)
        {
            throw ProgramSearch.NotRunnable(words[0], failed.Message);
        }

        signals.Attach(process.Id);
        await process.WaitForExitAsync(CancellationToken.None);
        return process.ExitCode;
    }
}
