using System.Buffers;
using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace DownPage.AspNetCore.Passing;

/// <summary>
/// Addresses from the first to the last. All are IPv6: an IPv4 address is the one that is mapped to it (RFC 4291
/// 2.5.5.2), as sockets
/// for both report it. Zones (<c>%eth0</c>) are left out.
/// </summary>
internal readonly record struct NetworkRange(UInt128 First, UInt128 Last)
{
    private const string Form =
        "a network is an address (203.0.113.7, 2001:db8::1) "
        + "or one with the length of its prefix (10.0.0.0/8, 2001:db8::/32)";

    private static readonly SearchValues<char> AddressCharacters = SearchValues.Create("0123456789abcdefABCDEF:.");

    private static readonly UInt128 Mapped = (UInt128)0xFFFF << 32;

    /// <param name="text">An address or a network.</param>
    /// <param name="range">Its addresses.</param>
    /// <param name="problem">Why there are none; null: there are.</param>
    public static bool TryParse(string text, out NetworkRange range, [NotNullWhen(false)] out string? problem)
    {
        range = default;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (!TryParseAddress(slash < 0 ? text : text[..slash], out var address))
        {
            problem = Form + ".";
            return false;
        }

        var bits = address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128;
        var length = bits;
        if (slash >= 0 && !TryParseLength(text[(slash + 1)..], bits, out length))
        {
            problem = FormattableString.Invariant($"{Form}, here 1 to {bits}.");
            return false;
        }

        var hosts = length == 0 && bits == 128 ? UInt128.MaxValue : (UInt128.One << (bits - length)) - UInt128.One;
        var value = Value(address);
        range = new NetworkRange(value & ~hosts, value | hosts);
        problem = Problem(range, value, address, length);
        return problem is null;
    }

    /// <summary>The number of an address.</summary>
    public static UInt128 Value(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        return address.TryWriteBytes(bytes, out var written) && written == 4
            ? Mapped | BinaryPrimitives.ReadUInt32BigEndian(bytes)
            : BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }

    private static string? Problem(NetworkRange range, UInt128 value, IPAddress address, int length)
    {
        if (range.First <= Mapped && range.Last >= (Mapped | uint.MaxValue))
        {
            return "it would let everybody pass; set MaintenanceMode:Enabled to false instead.";
        }

        return range.First == value
            ? null
            : FormattableString.Invariant(
                $"a network is written by its first address: '{FirstOf(range, address)}/{length}'.");
    }

    private static IPAddress FirstOf(NetworkRange range, IPAddress like)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, range.First);
        return new IPAddress(like.AddressFamily == AddressFamily.InterNetwork ? bytes[12..] : bytes);
    }

    /// <summary>
    /// Not what IPAddress takes beyond it: "10.1", "0x7f.1", "010.0.0.1" (which is 8.0.0.1), "[::1]:80".
    /// </summary>
    private static bool TryParseAddress(string text, [NotNullWhen(true)] out IPAddress? address)
    {
        address = null;
        if (text.Contains(':', StringComparison.Ordinal))
        {
            var zone = text.IndexOf('%', StringComparison.Ordinal);
            var plain = zone < 0 ? text : text[..zone];
            return plain.AsSpan().IndexOfAnyExcept(AddressCharacters) < 0
                && IPAddress.TryParse(plain, out address)
                && address.AddressFamily == AddressFamily.InterNetworkV6;
        }

        var parts = text.Split('.');
        return parts.Length == 4 && parts.All(IsDecimal) && IPAddress.TryParse(text, out address);
    }

    private static bool IsDecimal(string part)
        => part.Length is >= 1 and <= 3 && part.All(char.IsAsciiDigit) && (part.Length == 1 || part[0] != '0');

    private static bool TryParseLength(string text, int bits, out int length)
    {
        length = -1;
        return IsDecimal(text)
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out length)
            && length <= bits;
    }
}
