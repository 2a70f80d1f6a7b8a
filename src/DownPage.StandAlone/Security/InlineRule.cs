using System.Security.Cryptography;
using System.Text;
using AngleSharp.Dom;

namespace DownPage.StandAlone.Security;

/// <summary>Whether a policy lets the text of an element have its effect (CSP 3, 6.7.3.3).</summary>
/// <param name="policy">The policy.</param>
internal sealed class InlineRule(PolicyDirectives policy)
{
    private static readonly string[] HashAlgorithms = ["'sha256-", "'sha384-", "'sha512-"];

    /// <summary>The directive that blocks the element; null: none does.</summary>
    public string? BlockedBy(IElement element)
    {
        var effective = IsStyle(element)
            ? policy.Effective("style-src-elem", "style-src", "default-src")
            : policy.Effective("script-src-elem", "script-src", "default-src");
        return effective is null || IsAllowed(element, policy.Sources(effective)!) ? null : effective;
    }

    /// <summary>Allows this very text.</summary>
    public void Allow(IElement element, string effective)
        => policy.Allow($"'sha256-{Hash(element, SHA256.HashData)}'", IsStyle(element) ? "style-src" : "script-src", effective);

    private static bool IsAllowed(IElement element, IReadOnlyList<string> sources)
    {
        var nonce = element.GetAttribute("nonce");
        if (!string.IsNullOrEmpty(nonce) && sources.Contains($"'nonce-{nonce}'"))
        {
            return true;
        }

        if (sources.Any(source => IsHashOf(source, element)))
        {
            return true;
        }

        // Where there is a better way, this one no longer counts.
        var isOverruled = sources.Any(IsNonceOrHash)
            || (!IsStyle(element) && sources.Any(source => PolicyDirectives.Is(source, "'strict-dynamic'")));
        return !isOverruled && sources.Any(source => PolicyDirectives.Is(source, "'unsafe-inline'"));
    }

    private static bool IsHashOf(string source, IElement element)
    {
        if (source.Length < 9 || !HashAlgorithms.Any(name => source.StartsWith(name, StringComparison.OrdinalIgnoreCase)))
        {
            return false;
        }

        var hash = char.ToUpperInvariant(source[4]) switch
        {
            '2' => Hash(element, SHA256.HashData),
            '3' => Hash(element, SHA384.HashData),
            _ => Hash(element, SHA512.HashData),
        };

        // Both ways of writing Base64 are allowed.
        return source[8..].TrimEnd('\'').Replace('-', '+').Replace('_', '/') == hash;
    }

    private static bool IsNonceOrHash(string source)
        => source.StartsWith("'nonce-", StringComparison.OrdinalIgnoreCase)
            || HashAlgorithms.Any(name => source.StartsWith(name, StringComparison.OrdinalIgnoreCase));

    private static string Hash(IElement element, Func<byte[], byte[]> algorithm)
    {
        // A browser sees line feeds, whatever ends the lines in the file.
        var text = element.TextContent.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        return Convert.ToBase64String(algorithm(Encoding.UTF8.GetBytes(text)));
    }

    private static bool IsStyle(IElement element) => element.LocalName == "style";
}
