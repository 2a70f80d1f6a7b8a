using System.Security.Cryptography;
using System.Text;

namespace DownPage.FrontEnds;

/// <summary>
/// The first line of a file that was written: by what, and the hash of the lines below it. A file that was changed by
/// hand can be told, and is not written over.
/// </summary>
internal static class ConfigStamp
{
    private const string Mark = "Written by ";
    private const string HashMark = "; sha256 of what follows: ";
    private const int HashDigits = 16;

    /// <summary>The file with its first line.</summary>
    /// <param name="path">Below <c>_downpage/conf/</c>.</param>
    /// <param name="open">How a comment starts in the file's syntax: <c>#</c>, <c>//</c>, <c>&lt;!--</c>.</param>
    /// <param name="generator">What writes it, with its version.</param>
    /// <param name="text">All but the first line; its line ends become LF.</param>
    /// <param name="close">How a comment ends. Empty: with its line.</param>
    public static ConfigFile Sign(string path, string open, string generator, string text, string close = "")
    {
        var rest = text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        var first = $"{open} {Mark}{generator}{HashMark}{Hash(rest)}{(close.Length > 0 ? " " + close : "")}\n";
        return new ConfigFile(path, Encoding.UTF8.GetBytes(first + rest));
    }

    /// <summary>Whether a file is as it was written. False: somebody changed it, or it is no file of DownPage's.</summary>
    public static bool IsIntact(ReadOnlySpan<byte> content)
    {
        var text = Encoding.UTF8.GetString(content).ReplaceLineEndings("\n");
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var first = end < 0 ? "" : text[..end];
        var hash = first.IndexOf(HashMark, StringComparison.Ordinal);
        return hash >= 0 && first.Contains(Mark, StringComparison.Ordinal)
            && first.AsSpan(hash + HashMark.Length).StartsWith(Hash(text[(end + 1)..]), StringComparison.Ordinal);
    }

    private static string Hash(string text)
        => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..HashDigits].ToLowerInvariant();
}
