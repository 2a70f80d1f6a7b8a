using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace DownPage.Servers.Tests.Harness;

/// <summary>A program that the run has started: it ends with the run at the latest.</summary>
internal sealed class ChildProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private static readonly string[] OfTheTestHost =
        ["ASPNETCORE_", "DOTNET_ENVIRONMENT", "DOTNET_STARTUP_HOOKS", "CORECLR_"];

    private readonly Process process;
    private readonly StringBuilder output = new();

    private ChildProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Append(line.Data);
        process.ErrorDataReceived += (_, line) => Append(line.Data);
    }

    public bool HasEnded => process.HasExited;

    /// <summary>What it has printed so far.</summary>
    public string Output
    {
        get
        {
            lock (output)
            {
                return output.ToString();
            }
        }
    }

    public static ChildProcess Start(
        string program, IReadOnlyList<string> arguments, string folder, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var name in start.Environment.Keys.Where(IsOfTheTestHost).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var child = new ChildProcess(new Process { StartInfo = start });
        child.process.Start();
        Watchdog.Watch(child.process.Id);
        child.process.StandardInput.Close();
        child.process.BeginOutputReadLine();
        child.process.BeginErrorReadLine();
        return child;
    }

    /// <summary>Returns when it has been delivered; for <c>STOP</c>, when every thread has stopped.</summary>
    public async Task SignalAsync(string signal, CancellationToken cancellationToken)
    {
        var id = process.Id.ToString(CultureInfo.InvariantCulture);
        using (var kill = Process.Start("kill", ["-s", signal, id]))
        {
            await kill.WaitForExitAsync(cancellationToken);
        }

        while (signal == "STOP" && !HasStopped(id))
        {
            await Task.Delay(5, cancellationToken);
        }
    }

    /// <summary>Ends it as an operator would, or as a machine dies (<c>KILL</c>).</summary>
    public async Task EndAsync(string signal)
    {
        if (!process.HasExited)
        {
            await SignalAsync(signal, CancellationToken.None);
            using var patience = new CancellationTokenSource(Patience);
            try
            {
                await process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }

        Watchdog.Forget(process.Id);
    }

    private static bool IsOfTheTestHost(string name)
        => OfTheTestHost.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    // The state follows the name, which is in parentheses and may hold anything.
    private static bool HasStopped(string id)
        => Directory.EnumerateDirectories($"/proc/{id}/task")
            .Select(task => File.ReadAllText(task + "/stat"))
            .All(stat => stat[(stat.LastIndexOf(')') + 2)..].StartsWith('T'));

    private void Append(string? line)
    {
        if (line is not null)
        {
            lock (output)
            {
                output.AppendLine(line);
            }
        }
    }
}
