namespace DownPage.PageManifest;

/// <summary>A compressed form of a page, as the manifest lists it.</summary>
internal sealed record ManifestEncoding(string Encoding, string File, long Bytes, string? Sha256);
