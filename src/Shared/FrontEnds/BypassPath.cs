namespace DownPage.FrontEnds;

/// <summary>A path that passes while the site is down, upper and lower case alike.</summary>
/// <param name="Path">With its slash: <c>/healthz</c>.</param>
/// <param name="WithAllBelow">
/// Whether what is below it passes too, by whole segments: <c>/admin/users</c>, not <c>/administrator</c>.
/// </param>
internal sealed record BypassPath(string Path, bool WithAllBelow);
