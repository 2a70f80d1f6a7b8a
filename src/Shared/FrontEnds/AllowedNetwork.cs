using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace DownPage.FrontEnds;

/// <summary>Addresses that pass while the site is down.</summary>
/// <param name="Address">The first of them.</param>
/// <param name="PrefixLength">How many bits all of them share.</param>
internal sealed record AllowedNetwork(IPAddress Address, int PrefixLength)
{
    /// <summary>Whether it is one address alone.</summary>
    public bool IsSingle => PrefixLength == (IsV6 ? 128 : 32);

    /// <summary>Whether it is of IPv6.</summary>
    public bool IsV6 => Address.AddressFamily == AddressFamily.InterNetworkV6;

    /// <summary>As <c>10.0.0.0/8</c> or <c>203.0.113.7</c>; bits beyond the prefix are nought.</summary>
    /// <param name="text">What was written.</param>
    /// <returns>Null: it is none.</returns>
    public static AllowedNetwork? Parse(string text)
    {
        var parts = text.Trim().Split('/');
        if (parts.Length > 2 || !IPAddress.TryParse(parts[0], out var address) || parts[0].Contains('%', StringComparison.Ordinal)
            || (address.AddressFamily == AddressFamily.InterNetwork && parts[0].Split('.').Length != 4))
        {
            return null;
        }

        var bits = address.AddressFamily == AddressFamily.InterNetworkV6 ? 128 : 32;
        var length = bits;
        return parts.Length == 1
            || (int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out length) && length <= bits)
                ? new AllowedNetwork(Masked(address, length), length)
                : null;
    }

    /// <summary><c>10.0.0.0/8</c>, also for one address: <c>203.0.113.7/32</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Address}/{PrefixLength}");

    private static IPAddress Masked(IPAddress address, int length)
    {
        var bytes = address.GetAddressBytes();
        for (var index = 0; index < bytes.Length; index++)
        {
            var kept = Math.Clamp(length - (index * 8), 0, 8);
            bytes[index] &= (byte)(0xFF << (8 - kept));
        }

        return new IPAddress(bytes);
    }
}
