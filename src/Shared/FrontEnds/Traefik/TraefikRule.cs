using System.Globalization;
using System.Text;

namespace DownPage.FrontEnds.Traefik;

/// <summary>Whom a router for maintenance takes, as a rule of Traefik 3.</summary>
internal static class TraefikRule
{
    /// <summary>Everybody at the host but those who are let through.</summary>
    public static string Of(FrontEndSite site)
    {
        var rule = new StringBuilder("Host(`shop.example`)");
        foreach (var network in site.Allow)
        {
            rule.Append(" && !ClientIP(`").Append(network).Append("`)");
        }

        foreach (var path in site.Bypass)
        {
            rule.Append(" && !PathRegexp(`(?i)^").Append(Regex(path.Path)).Append(path.WithAllBelow ? "(?:/|$)" : "$").Append("`)");
        }

        return rule.Append(" && !HeaderRegexp(`Cookie`, `").Append(FrontEndSite.BypassCookieExpression).Append("`)").ToString();
    }

    // Of bytes that are no letters as what they are: "$" and "." and "`" mean something.
    private static string Regex(string path)
    {
        var pattern = new StringBuilder(path.Length);
        foreach (var rune in path.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || rune.Value is '/' or '-' or '_')
            {
                pattern.Append(rune.ToString());
            }
            else
            {
                pattern.Append("\\x{").Append(rune.Value.ToString("x", CultureInfo.InvariantCulture)).Append('}');
            }
        }

        return pattern.ToString();
    }
}
