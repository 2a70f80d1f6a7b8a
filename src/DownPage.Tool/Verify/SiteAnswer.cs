using System.Globalization;
using System.IO.Compression;
using DownPage.Tool.Pages;

namespace DownPage.Tool.Verify;

/// <summary>What came back: the bytes as they were sent.</summary>
internal sealed class SiteAnswer(
    int statusCode, IReadOnlyDictionary<string, string> headers, byte[] body)
{
    private readonly Lazy<byte[]?> content = new(() => Decode(headers.GetValueOrDefault("Content-Encoding"), body));
    private PageHead? head;

    public int StatusCode { get; } = statusCode;

    /// <summary>Several of one name are joined by commas. Names without regard to case.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; } = headers;

    public byte[] Body { get; } = body;

    /// <summary>The bytes without their coding. Null: they are not what their coding says.</summary>
    public byte[]? Content => content.Value;

    public PageHead Head => head ??= PageHead.Of(Content ?? []);

    public string? MediaType => this["Content-Type"]?.Split(';')[0].Trim().ToLowerInvariant();

    /// <summary>A header's value. Null: it was not sent.</summary>
    public string? this[string name] => Headers.GetValueOrDefault(name);

    /// <summary>Whether a list (<c>Vary</c>, <c>Cache-Control</c>) has the word.</summary>
    public bool Lists(string name, string word)
        => this[name]?.Split(',').Any(item => string.Equals(item.Trim(), word, StringComparison.OrdinalIgnoreCase)) == true;

    public override string ToString()
        => string.Create(
            CultureInfo.InvariantCulture, $"{StatusCode} {MediaType ?? "without a type"}, {Body.Length:N0} bytes");

    private static byte[]? Decode(string? coding, byte[] body)
    {
        try
        {
            using var source = new MemoryStream(body);
            using Stream decoded = coding?.Trim().ToLowerInvariant() switch
            {
                "br" => new BrotliStream(source, CompressionMode.Decompress),
                "gzip" or "x-gzip" => new GZipStream(source, CompressionMode.Decompress),
                "deflate" => new ZLibStream(source, CompressionMode.Decompress),
                _ => source,
            };
            using var content = new MemoryStream();
            var part = new byte[81920];
            for (int read; (read = decoded.Read(part)) > 0 && content.Length <= PageBytes.Longest;)
            {
                content.Write(part, 0, read);
            }

            return content.ToArray();
        }
        catch (Exception wrong) when (wrong is InvalidDataException or InvalidOperationException or IOException)
        {
            return null;
        }
    }
}
