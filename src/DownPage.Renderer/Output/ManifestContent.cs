namespace DownPage.Renderer.Output;

/// <summary>What <c>downpages.json</c> says.</summary>
/// <param name="Generator">What made the pages, with its version.</param>
/// <param name="Application">The name of the app.</param>
/// <param name="Pages">The pages, each form of each.</param>
/// <param name="Assets">What lies beside them.</param>
internal sealed record ManifestContent(
    string Generator,
    string Application,
    IReadOnlyList<ManifestPage> Pages,
    IReadOnlyList<ManifestAsset> Assets);
