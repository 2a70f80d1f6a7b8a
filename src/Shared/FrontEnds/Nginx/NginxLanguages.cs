namespace DownPage.FrontEnds.Nginx;

/// <summary>
/// The language by <c>Accept-Language</c>, looked up as maintenance mode does: <c>de-AT</c> takes <c>de</c>; <c>pt</c>
/// takes <c>pt-BR</c>; where nothing of that is, <c>pt-PT</c> takes its sister <c>pt-BR</c>.
/// </summary>
/// <param name="cultures">The languages of some pages, the default one first.</param>
internal sealed class NginxLanguages(IReadOnlyList<string> cultures)
{
    /// <summary>What a visitor may have asked for, in lower case, and the language that is meant.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Keys { get; } =
    [
        .. cultures.Select(culture => (Key: culture.ToLowerInvariant(), Culture: culture))
            .Concat(cultures.SelectMany(culture => Shorter(culture).Select(range => (Key: range, Culture: culture))))
            .DistinctBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => KeyValuePair.Create(entry.Key, entry.Culture)),
    ];

    /// <summary>The map from the header to one of the <see cref="Keys"/>.</summary>
    /// <param name="name">The variable.</param>
    /// <param name="capture">A variable that holds what was found.</param>
    public string Map(string name, string capture)
    {
        var ranges = Keys.OrderByDescending(entry => entry.Key.Length)
            .Select(entry => Range(entry.Key)).Append(@"\*");
        var found = $"(?<{capture[1..]}>{string.Join('|', ranges)})(?:-[a-z0-9-]*)?";
        var lines = new List<string>();
        foreach (var weight in NginxWeight.All)
        {
            lines.Add($"    \"~*(?:^|,)\\s*{found}{weight}\" {capture};");
        }

        // A "(?!-)" above keeps these for last.
        var sisters = Keys.Select(entry => entry.Key)
            .Where(key => !IsCulture(key) && !key.Contains('-', StringComparison.Ordinal));
        if (string.Join('|', sisters) is { Length: > 0 } primaries)
        {
            lines.Add($"    \"~*(?:^|,)\\s*(?<{capture[1..]}>{primaries})-[a-z0-9-]*{NginxWeight.Some}\" {capture};");
        }

        return $$"""
            # The language, by the weights of Accept-Language.
            map $http_accept_language {{name}} {
                default "";
            {{string.Join('\n', lines)}}
            }


            """;
    }

    private string Range(string key) => NginxText.Regex(key) + (IsCulture(key) ? "" : "(?!-)");

    private bool IsCulture(string key) => cultures.Contains(key, StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> Shorter(string culture)
    {
        var range = culture.ToLowerInvariant();
        for (var end = range.LastIndexOf('-'); end > 0; end = range.LastIndexOf('-'))
        {
            range = range[..end];
            yield return range;
        }
    }
}
