using Microsoft.Extensions.Primitives;

namespace DownPage.AspNetCore.Answers;

/// <summary>
/// The language that a visitor is answered in, by <c>Accept-Language</c>: lookup (RFC 4647 3.4), and where that finds
/// nothing a more special language of the range (<c>en</c> takes <c>en-US</c>), and last a sister (<c>en-US</c> takes
/// <c>en-GB</c>).
/// </summary>
internal static class LanguageChoice
{
    /// <param name="header">The header.</param>
    /// <param name="cultures">What there is; null: a page whose language is not known.</param>
    /// <param name="standard">The index of the one for those who prefer none.</param>
    /// <returns>An index into the cultures.</returns>
    public static int Of(StringValues header, ReadOnlySpan<string?> cultures, int standard)
    {
        if (cultures.Length < 2 || header.Count == 0)
        {
            return standard;
        }

        var (close, closeWeight, sister, sisterWeight) = (-1, 0, -1, 0);
        var ranges = new WeightedItems(header);
        while (ranges.MoveNext())
        {
            if (ranges.Weight > closeWeight && Close(ranges.Value, cultures, standard, header) is >= 0 and var found)
            {
                (close, closeWeight) = (found, ranges.Weight);
            }
            else if (ranges.Weight > sisterWeight
                && Special(Primary(ranges.Value), cultures, header) is >= 0 and var related)
            {
                (sister, sisterWeight) = (related, ranges.Weight);
            }
        }

        return close >= 0 ? close : sister >= 0 ? sister : Unlisted(cultures, standard, header);
    }

    private static int Close(
        ReadOnlySpan<char> range, ReadOnlySpan<string?> cultures, int standard, StringValues header)
    {
        if (range is "*")
        {
            return Unlisted(cultures, standard, header);
        }

        for (var shorter = range; !shorter.IsEmpty; shorter = Shorter(shorter))
        {
            if (Same(shorter, cultures, header) is >= 0 and var found)
            {
                return found;
            }
        }

        return Special(range, cultures, header);
    }

    private static int Same(ReadOnlySpan<char> range, ReadOnlySpan<string?> cultures, StringValues header)
    {
        for (var index = 0; index < cultures.Length; index++)
        {
            if (range.Equals(cultures[index], StringComparison.OrdinalIgnoreCase)
                && !IsExcluded(cultures[index], header))
            {
                return index;
            }
        }

        return -1;
    }

    private static int Special(ReadOnlySpan<char> range, ReadOnlySpan<string?> cultures, StringValues header)
    {
        for (var index = 0; index < cultures.Length; index++)
        {
            if (Covers(range, cultures[index]) && !IsExcluded(cultures[index], header))
            {
                return index;
            }
        }

        return -1;
    }

    private static int Unlisted(ReadOnlySpan<string?> cultures, int standard, StringValues header)
    {
        if (!IsExcluded(cultures[standard], header))
        {
            return standard;
        }

        for (var index = 0; index < cultures.Length; index++)
        {
            if (!IsExcluded(cultures[index], header))
            {
                return index;
            }
        }

        return standard;
    }

    /// <summary>Whether the longest range that covers the culture has the weight 0.</summary>
    private static bool IsExcluded(ReadOnlySpan<char> culture, StringValues header)
    {
        var (longest, excluded) = (0, false);
        var ranges = new WeightedItems(header);
        while (ranges.MoveNext())
        {
            if (ranges.Value.Length > longest && Covers(ranges.Value, culture))
            {
                (longest, excluded) = (ranges.Value.Length, ranges.Weight == 0);
            }
        }

        return excluded;
    }

    /// <summary>Basic filtering (RFC 4647 3.3.1).</summary>
    private static bool Covers(ReadOnlySpan<char> range, ReadOnlySpan<char> culture)
        => culture.StartsWith(range, StringComparison.OrdinalIgnoreCase)
            && (culture.Length == range.Length || culture[range.Length] == '-');

    private static ReadOnlySpan<char> Primary(ReadOnlySpan<char> range)
        => range.IndexOf('-') is >= 0 and var end ? range[..end] : range;

    /// <summary>Without its last subtag, and without a single character before that.</summary>
    private static ReadOnlySpan<char> Shorter(ReadOnlySpan<char> range)
    {
        var end = range.LastIndexOf('-');
        if (end < 0)
        {
            return default;
        }

        return end >= 2 && range[end - 2] == '-' ? range[..(end - 2)] : range[..end];
    }
}
