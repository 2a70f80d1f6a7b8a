using DownPage.PageManifest;

namespace DownPage.FrontEnds;

/// <summary>A page in one language and form.</summary>
internal sealed record FrontEndFile
{
    private readonly Func<byte[]> read;

    /// <param name="read">Reads its bytes, for front ends that carry a page within their configuration.</param>
    public FrontEndFile(Func<byte[]> read) => this.read = read;

    /// <summary>Below the folder of the pages, with <c>/</c>: <c>502.de.html</c>.</summary>
    public required string Path { get; init; }

    public required ManifestForm Form { get; init; }

    /// <summary>Its language, <c>de</c>. Null: not said.</summary>
    public string? Culture { get; init; }

    /// <summary>Whether it is the one to show when no language is asked for.</summary>
    public bool IsDefault { get; init; }

    /// <summary>With its charset: <c>text/html; charset=utf-8</c>.</summary>
    public required string ContentType { get; init; }

    /// <summary>The same bytes compressed, by content coding: <c>br</c>, <c>gzip</c>; paths as <see cref="Path"/>.</summary>
    public required IReadOnlyDictionary<string, string> Encodings { get; init; }

    /// <summary>Its bytes.</summary>
    /// <exception cref="IOException">They cannot be read.</exception>
    public byte[] Read() => read();
}
