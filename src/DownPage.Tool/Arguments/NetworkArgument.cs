using System.Globalization;
using System.Net;
using DownPage.DownFile;

namespace DownPage.Tool.Arguments;

/// <summary>Addresses and networks that pass.</summary>
internal static class NetworkArgument
{
    /// <summary>What is wrong with it; null: nothing.</summary>
    public static string? ProblemOf(string text)
    {
        if (!DownFileValues.IsNetwork(text))
        {
            return $"--allow is '{text}'; it must be an address such as 203.0.113.7, or a network such as 203.0.113.0/24.";
        }

        return FirstOf(text) is { } first && first != text
            ? $"--allow is '{text}'; a network is written by its first address: '{first}'."
            : null;
    }

    /// <summary>The network by its first address; null: it is one address alone.</summary>
    private static string? FirstOf(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
        {
            return null;
        }

        var bytes = IPAddress.Parse(text[..slash]).GetAddressBytes();
        var length = int.Parse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture);
        var changed = false;
        for (var bit = length; bit < bytes.Length * 8; bit++)
        {
            var mask = (byte)(0x80 >> (bit % 8));
            changed |= (bytes[bit / 8] & mask) != 0;
            bytes[bit / 8] &= (byte)~mask;
        }

        return changed ? $"{new IPAddress(bytes)}{text[slash..]}" : text;
    }
}
