using System.Buffers;
using System.Text;
using DownPage.StandAlone.Markup;

namespace DownPage.StandAlone.Assets;

/// <summary>
/// <c>data:</c> URLs (RFC 2397). Text such as SVG stays text, which compresses far better than base64; all else is
/// base64.
/// </summary>
internal static class DataUri
{
    private const string Charset = "charset=";

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

        var parameters = url["data:".Length..comma].Split(';', StringSplitOptions.TrimEntries);
        var content = Unescape(url.AsSpan(comma + 1));
        if (parameters[^1].Equals("base64", StringComparison.OrdinalIgnoreCase))
        {
            var bytes = new byte[content.Length];
            if (!Convert.TryFromBase64String(Encoding.Latin1.GetString(content), bytes, out var count))
            {
                return null;
            }

            content = bytes[..count];
        }

        return EncodingOf(parameters).GetString(content);
    }

    private static Encoding EncodingOf(string[] parameters) =>
        PageCharset.Find(parameters.FirstOrDefault(IsCharset)?[Charset.Length..]) ?? Encoding.UTF8;

    private static bool IsCharset(string parameter) => parameter.StartsWith(Charset, StringComparison.OrdinalIgnoreCase);

    private static byte[] Unescape(ReadOnlySpan<char> data)
    {
        var bytes = Encoding.UTF8.GetBytes(data.ToString());
        var length = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            var isEscape = bytes[i] == '%' && i + 2 < bytes.Length
                && char.IsAsciiHexDigit((char)bytes[i + 1]) && char.IsAsciiHexDigit((char)bytes[i + 2]);
            bytes[length++] = isEscape ? Convert.FromHexString([(char)bytes[i + 1], (char)bytes[i + 2]])[0] : bytes[i];
            i += isEscape ? 2 : 0;
        }

        return bytes[..length];
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
