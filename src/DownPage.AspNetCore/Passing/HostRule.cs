using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace DownPage.AspNetCore.Passing;

/// <summary>A host that a rule names.</summary>
/// <param name="Name">In ASCII (RFC 5891), without a dot at the end; of a wildcard, what follows it.</param>
/// <param name="SubDomains">Whether all below the name are meant, and not itself: <c>*.example.org</c>.</param>
/// <param name="Port">Null: any.</param>
internal sealed record HostRule(string Name, bool SubDomains, int? Port)
{
    private const string Form =
        "a host is a name, with or without a port: 'admin.example.org', '*.example.org', 'localhost:5001', '[::1]'";

    /// <param name="text">A host.</param>
    /// <param name="rule">Null: it cannot be.</param>
    /// <param name="problem">Why it cannot be.</param>
    public static bool TryParse(
        string text, [NotNullWhen(true)] out HostRule? rule, [NotNullWhen(false)] out string? problem)
    {
        rule = null;
        problem = null;
        if (text.Contains("://", StringComparison.Ordinal) && Uri.TryCreate(text, UriKind.Absolute, out var address))
        {
            problem = $"a host is without scheme and path: '{address.Authority}'.";
            return false;
        }

        var subDomains = text.StartsWith("*.", StringComparison.Ordinal);
        if (!HostName.TryParse(subDomains ? text[2..] : text, out var host)
            || Ascii(host.Name.ToString()) is not { } name)
        {
            problem = text is "*" or "*.*"
                ? PathSyntax.CatchAll
                : Form + ".";
            return false;
        }

        rule = new HostRule(name, subDomains, host.Port);
        return true;
    }

    private static string? Ascii(string name)
    {
        if (name[0] == '[')
        {
            return IPAddress.TryParse(name, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6
                ? $"[{address}]"
                : null;
        }

        try
        {
            var ascii = new IdnMapping().GetAscii(name);
            return HostRules.IsName(ascii) ? ascii : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
