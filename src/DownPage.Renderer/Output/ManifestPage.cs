using Microsoft.Net.Http.Headers;

namespace DownPage.Renderer.Output;

/// <summary>A page in one of its forms, as the page manifest lists it.</summary>
internal sealed record ManifestPage
{
    private readonly string contentType = "";

    /// <summary>The page without its culture and form: what belongs together shares it.</summary>
    public required string Name { get; init; }

    public required ManifestFile File { get; init; }

    /// <summary>Whether it is the page itself, and not another form of it.</summary>
    public bool IsPage { get; init; }

    /// <summary>Whether it is the one to serve when no culture is asked for.</summary>
    public bool IsDefault { get; init; }

    public required int StatusCode { get; init; }

    public string? Culture { get; init; }

    public required string ContentType
    {
        get => contentType;
        init
        {
            contentType = value;
            var parsed = MediaTypeHeaderValue.TryParse(value, out var header) ? header : new MediaTypeHeaderValue("text/html");
            MediaType = parsed.MediaType.Value!;
            Charset = parsed.Charset.Value;
        }
    }

    public string MediaType { get; private init; } = "";

    public string? Charset { get; private init; }

    /// <summary>Seconds after which a client may try again; null: unknown.</summary>
    public int? RetryAfter { get; init; }

    public IReadOnlyList<ManifestEncoding> Encodings { get; init; } = [];
}
