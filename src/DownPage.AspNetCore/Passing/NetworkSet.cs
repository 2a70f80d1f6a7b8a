using System.Net;

namespace DownPage.AspNetCore.Passing;

/// <summary>Networks, merged and sorted: the search halves them, however many there are.</summary>
internal sealed class NetworkSet
{
    private readonly UInt128[] firsts;
    private readonly UInt128[] lasts;

    public NetworkSet(IEnumerable<NetworkRange> ranges)
    {
        var merged = new List<NetworkRange>();
        foreach (var range in ranges.OrderBy(range => range.First))
        {
            if (merged.Count > 0 && (range.First <= merged[^1].Last || range.First == merged[^1].Last + UInt128.One))
            {
                merged[^1] = merged[^1] with { Last = UInt128.Max(merged[^1].Last, range.Last) };
            }
            else
            {
                merged.Add(range);
            }
        }

        firsts = [.. merged.Select(range => range.First)];
        lasts = [.. merged.Select(range => range.Last)];
    }

    public bool IsEmpty => firsts.Length == 0;

    /// <summary>How many networks are left after merging.</summary>
    public int Count => firsts.Length;

    /// <param name="address">Null, as of a connection by a Unix socket: in none.</param>
    public bool Contains(IPAddress? address)
    {
        if (firsts.Length == 0 || address is null)
        {
            return false;
        }

        // The last one that begins at the address or before it.
        var value = NetworkRange.Value(address);
        var (low, high) = (0, firsts.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (firsts[middle] <= value)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low > 0 && value <= lasts[low - 1];
    }
}
