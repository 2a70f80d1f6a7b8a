using System.Globalization;

namespace DownPage.AspNetCore.Passing;

/// <summary>A host as it is asked for, taken apart in place: <see cref="Microsoft.AspNetCore.Http.HostString"/> makes strings for that.</summary>
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
        var end = text is ['[', ..] ? text.IndexOf(']') + 1 : text.IndexOf(':') is var colon and >= 0 ? colon : text.Length;
        var name = text[..end];
        int? port = null;
        if (end < text.Length)
        {
            if (text[end] != ':' || !ushort.TryParse(text[(end + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return false;
            }

            port = number;
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
}
