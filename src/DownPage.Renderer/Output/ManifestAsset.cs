namespace DownPage.Renderer.Output;

/// <summary>A file beside the pages that pages ask for, as the page manifest lists it.</summary>
internal sealed record ManifestAsset(ManifestFile File, string MediaType);
