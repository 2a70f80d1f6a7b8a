using Microsoft.Extensions.Primitives;

namespace DownPage.AspNetCore.Answers;

/// <summary>The coding that a client is answered in, by <c>Accept-Encoding</c> (RFC 9110 12.5.3).</summary>
internal static class CodingChoice
{
    /// <summary>
    /// The coding of the greatest weight, of these the smallest answer. No coding where the header is missing, or where
    /// nothing of it can be had: better an answer that was not asked for than none.
    /// </summary>
    public static ContentCoding Of(StringValues header, bool hasBrotli, bool hasGzip)
    {
        if (header.Count == 0 || !(hasBrotli || hasGzip))
        {
            return ContentCoding.Identity;
        }

        int brotli = -1, gzip = -1, identity = -1, others = -1;
        var codings = new WeightedItems(header);
        while (codings.MoveNext())
        {
            var coding = codings.Value;
            if (Is(coding, "br"))
            {
                brotli = Math.Max(brotli, codings.Weight);
            }
            else if (Is(coding, "gzip") || Is(coding, "x-gzip"))
            {
                gzip = Math.Max(gzip, codings.Weight);
            }
            else if (Is(coding, "identity"))
            {
                identity = Math.Max(identity, codings.Weight);
            }
            else if (coding is "*")
            {
                others = Math.Max(others, codings.Weight);
            }
        }

        // Identity need not be named to be acceptable, but is then what nobody asked for.
        var brotliWeight = hasBrotli ? Weight(brotli, others) : 0;
        var gzipWeight = hasGzip ? Weight(gzip, others) : 0;
        var best = Math.Max(brotliWeight, gzipWeight);
        return best <= 0 || identity > best
            ? ContentCoding.Identity
            : brotliWeight == best ? ContentCoding.Brotli : ContentCoding.Gzip;
    }

    private static int Weight(int own, int others) => own >= 0 ? own : others;

    private static bool Is(ReadOnlySpan<char> coding, string name)
        => coding.Equals(name, StringComparison.OrdinalIgnoreCase);
}
