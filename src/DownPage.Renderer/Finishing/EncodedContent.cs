namespace DownPage.Renderer.Finishing;

/// <summary>Compressed bytes of a file.</summary>
/// <param name="Encoding">The content coding: <c>br</c> or <c>gzip</c> (RFC 9110 8.4.1).</param>
/// <param name="Extension">What the file's name gets: <c>.br</c>, <c>.gz</c>.</param>
/// <param name="Content">The bytes.</param>
internal sealed record EncodedContent(string Encoding, string Extension, ReadOnlyMemory<byte> Content);
