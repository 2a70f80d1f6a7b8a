using DownPage.RenderProtocol;

namespace DownPage.Renderer.Finishing;

/// <summary>A page in one of its forms.</summary>
/// <param name="Format">The form: decides about the ending of the file.</param>
/// <param name="ContentType">The media type, with its charset where it has one.</param>
/// <param name="Content">The bytes.</param>
/// <param name="Encodings">The same, compressed; none: it is published as it is only.</param>
internal sealed record PageFile(
    PageFormat Format,
    string ContentType,
    ReadOnlyMemory<byte> Content,
    IReadOnlyList<EncodedContent> Encodings);
