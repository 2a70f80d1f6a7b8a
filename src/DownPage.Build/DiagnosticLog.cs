using DownPage.RenderProtocol;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace DownPage.Build;

/// <summary>
/// Puts diagnostics into the build log: with code, place and help link, and obeying the project's wishes.
/// </summary>
internal sealed class DiagnosticLog(TaskLoggingHelper log, string projectFile, string documentationFile)
{
    /// <summary>
    /// Warnings become errors, as the compiler's do; MSBuild itself knows only its own property for that.
    /// </summary>
    public bool TreatWarningsAsErrors { get; set; }

    /// <summary>
    /// The codes that <c>NoWarn</c> and <c>WarningsNotAsErrors</c> except from that, each a code or several with
    /// commas.
    /// </summary>
    public string[] ExceptedCodes { get; set; } = [];

    public void Report(IEnumerable<RenderDiagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            Report(diagnostic);
        }
    }

    public void Report(RenderDiagnostic diagnostic)
    {
        var file = diagnostic.File is { Length: > 0 } known ? known : projectFile;
        var help = new Uri(documentationFile).AbsoluteUri + "#" + diagnostic.Code.ToLowerInvariant();
        if (diagnostic.IsError || IsPromoted(diagnostic.Code))
        {
            log.LogError(
                null, diagnostic.Code, null, help, file, diagnostic.Line, diagnostic.Column, 0, 0, "{0}", diagnostic.Message);
        }
        else
        {
            log.LogWarning(
                null, diagnostic.Code, null, help, file, diagnostic.Line, diagnostic.Column, 0, 0, "{0}", diagnostic.Message);
        }

        if (diagnostic.Detail is { } detail)
        {
            log.LogMessage(MessageImportance.Low, "{0}", detail);
        }
    }

    private bool IsPromoted(string code)
        => TreatWarningsAsErrors && !ExceptedCodes.SelectMany(codes => codes.Split(',')).Select(excepted => excepted.Trim())
            .Contains(code, StringComparer.OrdinalIgnoreCase);
}
