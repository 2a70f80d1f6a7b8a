using System.Buffers;

namespace DownPage.AspNetCore.Passing;

/// <summary>
/// Paths that mean one thing here and another further on, where dots, backslashes or encoded slashes are resolved: no
/// family of paths
/// (prefix, glob, pattern) lets one pass, and every part of the site that is down by its path has them in it. Servers
/// resolve dot
/// segments before the app sees them (RFC 3986 5.2.4), so no browser asks for such a path.
/// </summary>
internal static class DeviousPath
{
    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        "\\.%\u007F\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u0009\u000A\u000B\u000C\u000D\u000E\u000F"
        + "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F");

    /// <summary>
    /// Whether the path has a control character, a backslash, or a segment <c>.</c> or <c>..</c>; also encoded, also
    /// before parameters (<c>..;x</c>).
    /// </summary>
    public static bool IsDevious(ReadOnlySpan<char> path)
    {
        var first = path.IndexOfAny(Suspects);
        return first >= 0 && Scan(path);
    }

    private static bool Scan(ReadOnlySpan<char> path)
    {
        var dots = 0;
        var onlyDots = true;
        for (var i = 0; i < path.Length; i++)
        {
            var c = Read(path, ref i);
            if (c is '\\' or < ' ' or '\u007F')
            {
                return true;
            }

            if (c is '/' or ';' && onlyDots && dots is 1 or 2)
            {
                return true;
            }

            if (c == '/')
            {
                dots = 0;
                onlyDots = true;
            }
            else if (c == '.')
            {
                dots++;
            }
            else
            {
                onlyDots = false;
            }
        }

        return onlyDots && dots is 1 or 2;
    }

    /// <summary>
    /// The character at the index, decoded if it is percent-encoded ASCII; the index is then that of its last
    /// character.
    /// </summary>
    private static char Read(ReadOnlySpan<char> path, ref int i)
    {
        if (path[i] != '%'
            || i + 2 >= path.Length
            || !char.IsAsciiHexDigit(path[i + 1])
            || !char.IsAsciiHexDigit(path[i + 2]))
        {
            return path[i];
        }

        var code = (Hex(path[i + 1]) * 16) + Hex(path[i + 2]);
        i += 2;
        return code < 128 ? (char)code : '\u0080';
    }

    private static int Hex(char digit) => char.IsAsciiDigit(digit) ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
