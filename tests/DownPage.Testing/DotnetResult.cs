namespace DownPage.Testing;

/// <summary>What a command, mostly of <c>dotnet</c>, did.</summary>
public sealed class DotnetResult
{
    private readonly Lazy<IReadOnlyList<DotnetDiagnostic>> diagnostics;

    internal DotnetResult(
        IReadOnlyList<string> arguments, string workingDirectory, int exitCode, string output, TimeSpan duration)
    {
        Arguments = arguments;
        WorkingDirectory = workingDirectory;
        ExitCode = exitCode;
        Output = output;
        Duration = duration;
        Lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        diagnostics = new Lazy<IReadOnlyList<DotnetDiagnostic>>(() => DotnetDiagnostic.ParseAll(Lines));
    }

    public string Program { get; init; } = "dotnet";

    public IReadOnlyList<string> Arguments { get; }

    public string WorkingDirectory { get; }

    public int ExitCode { get; }

    /// <summary>Standard output and standard error, interleaved as they came, lines ended by a line feed.</summary>
    public string Output { get; }

    /// <summary>The lines of <see cref="Output"/> that are not empty.</summary>
    public IReadOnlyList<string> Lines { get; }

    public TimeSpan Duration { get; }

    /// <summary>The errors and warnings that were printed, each once (MSBuild repeats them in its summary).</summary>
    public IReadOnlyList<DotnetDiagnostic> Diagnostics => diagnostics.Value;

    public IEnumerable<DotnetDiagnostic> Errors => Diagnostics.Where(diagnostic => diagnostic.IsError);

    public IEnumerable<DotnetDiagnostic> Warnings => Diagnostics.Where(diagnostic => !diagnostic.IsError);

    /// <summary>This result, when the command succeeded.</summary>
    /// <exception cref="InvalidOperationException">It failed; the message has its whole output.</exception>
    public DotnetResult EnsureSuccess() =>
        ExitCode == 0 ? this : throw new InvalidOperationException(ToString());

    /// <summary>The command, its exit code and its whole output.</summary>
    public override string ToString() =>
        $"{Program} {string.Join(' ', Arguments)}\n  in {WorkingDirectory}\n"
        + $"  ended with exit code {ExitCode} after {Duration.TotalSeconds:F1} s\n{Output}";
}
