using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using AngleSharp.Dom;

namespace DownPage.StandAlone.Scripts;

/// <summary>
/// The import map of a page (HTML, "import maps"): what bare module names stand for. Scopes are kept as they are
/// written and not looked into.
/// </summary>
internal sealed class ImportMap
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly JsonObject map;

    private ImportMap(JsonObject map) => this.map = map;

    private JsonObject Imports => map["imports"] as JsonObject ?? [];

    public static ImportMap Read(IElement? script)
    {
        try
        {
            return new ImportMap(JsonNode.Parse(script?.TextContent ?? "{}") as JsonObject ?? []);
        }
        catch (JsonException)
        {
            // A browser ignores such a map as well.
            return new ImportMap([]);
        }
    }

    /// <summary>The URL that a specifier stands for; null: the map does not say.</summary>
    public string? Find(string specifier)
    {
        if (Imports[specifier]?.GetValue<string>() is { } exact)
        {
            return exact;
        }

        var prefix = Imports.Select(entry => entry.Key)
            .Where(key => key.EndsWith('/') && specifier.StartsWith(key, StringComparison.Ordinal))
            .MaxBy(key => key.Length);
        return prefix is null ? null : Imports[prefix]!.GetValue<string>() + specifier[prefix.Length..];
    }

    /// <summary>The map with these modules, and without what it says of files of the site.</summary>
    /// <param name="modules">The content of each module by the name that scripts import it by.</param>
    /// <param name="isOutside">Whether an entry's URL is of another host, and stays.</param>
    public string Write(IReadOnlyDictionary<string, string> modules, Func<string, bool> isOutside)
    {
        var imports = new JsonObject();
        foreach (var (name, url) in Imports)
        {
            if (isOutside(url!.GetValue<string>()))
            {
                imports[name] = url.DeepClone();
            }
        }

        foreach (var (name, content) in modules)
        {
            imports[name] = content;
        }

        return new JsonObject { ["imports"] = imports }.ToJsonString(Compact);
    }
}
