using System.Text;
using Microsoft.AspNetCore.Http;

namespace DownPage.AspNetCore.Bypass;

/// <summary>Where a tester goes after the secret: a path of this site, whatever the link says.</summary>
internal static class LocalReturn
{
    private const int Longest = 2048;

    public static string Of(string? asked, PathString pathBase)
        => asked is not null && IsLocal(asked) ? Encode(asked) : pathBase.ToUriComponent() + "/";

    /// <summary>
    /// Browsers read <c>\</c> as <c>/</c> and leave out tabs and line ends (WHATWG URL 4.4): <c>/\evil</c> and
    /// <c>/TAB/evil</c> are other sites.
    /// </summary>
    private static bool IsLocal(string path)
        => path.Length <= Longest
            && path.StartsWith('/')
            && !path.StartsWith("//", StringComparison.Ordinal)
            && !path.Contains('\\', StringComparison.Ordinal)
            && !path.Any(char.IsControl);

    /// <summary>Only ASCII may stand in a header; servers throw at the rest.</summary>
    private static string Encode(string path)
    {
        var encoded = new StringBuilder(path.Length);
        Span<byte> bytes = stackalloc byte[4];
        foreach (var rune in path.EnumerateRunes())
        {
            if (rune.IsAscii && rune.Value > ' ' && "\"<>^`{|}".IndexOf((char)rune.Value, StringComparison.Ordinal) < 0)
            {
                encoded.Append((char)rune.Value);
                continue;
            }

            foreach (var value in bytes[..rune.EncodeToUtf8(bytes)])
            {
                encoded.Append('%').Append(Convert.ToHexString([value]));
            }
        }

        return encoded.ToString();
    }
}
