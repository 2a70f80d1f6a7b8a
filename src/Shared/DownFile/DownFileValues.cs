using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace DownPage.DownFile;

/// <summary>
/// Which texts of a down file can be what they are to be: a file is written by hand, and read in front of visitors.
/// </summary>
internal static class DownFileValues
{
    private const int Sha256HexLength = 64;

    public static bool IsMode(string text)
        => text.Equals("full", StringComparison.OrdinalIgnoreCase)
            || text.Equals("readOnly", StringComparison.OrdinalIgnoreCase);

    public static bool IsSecretHash(string text) => text.Length == Sha256HexLength && text.All(char.IsAsciiHexDigit);

    /// <summary>
    /// A path of the site, or an absolute http or https address; nothing that browsers take for another site or for a
    /// script.
    /// </summary>
    public static bool IsRedirect(string text)
    {
        if (text.Length is 0 or > 2000 || text.Any(letter => letter is <= ' ' or '\\' or '\x7f'))
        {
            return false;
        }

        return text[0] == '/'
            ? text.Length == 1 || text[1] != '/'
            : Uri.TryCreate(text, UriKind.Absolute, out var address)
                && address.Scheme is "http" or "https"
                && address.Host.Length > 0;
    }

    /// <summary>An address or a network, <c>203.0.113.0/24</c>; not one of all addresses.</summary>
    public static bool IsNetwork(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var host = slash < 0 ? text : text[..slash];

        // The framework reads "10" and "10.1" as addresses too.
        if (!(host.Contains(':', StringComparison.Ordinal) || host.Count(letter => letter == '.') == 3)
            || !IPAddress.TryParse(host, out var address))
        {
            return false;
        }

        var longest = address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128;
        return slash < 0
            || (int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var length)
                && length >= 1 && length <= longest);
    }
}
