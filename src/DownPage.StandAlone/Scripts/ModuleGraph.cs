using System.Text;
using DownPage.StandAlone.Assets;
using DownPage.StandAlone.Inlining;

namespace DownPage.StandAlone.Scripts;

/// <summary>
/// The modules of a page. Each published one becomes a data: URL under a name of the import map, and is imported by
/// that name: a data: URL has no place for relative names to start from.
/// </summary>
internal sealed class ModuleGraph(PageContext context, ImportMap map)
{
    private const string Prefix = "downpage/";

    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> modules = new(StringComparer.Ordinal);

    /// <summary>The data: URL of each module by its name.</summary>
    public IReadOnlyDictionary<string, string> Modules => modules;

    /// <summary>
    /// A module's text, with the names of the map in the place of those that lead to published files.
    /// </summary>
    /// <param name="text">The module.</param>
    /// <param name="baseUrl">Where its relative names start from.</param>
    /// <param name="user">Who asks for it, for reports.</param>
    public string Rewrite(string text, string baseUrl, UrlUser user)
    {
        var rewritten = new StringBuilder();
        var copied = 0;
        foreach (var specifier in ModuleReader.Read(text))
        {
            var written = text.Substring(specifier.Start, specifier.Length);
            if (NameOf(written, baseUrl, user) is { } name)
            {
                rewritten.Append(text, copied, specifier.Start - copied).Append(name);
                copied = specifier.Start + specifier.Length;
            }
        }

        return rewritten.Append(text, copied, text.Length - copied).ToString();
    }

    // The name is taken before the module is read: modules may import one another in a circle.
    private string? NameOf(string specifier, string baseUrl, UrlUser user)
    {
        var isPath = specifier.StartsWith('/') || specifier.StartsWith("./", StringComparison.Ordinal)
            || specifier.StartsWith("../", StringComparison.Ordinal) || Uri.TryCreate(specifier, UriKind.Absolute, out _);
        var url = map.Find(specifier) is { } mapped
            ? context.Resolve(mapped, context.BaseUrl)
            : isPath ? context.Resolve(specifier, baseUrl) : null;
        if (url is null || url.Place is AssetPlace.Page)
        {
            return null;
        }

        if (names.TryGetValue(url.Url, out var known))
        {
            return known;
        }

        if (context.Read(url, user with { Written = specifier }) is not { } asset)
        {
            return null;
        }

        var name = Prefix + (names.Count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        names.Add(url.Url, name);
        modules[name] = Embed(asset, url, user);
        return name;
    }

    private string Embed(Asset asset, AssetReference url, UrlUser user) => asset.MediaType.Contains("javascript", StringComparison.Ordinal)
        ? DataUri.Create("text/javascript", Encoding.UTF8.GetBytes(Rewrite(asset.Text, url.Url, user)))
        : asset.DataUri;
}
