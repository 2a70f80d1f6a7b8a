namespace DownPage.PageManifest;

/// <summary>What reading the manifest came to.</summary>
/// <param name="Pages">The pages, each form of each.</param>
/// <param name="Assets">What lies beside them.</param>
/// <param name="Warnings">Entries that were passed over.</param>
/// <param name="Failure">Why nothing could be read. Null: it could.</param>
internal sealed record PageManifestReading(
    List<ManifestPage> Pages, List<ManifestAsset> Assets, List<string> Warnings, string? Failure)
{
    /// <summary>The app's name. Null: not said.</summary>
    public string? Application { get; init; }

    public static PageManifestReading Failed(string why) => new([], [], [], why);
}
