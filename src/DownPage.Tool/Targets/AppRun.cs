using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace DownPage.Tool.Targets;

/// <summary>The app's process that answers one request.</summary>
internal sealed class AppRun : IDisposable
{
    private const string Variable = "DOWNPAGE_COMMAND";
    private const int ShownLines = 15;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan PatienceAtEnd = TimeSpan.FromSeconds(10);

    // What a host says that has started: then it is the site, and nobody asked for that.
    private static readonly string[] SignsOfStart = ["Now listening on: ", "Application started. "];

    private readonly Process process;
    private readonly Queue<string> lines = new();
    private volatile bool hasStarted;

    /// <param name="program">How the app is started.</param>
    /// <param name="folder">Its content root.</param>
    /// <param name="request">The file with the request.</param>
    public AppRun(AppProgram program, string folder, string request)
    {
        var start = new ProcessStartInfo(program.File, program.Arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment[Variable] = request;
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        try
        {
            process.Start();
        }
        catch (Win32Exception failed)
        {
            throw new ToolException(
                DiagnosticCodes.AppNotFound, $"'{program.File}' cannot be started: {failed.Message}");
        }

        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Waits until the answer is there and the app has ended.</summary>
    /// <exception cref="ToolException">It gave none.</exception>
    public async Task WaitAsync(string answer, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(timeout);
        try
        {
            while (!File.Exists(answer) && !process.HasExited && !hasStarted)
            {
                await Task.Delay(Look, deadline.Token);
            }

            if (!File.Exists(answer))
            {
                throw await WhyNotAsync(deadline.Token);
            }

            // It still writes its log.
            deadline.CancelAfter(PatienceAtEnd);
            await process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            if (!File.Exists(answer))
            {
                throw NoAnswer(string.Create(
                    CultureInfo.InvariantCulture,
                    $"The app gave no answer within {timeout.TotalSeconds:0.#} s and was ended; whether a change was made "
                    + $"is not known. Give it more time by --timeout, or look at what it waits for."));
            }
        }
    }

    /// <summary>A failure, with what the app said.</summary>
    public ToolException NoAnswer(string message)
    {
        lock (lines)
        {
            return new ToolException(
                DiagnosticCodes.AppGaveNoAnswer,
                lines.Count == 0
                    ? message
                    : $"{message} It said:{Environment.NewLine}{string.Join(Environment.NewLine, lines)}");
        }
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit(PatienceAtEnd);
        }

        process.Dispose();
    }

    private async Task<ToolException> WhyNotAsync(CancellationToken cancellationToken)
    {
        const string remedy = "Does it call builder.Services.AddMaintenanceMode(), of this version, before it is built?";
        if (hasStarted)
        {
            return NoAnswer($"The app started, instead of answering, and was ended. {remedy}");
        }

        // Reads what is left of its output.
        await process.WaitForExitAsync(cancellationToken);
        var code = process.ExitCode.ToString(CultureInfo.InvariantCulture);
        return NoAnswer($"The app ended with exit code {code} before its services were built, and gave no answer. {remedy}");
    }

    private void Keep(string? line)
    {
        if (line is null)
        {
            return;
        }

        hasStarted |= Array.Exists(SignsOfStart, sign => line.Contains(sign, StringComparison.Ordinal));
        lock (lines)
        {
            lines.Enqueue(line);
            if (lines.Count > ShownLines)
            {
                lines.Dequeue();
            }
        }
    }
}
