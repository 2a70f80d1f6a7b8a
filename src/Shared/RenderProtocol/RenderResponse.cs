namespace DownPage.RenderProtocol;

/// <summary>
/// What became of a <see cref="RenderRequest"/>: <c>render-response.json</c>. Written by the renderer, read by the
/// task. Diagnostics travel here and nowhere else: the app's stdout and stderr are noise.
/// </summary>
internal sealed class RenderResponse
{
    /// <summary>The files that were rendered, in the order of the request; empty when the run failed.</summary>
    public List<RenderedPage> Pages { get; set; } = [];

    /// <summary>Errors and warnings, in the order in which they were found.</summary>
    public List<RenderDiagnostic> Diagnostics { get; set; } = [];
}
