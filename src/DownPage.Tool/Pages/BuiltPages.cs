using DownPage.PageManifest;

namespace DownPage.Tool.Pages;

/// <summary>The pages that a build has left in a folder: by its manifest, or without one by their names.</summary>
internal sealed record BuiltPages
{
    public const string Manifest = "downpages.json";

    /// <summary>Where they are, or would be.</summary>
    public required string Folder { get; init; }

    /// <summary>Whether the manifest is there and says something.</summary>
    public bool HasManifest { get; init; }

    public required IReadOnlyList<BuiltPage> Pages { get; init; }

    public IReadOnlyList<ManifestAsset> Assets { get; init; } = [];

    /// <summary>What cannot be used of them, and why.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    public string ManifestPath => Path.Combine(Folder, Manifest);

    public IEnumerable<BuiltPage> Html => Pages.Where(page => page.Form == ManifestForm.Html);

    /// <summary>
    /// The page that is shown for a status code: the one named after it, another for it, else the one for 503 or 502,
    /// else the first. All its forms and languages, of each form the one for those who prefer no language first.
    /// </summary>
    /// <returns>Empty: there is no page.</returns>
    public IReadOnlyList<BuiltPage> For(int statusCode)
        => Family(new[] { statusCode, 503, 502 }.Select(NameFor).FirstOrDefault(name => name is not null)
            ?? Html.FirstOrDefault()?.Name);

    /// <summary>All forms and languages of the page of that name: <c>503.html</c>, <c>503</c>.</summary>
    /// <returns>Empty: there is none.</returns>
    public IReadOnlyList<BuiltPage> Named(string name)
    {
        var page = Html.FirstOrDefault(page => Is(page.Name, name)) ?? Html.FirstOrDefault(
            page => Is(page.Name, name + ".html") || Is(page.Entry.File, name));
        return Family(page?.Name);
    }

    private static bool Is(string name, string wanted) => string.Equals(name, wanted, StringComparison.OrdinalIgnoreCase);

    private string? NameFor(int statusCode)
    {
        var pages = Html.Where(page => page.Entry.StatusCode == statusCode).ToList();
        return (pages.Find(page => page.Name == $"{statusCode}.html") ?? pages.FirstOrDefault())?.Name;
    }

    private IReadOnlyList<BuiltPage> Family(string? name)
        => [.. Pages.Where(page => page.Name == name).OrderBy(page => page.Form)
            .ThenByDescending(page => page.Entry.IsDefault)];
}
