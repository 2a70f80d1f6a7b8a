using DownPage.Renderer.Output;
using DownPage.RenderProtocol;

namespace DownPage.Renderer;

/// <summary>What became of one page.</summary>
/// <param name="Files">The files that were written; none after a failure.</param>
/// <param name="Diagnostics">The failure, or what is odd about the page; none: nothing.</param>
internal sealed record PageResult(IReadOnlyList<ManifestPage> Files, IReadOnlyList<RenderDiagnostic> Diagnostics);
