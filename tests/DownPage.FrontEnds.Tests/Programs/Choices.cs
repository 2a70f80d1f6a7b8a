namespace DownPage.FrontEnds.Tests.Programs;

/// <summary>
/// What clients take, and what a server that reads weights gives them of the sample: English and German, as HTML,
/// problem details and text, with brotli and gzip.
/// </summary>
internal static class Choices
{
    private const string Html = "text/html";
    private const string Json = "application/problem+json";
    private const string Text = "text/plain";

    /// <summary>The header's name and value, and the media type, language and coding of the answer.</summary>
    public static readonly IReadOnlyList<(string Name, string Value, string Type, string Language, string? Coding)> All =
    [
        ("Accept", "*/*", Html, "en", null),
        ("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8", Html, "en", null),
        ("Accept", "application/json", Json, "en", null),
        ("Accept", "application/problem+json", Json, "en", null),
        ("Accept", "application/json, text/plain, */*", Json, "en", null),
        ("Accept", "text/html;q=0.1, application/json;q=0.9", Json, "en", null),
        ("Accept", "text/html;q=0, */*", Json, "en", null),
        ("Accept", "text/plain;q=0.9, text/html;q=0.8", Text, "en", null),
        ("Accept", "image/png", Html, "en", null),
        ("Accept", "*/*;q=0", Html, "en", null),
        ("Accept-Language", "de", Html, "de", null),
        ("Accept-Language", "de-AT", Html, "de", null),
        ("Accept-Language", "de-AT, en;q=0.5", Html, "de", null),
        ("Accept-Language", "de-AT,de;q=0.9,en;q=0.8", Html, "de", null),
        ("Accept-Language", "de-AT;q=0.2, en;q=0.5", Html, "en", null),
        ("Accept-Language", "en;q=0.3, de;q=0.4", Html, "de", null),
        ("Accept-Language", "fr", Html, "en", null),
        ("Accept-Language", "fr, de;q=0.1", Html, "de", null),
        ("Accept-Language", "en;q=0", Html, "de", null),
        ("Accept-Language", "*;q=0", Html, "en", null),
        ("Accept-Encoding", "br", Html, "en", "br"),
        ("Accept-Encoding", "gzip, deflate, br, zstd", Html, "en", "br"),
        ("Accept-Encoding", "br;q=0, gzip", Html, "en", "gzip"),
        ("Accept-Encoding", "gzip, *;q=0", Html, "en", "gzip"),
        ("Accept-Encoding", "gzip;q=0.5, identity", Html, "en", null),
        ("Accept-Encoding", "identity;q=0", Html, "en", null),
        ("Accept-Encoding", "*;q=0", Html, "en", null),
        ("Accept-Charset", "iso-8859-1", Html, "en", null),
    ];

    /// <summary>In what the server's answers differ from that; each is the page with its status.</summary>
    public static async Task<IReadOnlyList<string>> DifferencesAsync(
        RunningServer server, CancellationToken cancellationToken)
    {
        var differences = new List<string>();
        foreach (var (name, value, type, language, coding) in All)
        {
            using var answer = await server.AskAsync("/shop", cancellationToken, (name, value));
            var content = answer.Content.Headers;
            var expected = $"503 {type} {language} {coding}";
            var actual = $"{(int)answer.StatusCode} {content.ContentType?.MediaType} "
                + $"{string.Join(',', content.ContentLanguage)} {string.Join(',', content.ContentEncoding)}";
            if (actual != expected)
            {
                differences.Add($"{name}: {value} gets '{actual}', not '{expected}'");
            }
        }

        return differences;
    }
}
