namespace DownPage.PageManifest;

/// <summary>A file beside the pages, as the manifest lists it.</summary>
internal sealed record ManifestAsset(string File, string MediaType, long Bytes, string? Sha256);
