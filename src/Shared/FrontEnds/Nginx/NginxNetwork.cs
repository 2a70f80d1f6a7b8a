using System.Globalization;
using System.Text;

namespace DownPage.FrontEnds.Nginx;

/// <summary>
/// A network as a regular expression over <c>$binary_remote_addr</c>, which is 4 or 16 bytes: exact for every length of
/// prefix, where <c>geo</c> cannot be had because it stands outside of <c>server</c>.
/// </summary>
internal static class NginxNetwork
{
    // An IPv4 client on a socket of IPv6.
    private const string Mapped = @"(?:\x00{10}\xff\xff)?";

    /// <summary>The whole of it, without quotes: it has no character that nginx would take for its own.</summary>
    public static string Regex(AllowedNetwork network)
    {
        var bytes = network.Address.GetAddressBytes();
        var (whole, rest) = (network.PrefixLength / 8, network.PrefixLength % 8);
        var pattern = new StringBuilder("(?s)^").Append(network.IsV6 ? "" : Mapped);
        foreach (var octet in bytes.AsSpan(0, whole))
        {
            pattern.Append(Octet(octet));
        }

        var open = bytes.Length - whole;
        if (rest > 0)
        {
            var first = bytes[whole];
            var last = (byte)(first | (0xFF >> rest));
            pattern.Append('[').Append(Octet(first)).Append('-').Append(Octet(last)).Append(']');
            open--;
        }

        return pattern.Append(open == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $".{{{open}}}"))
            .Append(@"\z").ToString();
    }

    private static string Octet(byte octet) => string.Create(CultureInfo.InvariantCulture, $"\\x{octet:x2}");
}
