namespace DownPage.PageManifest;

/// <summary>A page in one of its forms, as the manifest lists it.</summary>
internal sealed record ManifestPage
{
    public required string Name { get; init; }

    /// <summary>Within the folder, with <c>/</c>.</summary>
    public required string File { get; init; }

    public required int StatusCode { get; init; }

    public required ManifestForm Form { get; init; }

    public required string ContentType { get; init; }

    public string? Charset { get; init; }

    public string? Culture { get; init; }

    public bool IsDefault { get; init; }

    /// <summary>Seconds. Null: not said.</summary>
    public long? RetryAfter { get; init; }

    /// <summary>-1: not said.</summary>
    public long Bytes { get; init; }

    /// <summary>Of the file, lower-case hexadecimal. Null: not said.</summary>
    public string? Sha256 { get; init; }

    public required IReadOnlyList<ManifestEncoding> Encodings { get; init; }
}
