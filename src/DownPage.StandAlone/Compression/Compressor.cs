using System.IO.Compression;
using DownPage.Renderer.Finishing;

namespace DownPage.StandAlone.Compression;

/// <summary>The compressed siblings of a file, at the strongest level: it is done once, and sent many times.</summary>
internal static class Compressor
{
    private const int StrongestBrotli = 11;

    // RFC 7932 9.1: a window is 2^n - 16 bytes.
    private const int SmallestWindow = 10;
    private const int LargestWindow = 24;
    private const int WindowOverhead = 16;

    // RFC 1952 2.3.1: the time (four bytes), and the system that it was made on.
    private const int GZipTime = 4;
    private const int GZipSystem = 9;
    private const byte UnknownSystem = 255;

    /// <summary>
    /// Equal bytes for equal bytes, on every system; a coding that does not make it smaller is left out.
    /// </summary>
    public static IReadOnlyList<EncodedContent> Compress(ReadOnlyMemory<byte> content)
    {
        if (content.IsEmpty)
        {
            return [];
        }

        EncodedContent[] encodings =
        [
            new("br", ".br", Brotli(content.Span)),
            new("gzip", ".gz", GZip(content.Span)),
        ];
        return [.. encodings.Where(encoding => encoding.Content.Length < content.Length)];
    }

    private static byte[] Brotli(ReadOnlySpan<byte> content)
    {
        var buffer = new byte[BrotliEncoder.GetMaxCompressedLength(content.Length)];
        return BrotliEncoder.TryCompress(content, buffer, out var length, StrongestBrotli, Window(content.Length))
            ? buffer[..length]
            : throw new InvalidOperationException($"{content.Length} bytes did not fit into {buffer.Length} as Brotli.");
    }

    /// <summary>The smallest window that holds all: both sides reserve memory for it.</summary>
    private static int Window(int length)
    {
        var window = SmallestWindow;
        while (window < LargestWindow && (1 << window) - WindowOverhead < length)
        {
            window++;
        }

        return window;
    }

    private static byte[] GZip(ReadOnlySpan<byte> content)
    {
        using var buffer = new MemoryStream();
        using (var stream = new GZipStream(buffer, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            stream.Write(content);
        }

        var compressed = buffer.ToArray();
        compressed.AsSpan(GZipTime, sizeof(int)).Clear();
        compressed[GZipSystem] = UnknownSystem;
        return compressed;
    }
}
