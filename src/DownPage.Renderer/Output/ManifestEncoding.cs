namespace DownPage.Renderer.Output;

/// <summary>A compressed form of a file, as the page manifest lists it.</summary>
/// <param name="Encoding">The content coding, <c>br</c> or <c>gzip</c>.</param>
/// <param name="File">The file that holds it.</param>
internal sealed record ManifestEncoding(string Encoding, ManifestFile File);
