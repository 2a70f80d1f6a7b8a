using DownPage.RenderProtocol;

namespace DownPage.Renderer;

/// <summary>An expected failure: it becomes a diagnostic, never a stack trace.</summary>
internal sealed class RenderFailure(RenderDiagnostic diagnostic, Exception? cause = null)
    : Exception(diagnostic.Message, cause)
{
    public RenderDiagnostic Diagnostic { get; } = diagnostic;
}
