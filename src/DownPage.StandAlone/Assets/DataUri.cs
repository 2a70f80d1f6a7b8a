using System.Buffers;
using System.Text;

namespace DownPage.StandAlone.Assets;

/// <summary>
/// <c>data:</c> URLs (RFC 2397). Text such as SVG stays text, which compresses far better than base64; all else is base64.
/// </summary>
internal static class DataUri
{
    // What would end the URL, or an attribute or CSS string around it, or be taken for an escape.
    private static readonly SearchValues<char> Escaped = SearchValues.Create("%#\"<>\\{}|^`' \t\r\n\f()");

    public static bool Is(string url) => url.StartsWith("data:", StringComparison.OrdinalIgnoreCase);

    public static string Create(string mediaType, byte[] content)
        => mediaType == "image/svg+xml" && TryDecode(content) is { } text
            ? $"data:{mediaType},{Escape(text)}"
            : $"data:{mediaType};base64,{Convert.ToBase64String(content)}";

    /// <summary>Whether it says that it is a stylesheet: browsers take nothing else for one.</summary>
    public static bool IsStyleSheet(string url)
        => Is(url) && url.AsSpan("data:".Length).TrimStart().StartsWith("text/css", StringComparison.OrdinalIgnoreCase);

    /// <summary>The content of a data: URL as text; null: it is not one that can be read.</summary>
    public static string? ReadText(string url)
    {
        var comma = url.IndexOf(',', StringComparison.Ordinal);
        if (comma < 0)
        {
            return null;
        }

        var isBase64 = url.AsSpan(0, comma).TrimEnd().EndsWith(";base64", StringComparison.OrdinalIgnoreCase);
        var data = Uri.UnescapeDataString(url[(comma + 1)..]);
        if (!isBase64)
        {
            return data;
        }

        var bytes = new byte[data.Length];
        return Convert.TryFromBase64String(data, bytes, out var count) ? Encoding.UTF8.GetString(bytes, 0, count) : null;
    }

    private static string? TryDecode(byte[] content)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + (text.Length / 8));
        foreach (var rune in text.Trim().EnumerateRunes())
        {
            if (rune.IsAscii && !Escaped.Contains((char)rune.Value) && rune.Value >= ' ' && rune.Value != 127)
            {
                escaped.Append((char)rune.Value);
            }
            else
            {
                escaped.Append(Uri.EscapeDataString(rune.ToString()));
            }
        }

        return escaped.ToString();
    }
}
