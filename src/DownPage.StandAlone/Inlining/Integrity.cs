using System.Security.Cryptography;
using AngleSharp.Dom;
using DownPage.StandAlone.Assets;

namespace DownPage.StandAlone.Inlining;

/// <summary>Subresource Integrity: a browser refuses a file whose hash is not the one that the page says.</summary>
internal static class Integrity
{
    private static readonly (string Name, Func<byte[], byte[]> Hash)[] Algorithms =
    [
        ("sha512", SHA512.HashData), ("sha384", SHA384.HashData), ("sha256", SHA256.HashData),
    ];

    /// <summary>Whether a browser would take the file; if not, that is reported.</summary>
    public static bool Holds(IElement element, Asset asset, AssetReference reference, PageContext context)
    {
        var integrity = element.GetAttribute("integrity") ?? "";
        if (Matches(integrity, asset.Content))
        {
            return true;
        }

        context.Reports.IntegrityMismatch(reference, new UrlUser(element, integrity));
        return false;
    }

    // Of several algorithms the strongest counts, of several hashes any; what is no hash is as if it were not there.
    private static bool Matches(string integrity, byte[] content)
    {
        var hashes = integrity.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        foreach (var (name, hash) in Algorithms)
        {
            var wanted = hashes.Where(value => value.StartsWith(name + "-", StringComparison.OrdinalIgnoreCase)).ToList();
            if (wanted.Count > 0)
            {
                var actual = Convert.ToBase64String(hash(content));
                return wanted.Any(value => value[(name.Length + 1)..].Split('?')[0] == actual);
            }
        }

        return true;
    }
}
