using DownPage.RenderProtocol;

namespace DownPage.StandAlone.Checks;

/// <summary>Puts a diagnostic where its element is.</summary>
internal static class DiagnosticPlace
{
    public static RenderDiagnostic At(this RenderDiagnostic diagnostic, (string? File, int Line, int Column) place)
    {
        (diagnostic.File, diagnostic.Line, diagnostic.Column) = place;
        return diagnostic;
    }
}
