using System.Globalization;
using System.Security.Cryptography;

namespace DownPage.AspNetCore.Endpoints;

/// <summary>What the options of the endpoint may be.</summary>
internal static class OperatorRules
{
    private const int MostChanges = 10_000;
    private const int LongestName = 100;
    private const string Key = "MaintenanceMode:Endpoint:";

    public static bool IsHash(string? text)
        => text is { Length: 2 * SHA256.HashSizeInBytes } && text.All(char.IsAsciiHexDigit);

    public static IEnumerable<string> Validate(MaintenanceEndpointOptions options)
    {
        if (options.ChangesPerMinute is < 1 or > MostChanges)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{Key}ChangesPerMinute is '{options.ChangesPerMinute}'; it must be from 1 to {MostChanges}.");
        }

        foreach (var (name, hash) in options.TokenHashes)
        {
            if (string.IsNullOrWhiteSpace(name) || name.Length > LongestName || name.Any(char.IsControl))
            {
                yield return $"{Key}TokenHashes has a name that cannot be an operator's; it must be of 1 to "
                    + $"{LongestName} characters, such as 'anna'.";
            }
            else if (!IsHash(hash))
            {
                // What stands there instead may be the token itself: it is not shown.
                yield return $"{Key}TokenHashes:{name} is no SHA-256 in 64 hexadecimal digits; "
                    + "`printf %s TOKEN | sha256sum` makes one.";
            }
            else if (options.TokenHashes.Any(other => IsOther(other.Key, name)
                && string.Equals(other.Value, hash, StringComparison.OrdinalIgnoreCase)))
            {
                yield return $"{Key}TokenHashes:{name} is another operator's, too; give each a token of their own, "
                    + "so that the history says who it was.";
            }
        }
    }

    private static bool IsOther(string name, string other) => !string.Equals(name, other, StringComparison.Ordinal);
}
