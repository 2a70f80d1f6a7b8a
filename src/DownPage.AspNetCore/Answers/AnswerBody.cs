using Microsoft.Extensions.Primitives;

namespace DownPage.AspNetCore.Answers;

/// <summary>The bytes of an answer in one form and language.</summary>
/// <param name="ContentType">The media type with its charset.</param>
/// <param name="Culture">The language. Null: not known.</param>
/// <param name="Content">The bytes.</param>
/// <param name="Brotli">The same in Brotli. Null: not at hand.</param>
/// <param name="Gzip">The same in gzip. Null: not at hand.</param>
internal sealed record AnswerBody(string ContentType, string? Culture, byte[] Content, byte[]? Brotli, byte[]? Gzip)
{
    public const string PlainText = "text/plain; charset=utf-8";

    /// <summary>Bytes that were made here, compressed if that helps.</summary>
    public static AnswerBody Made(string contentType, string? culture, byte[] content)
        => new(contentType, culture, content, Compression.Brotli(content), Compression.Gzip(content));

    /// <summary>Bytes that are not compressed: short ones, and those that soon are others.</summary>
    public static AnswerBody Raw(string contentType, string? culture, byte[] content)
        => new(contentType, culture, content, null, null);

    public ContentCoding CodingFor(StringValues acceptEncoding)
        => CodingChoice.Of(acceptEncoding, Brotli is not null, Gzip is not null);

    public ReadOnlyMemory<byte> In(ContentCoding coding) => coding switch
    {
        ContentCoding.Brotli when Brotli is not null => Brotli,
        ContentCoding.Gzip when Gzip is not null => Gzip,
        _ => Content,
    };
}
