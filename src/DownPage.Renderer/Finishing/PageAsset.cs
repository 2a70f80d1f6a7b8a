namespace DownPage.Renderer.Finishing;

/// <summary>
/// A file that a page asks for, published beside it under its hash: pages that need the same file share it.
/// </summary>
/// <param name="Path">Relative to the pages folder: <c>assets/3f8a….woff2</c>.</param>
/// <param name="MediaType">The media type, <c>font/woff2</c>.</param>
/// <param name="Content">The bytes.</param>
internal sealed record PageAsset(string Path, string MediaType, ReadOnlyMemory<byte> Content);
