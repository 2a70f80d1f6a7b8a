using System.Diagnostics;
using System.Text;
using DownPage.RenderProtocol;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace DownPage.Build;

/// <summary>
/// Runs the renderer as a process under the app's own dependencies: how it is started, heard and ended.
/// </summary>
public abstract class RendererTask : ToolTask
{
    private const int KeptLines = 20;

    // The renderer ends itself at its deadline and says why; this much later it is taken to be past that.
    private const int GraceMilliseconds = 20_000;

    private readonly Queue<string> lastLines = new();
    private bool canceled;
    private bool timedOut;

    /// <summary>The <c>dotnet</c> program.</summary>
    [Required]
    public string DotNetHost { get; set; } = null!;

    /// <summary>The renderer's assembly.</summary>
    [Required]
    public string Renderer { get; set; } = null!;

    /// <summary>The app's deps.json; empty where the app's own cannot be used on this machine.</summary>
    public string DepsFile { get; set; } = "";

    /// <summary>Folders in which packages are looked for that the build output does not hold.</summary>
    public string[] ProbingPaths { get; set; } = [];

    /// <summary>The project's folder: where the app believes itself to be started.</summary>
    [Required]
    public string ProjectDirectory { get; set; } = null!;

    /// <summary>The environment's name, <c>Production</c>.</summary>
    [Required]
    public string EnvironmentName { get; set; } = null!;

    /// <summary>The name of the app's assembly, which hosts take for the app's name.</summary>
    [Required]
    public string ApplicationName { get; set; } = null!;

    /// <inheritdoc/>
    protected override string ToolName => Path.GetFileName(DotNetHost);

    /// <inheritdoc/>
    protected override Encoding StandardOutputEncoding => Encoding.UTF8;

    /// <inheritdoc/>
    protected override Encoding StandardErrorEncoding => Encoding.UTF8;

    private protected abstract string RuntimeConfigFile { get; }

    private protected abstract string RequestFile { get; }

    private protected abstract string ProgressPrefix { get; }

    /// <inheritdoc/>
    public override void Cancel()
    {
        canceled = true;
        base.Cancel();
    }

    private protected void RunRenderer(TimeSpan timeout)
    {
        EchoOff = true;
        UseCommandProcessor = false;
        YieldDuringToolExecution = true;
        Timeout = (int)timeout.TotalMilliseconds + GraceMilliseconds;
        EnvironmentVariables = RendererEnvironment.Variables(EnvironmentName, ApplicationName, ProjectDirectory);
        var running = Stopwatch.StartNew();
        base.Execute();

        // ToolTask ends it then, and keeps to itself that it did: the exit code is that of any killed process.
        timedOut = running.ElapsedMilliseconds >= Timeout;
    }

    /// <inheritdoc/>
    protected override string GenerateFullPathToTool() => DotNetHost;

    /// <inheritdoc/>
    protected override string GetWorkingDirectory() => ProjectDirectory;

    /// <inheritdoc/>
    protected override void LogToolCommand(string message) => Log.LogCommandLine(MessageImportance.Low, message);

    /// <inheritdoc/>
    protected override string GenerateCommandLineCommands()
    {
        var line = new CommandLineBuilder();
        line.AppendSwitch("exec");
        if (DepsFile.Length > 0)
        {
            line.AppendSwitchIfNotNull("--depsfile ", DepsFile);
        }

        line.AppendSwitchIfNotNull("--runtimeconfig ", RuntimeConfigFile);
        foreach (var path in ProbingPaths)
        {
            line.AppendSwitchIfNotNull("--additionalprobingpath ", path.TrimEnd('/', '\\'));
        }

        // An app for a framework that is not installed here renders on a later one.
        line.AppendSwitchIfNotNull("--roll-forward ", "Major");
        line.AppendFileNameIfNotNull(Renderer);
        line.AppendFileNameIfNotNull(RequestFile);
        return line.ToString();
    }

    /// <summary>Whatever the app prints is noise, never a diagnostic; only our own progress lines stand out.</summary>
    protected override void LogEventsFromTextOutput(string singleLine, MessageImportance messageImportance)
    {
        if (singleLine.StartsWith(ProgressPrefix, StringComparison.Ordinal))
        {
            Log.LogMessage(MessageImportance.High, "  {0}", singleLine.Substring(ProgressPrefix.Length));
            return;
        }

        Log.LogMessage(MessageImportance.Low, "{0}", singleLine);
        lastLines.Enqueue(singleLine);
        if (lastLines.Count > KeptLines)
        {
            lastLines.Dequeue();
        }
    }

    /// <summary>The caller reads the response, which says more than an exit code.</summary>
    protected override bool HandleTaskExecutionErrors() => false;

    private protected void LogLastLines()
    {
        if (lastLines.Count > 0)
        {
            Log.LogMessage(
                MessageImportance.High, "  The app's last output:{0}", string.Concat(lastLines.Select(line => "\n  | " + line)));
        }
    }

    /// <summary>Why there is no response; null: the build was canceled and says so itself.</summary>
    private protected RenderDiagnostic? ExplainSilence(TimeSpan timeout) => ExitCode switch
    {
        _ when canceled => null,
        RendererExitCode.FrameworkMissing => new RenderDiagnostic
        {
            Code = DiagnosticCodes.FrameworkMissing,
            Message = "The app needs a framework that is not installed on this machine"
                + (lastLines.FirstOrDefault(line => line.StartsWith("Framework:", StringComparison.Ordinal)) is { } framework
                    ? $" ({framework.Substring("Framework:".Length).Trim()})"
                    : "")
                + ". Install the ASP.NET Core runtime of that version or a later one; `dotnet --list-runtimes` shows what "
                + "there is.",
        },
        RendererExitCode.ResponseNotWritten => OutputErrors.NotWritable(
            RequestFile, lastLines.LastOrDefault(line => line.Contains(RenderDocuments.ResponseFileName)) ?? ""),
        RendererExitCode.InvalidRequest => new RenderDiagnostic
        {
            Code = DiagnosticCodes.OtherVersion,
            Message = $"The renderer did not understand its request '{RequestFile}': {string.Join(" ", lastLines)} Restore "
                + "the project, so that all of DownPage.Build comes from one version of the package.",
        },
        _ when timedOut => new RenderDiagnostic
        {
            Code = DiagnosticCodes.RunTimedOut,
            Message = $"The renderer was ended because it did not end itself within {timeout.TotalSeconds} s, which "
                + "<DownPageTimeout> sets. What was published before is untouched.",
        },
        _ => new RenderDiagnostic
        {
            Code = DiagnosticCodes.RendererDied,
            Message = $"The renderer's process ended with exit code {ExitCode} and no answer: it crashed, or was killed, for "
                + "lack of memory say. Its last output, if any, is in the log. What was published before is untouched.",
        },
    };
}
