using System.Globalization;

namespace DownPage.AspNetCore.Passing;

/// <summary>
/// A host as it is asked for, taken apart in place: <see cref="Microsoft.AspNetCore.Http.HostString"/> makes strings
/// for that.
/// </summary>
internal readonly ref struct HostName
{
    /// <summary>In characters (RFC 1035 2.3.4), and some more.</summary>
    private const int Longest = 260;

    private HostName(ReadOnlySpan<char> name, int? port)
    {
        Name = name;
        Port = port;
    }

    /// <summary>Without a dot at the end; an IPv6 address with its brackets.</summary>
    public ReadOnlySpan<char> Name { get; }

    /// <summary>Null: not said.</summary>
    public int? Port { get; }

    public static bool TryParse(ReadOnlySpan<char> text, out HostName host)
    {
        host = default;
        var end = text is ['[', ..] ? text.IndexOf(']') + 1 : text.IndexOf(':');
        end = end < 0 ? text.Length : end;
        var name = text[..end];
        if (!TryParsePort(text[end..], out var port))
        {
            return false;
        }

        if (name is [.., '.'])
        {
            name = name[..^1];
        }

        if (name.IsEmpty || name.Length > Longest)
        {
            return false;
        }

        host = new HostName(name, port);
        return true;
    }

    /// <param name="text">With its colon; empty: none.</param>
    /// <param name="port">Null: none.</param>
    private static bool TryParsePort(ReadOnlySpan<char> text, out int? port)
    {
        port = null;
        if (text.IsEmpty)
        {
            return true;
        }

        if (text[0] != ':'
            || !ushort.TryParse(text[1..], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        port = number;
        return true;
    }
}
