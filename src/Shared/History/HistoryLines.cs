namespace DownPage.History;

/// <summary>The entries of many lines.</summary>
internal static class HistoryLines
{
    /// <param name="lines">Lines of JSON; those that are torn are passed over.</param>
    /// <param name="most">How many entries are wanted.</param>
    /// <returns>The youngest, which stand last, first.</returns>
    public static IReadOnlyList<HistoryEntry> Last(ReadOnlyMemory<byte> lines, int most)
    {
        var entries = new List<HistoryEntry>();
        while (lines.Length > 0 && entries.Count < most)
        {
            var end = lines.Span.LastIndexOf((byte)'\n');
            if (HistoryLine.Read(lines[(end + 1)..]) is { } entry)
            {
                entries.Add(entry);
            }

            lines = lines[..Math.Max(end, 0)];
        }

        return entries;
    }
}
