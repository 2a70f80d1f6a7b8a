using System.Globalization;

namespace DownPage.AspNetCore.Bypass;

/// <summary>What the options of the bypass may be.</summary>
internal static class BypassRules
{
    /// <summary>Whatever its characters, it fits into the form that is read.</summary>
    public const int LongestSecret = 256;

    private const int ShortestSecret = 16;
    private const int LongestPath = 200;
    private const string Key = "MaintenanceMode:Bypass:";

    private static readonly TimeSpan ShortestLifetime = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestLifetime = TimeSpan.FromDays(30);

    public static IEnumerable<string> Validate(MaintenanceBypassOptions options)
    {
        // The secret itself is never shown: these messages go to logs.
        if (options.Secret is { Length: < ShortestSecret or > LongestSecret } secret)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{Key}Secret has {secret.Length} characters; it must have {ShortestSecret} to {LongestSecret}.");
        }

        if (options.Generation < 0)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture, $"{Key}Generation is '{options.Generation}'; it must be 0 or more.");
        }

        if (options.Lifetime < ShortestLifetime || options.Lifetime > LongestLifetime)
        {
            yield return $"{Key}Lifetime is '{options.Lifetime}'; "
                + $"it must be from '{ShortestLifetime}' to '{LongestLifetime}'.";
        }

        if (!IsPath(options.Path))
        {
            yield return $"{Key}Path is '{options.Path}'; it must be a path of the site of its own, such as "
                + "'/_downpage/pass', of letters, digits and -._~/ without a slash at its end.";
        }

        if (options.CookieDomain is { } domain && !IsDomain(domain))
        {
            yield return $"{Key}CookieDomain is '{domain}'; it must be a domain name with a dot in it, such as "
                + "'example.org', without a scheme, a port or a dot at its begin, or be left out.";
        }
    }

    private static bool IsPath(string? path)
        => path is { Length: > 1 and <= LongestPath }
            && path[0] == '/'
            && path[^1] != '/'
            && !path.Contains("//", StringComparison.Ordinal)
            && path.All(each => char.IsAsciiLetterOrDigit(each) || each is '/' or '-' or '.' or '_' or '~')
            && !path.Split('/').Any(segment => segment is "." or "..");

    private static bool IsDomain(string domain)
        => Uri.CheckHostName(domain) == UriHostNameType.Dns
            && domain.Contains('.', StringComparison.Ordinal)
            && !domain.EndsWith('.')
            && domain.All(each => char.IsAsciiLetterOrDigit(each) || each is '-' or '.');
}
