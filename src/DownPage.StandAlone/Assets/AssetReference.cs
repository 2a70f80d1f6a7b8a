namespace DownPage.StandAlone.Assets;

/// <summary>A URL of a page, resolved.</summary>
/// <param name="Place">Where it leads.</param>
/// <param name="Url">The absolute URL without its fragment; as it was written where it cannot be resolved.</param>
/// <param name="Fragment">The fragment with its <c>#</c>; empty: there is none.</param>
/// <param name="Source">The file that is published there; null: none is.</param>
internal sealed record AssetReference(AssetPlace Place, string Url, string Fragment, string? Source);
