using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace DownPage.AspNetCore.Bypass;

/// <summary>
/// One secret, and the cookie values that it signs: <c>1.EXPIRY.GENERATION.MAC</c>. The key is made from the secret's
/// hash, so that all nodes that know the secret, or only its hash, take each other's cookies.
/// </summary>
internal sealed class BypassSecret(byte[] hash, string generation)
{
    private const string Version = "1.";

    /// <summary>HMAC-SHA256 in base64url without padding (RFC 4648 5).</summary>
    private const int MacLength = 43;

    /// <summary>More than a time and two generations can have.</summary>
    private const int LongestText = 64;

    private readonly byte[] key = HKDF.DeriveKey(
        HashAlgorithmName.SHA256, hash, 32, [], "DownPage.AspNetCore bypass cookie 1"u8.ToArray());

    public bool Is(ReadOnlySpan<byte> otherHash) => CryptographicOperations.FixedTimeEquals(hash, otherHash);

    public string Sign(DateTimeOffset expiry)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{Version}{expiry.ToUnixTimeSeconds()}.{generation}");
        Span<char> mac = stackalloc char[MacLength];
        ComputeMac(text, mac);
        return $"{text}.{mac}";
    }

    /// <summary>Whether this secret, in this generation, signed the value, for a time that is not over.</summary>
    public bool Signed(ReadOnlySpan<char> value, DateTimeOffset now)
    {
        var end = value.Length - MacLength - 1;
        if (end is < 0 or > LongestText || value[end] != '.' || !Holds(value[..end], now))
        {
            return false;
        }

        Span<char> mac = stackalloc char[MacLength];
        ComputeMac(value[..end], mac);
        return CryptographicOperations.FixedTimeEquals(
            MemoryMarshal.AsBytes(mac), MemoryMarshal.AsBytes(value[(end + 1)..]));
    }

    private bool Holds(ReadOnlySpan<char> text, DateTimeOffset now)
    {
        if (!text.StartsWith(Version, StringComparison.Ordinal))
        {
            return false;
        }

        var rest = text[Version.Length..];
        var dot = rest.IndexOf('.');
        return dot > 0
            && rest[(dot + 1)..].SequenceEqual(generation)
            && long.TryParse(rest[..dot], NumberStyles.None, CultureInfo.InvariantCulture, out var expiry)
            && now.ToUnixTimeSeconds() < expiry;
    }

    /// <param name="text">ASCII, as <see cref="Holds"/> has seen to.</param>
    /// <param name="mac">Takes <see cref="MacLength"/> characters.</param>
    private void ComputeMac(ReadOnlySpan<char> text, Span<char> mac)
    {
        Span<byte> bytes = stackalloc byte[LongestText];
        Span<byte> computed = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, bytes[..Encoding.ASCII.GetBytes(text, bytes)], computed);

        Span<char> padded = stackalloc char[MacLength + 1];
        Convert.TryToBase64Chars(computed, padded, out _);
        for (var i = 0; i < MacLength; i++)
        {
            mac[i] = padded[i] switch { '+' => '-', '/' => '_', var other => other };
        }
    }
}
