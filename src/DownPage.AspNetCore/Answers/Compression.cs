using System.IO.Compression;

namespace DownPage.AspNetCore.Answers;

/// <summary>Compresses what is composed, once for a state.</summary>
internal static class Compression
{
    /// <summary>Below, the headers cost more than what is saved.</summary>
    private const int Least = 1_024;

    private const int BrotliQuality = 5;
    private const int BrotliWindow = 22;

    /// <returns>Null: it would not be smaller.</returns>
    public static byte[]? Brotli(ReadOnlySpan<byte> content)
    {
        var compressed = new byte[BrotliEncoder.GetMaxCompressedLength(content.Length)];
        return content.Length >= Least
            && BrotliEncoder.TryCompress(content, compressed, out var length, BrotliQuality, BrotliWindow)
            && length < content.Length
            ? compressed[..length]
            : null;
    }

    /// <returns>Null: it would not be smaller.</returns>
    public static byte[]? Gzip(ReadOnlySpan<byte> content)
    {
        if (content.Length < Least)
        {
            return null;
        }

        using var compressed = new MemoryStream(content.Length);
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(content);
        }

        return compressed.Length < content.Length ? compressed.ToArray() : null;
    }
}
