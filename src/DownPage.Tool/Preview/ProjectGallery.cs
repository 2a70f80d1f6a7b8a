using System.Diagnostics;

namespace DownPage.Tool.Preview;

/// <summary>The gallery of a project: the build makes it.</summary>
internal sealed class ProjectGallery(string project, ToolContext context)
{
    /// <summary>The ending of the line in which the build says where the gallery is.</summary>
    private static readonly string Place = Path.Combine("preview", "index.html");

    /// <returns>Its first page.</returns>
    /// <exception cref="ToolException">The build fails, or has no pages.</exception>
    public async Task<string> BuildAsync(CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        using var process = new Process { StartInfo = StartInfo() };
        process.OutputDataReceived += (_, line) => Take(lines, line.Data);
        process.ErrorDataReceived += (_, line) => Take(lines, line.Data);
        Start(process);
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

        var gallery = lines.Select(line => line.Trim())
            .LastOrDefault(line => line.EndsWith(Place, StringComparison.Ordinal) && File.Exists(line));
        return process.ExitCode == 0 && gallery is not null ? gallery : throw Failed(process.ExitCode, lines);
    }

    /// <summary>What the build says goes to where no results go, as it says it.</summary>
    private void Take(List<string> lines, string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (lines)
        {
            lines.Add(line);
            context.Error.WriteLine(line);
        }
    }

    private ProcessStartInfo StartInfo()
    {
        var start = new ProcessStartInfo(context.Variable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            WorkingDirectory = Path.GetDirectoryName(project) ?? context.Directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in new[] { "build", project, "-t:PreviewDownPages", "-nologo", "-tl:off" })
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }

    private static void Start(Process process)
    {
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw new ToolException(
                DiagnosticCodes.PreviewFailed,
                $"'{process.StartInfo.FileName}' cannot be started: {missing.Message.TrimEnd('.')}. The gallery of a project "
                    + "is made by `dotnet build -t:PreviewDownPages`, which needs the .NET SDK.");
        }
    }

    private ToolException Failed(int exitCode, List<string> lines)
    {
        if (exitCode == 0)
        {
            return new ToolException(
                DiagnosticCodes.NothingToPreview,
                $"'{project}' has no pages to look at: it has no DownPage items, or DownPageEnabled is not true. "
                    + "<DownPage Include=\"Views/Error/503.cshtml\" /> makes one of a view.");
        }

        var unknown = lines.Exists(line => line.Contains("MSB4057", StringComparison.Ordinal));
        return new ToolException(
            DiagnosticCodes.PreviewFailed,
            unknown
                ? $"'{project}' does not use DownPage.Build: `dotnet add package DownPage.Build`, then add DownPage items."
                : FormattableString.Invariant($"`dotnet build \"{project}\" -t:PreviewDownPages` ended with exit code ")
                    + FormattableString.Invariant($"{exitCode}; what it said stands above."));
    }
}
