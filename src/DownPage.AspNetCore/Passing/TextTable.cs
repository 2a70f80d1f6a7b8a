namespace DownPage.AspNetCore.Passing;

/// <summary>
/// Values by text, upper and lower case alike, found by a span: a part of a path or of a host is looked up without
/// being made a string
/// (the framework's dictionaries learn that only in .NET 9).
/// </summary>
internal sealed class TextTable<T>
    where T : class
{
    private const StringComparison Comparison = StringComparison.OrdinalIgnoreCase;

    private readonly int[] heads;
    private readonly Entry[] entries;
    private readonly int longest;

    /// <param name="values">No text twice.</param>
    public TextTable(IReadOnlyCollection<KeyValuePair<string, T>> values)
    {
        var size = 4;
        while (size < values.Count * 2)
        {
            size *= 2;
        }

        heads = new int[size];
        Array.Fill(heads, -1);
        entries = new Entry[values.Count];
        var i = 0;
        foreach (var (text, value) in values)
        {
            var hash = string.GetHashCode(text, Comparison);
            ref var head = ref heads[hash & (size - 1)];
            entries[i] = new Entry(hash, head, text, value);
            head = i++;
            longest = Math.Max(longest, text.Length);
        }
    }

    public bool IsEmpty => entries.Length == 0;

    public T? Find(ReadOnlySpan<char> text)
    {
        // No hash of what is too long to be here: a hostile path costs nothing.
        if (entries.Length == 0 || text.Length > longest)
        {
            return null;
        }

        var hash = string.GetHashCode(text, Comparison);
        for (var i = heads[hash & (heads.Length - 1)]; i >= 0; i = entries[i].Next)
        {
            ref readonly var entry = ref entries[i];
            if (entry.Hash == hash && text.Equals(entry.Text, Comparison))
            {
                return entry.Value;
            }
        }

        return null;
    }

    private readonly record struct Entry(int Hash, int Next, string Text, T Value);
}
