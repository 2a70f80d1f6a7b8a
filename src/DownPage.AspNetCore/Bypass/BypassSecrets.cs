using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DownPage.AspNetCore.Bypass;

/// <summary>The secrets that open the site to testers: that of the options, that of the down file.</summary>
internal sealed class BypassSecrets
{
    private readonly BypassSecret[] secrets;

    private BypassSecrets(BypassSecret[] secrets) => this.secrets = secrets;

    /// <summary>
    /// The down file's generation counts for the down file's secret; in a file without one, it revokes the cookies of
    /// the options' secret, so that a running app can be told to without a new configuration.
    /// </summary>
    /// <returns>Null: there is none.</returns>
    public static BypassSecrets? Of(MaintenanceBypassOptions options, string? secretHash, int? generation)
    {
        var secrets = new List<BypassSecret>();
        var fileHash = HashOf(secretHash);
        if (!string.IsNullOrEmpty(options.Secret))
        {
            var own = options.Generation.ToString(CultureInfo.InvariantCulture);
            var revoked = fileHash is null && generation is { } byFile
                ? string.Create(CultureInfo.InvariantCulture, $"{own}-{byFile}")
                : own;
            secrets.Add(new BypassSecret(SHA256.HashData(Encoding.UTF8.GetBytes(options.Secret)), revoked));
        }

        if (fileHash is not null)
        {
            secrets.Add(new BypassSecret(fileHash, (generation ?? 0).ToString(CultureInfo.InvariantCulture)));
        }

        return secrets.Count == 0 ? null : new BypassSecrets([.. secrets]);
    }

    /// <summary>Which secret this is; null: none. Takes as long whichever it is.</summary>
    public BypassSecret? Find(string given)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(given), hash);
        BypassSecret? found = null;
        foreach (var secret in secrets)
        {
            found = secret.Is(hash) ? secret : found;
        }

        return found;
    }

    /// <summary>Whether one of the secrets signed the value, for a time that is not over.</summary>
    public bool Signed(ReadOnlySpan<char> value, DateTimeOffset now)
    {
        foreach (var secret in secrets)
        {
            if (secret.Signed(value, now))
            {
                return true;
            }
        }

        return false;
    }

    private static byte[]? HashOf(string? hexadecimal)
        => hexadecimal is { Length: 2 * SHA256.HashSizeInBytes } && hexadecimal.All(char.IsAsciiHexDigit)
            ? Convert.FromHexString(hexadecimal)
            : null;
}
