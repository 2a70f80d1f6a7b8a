namespace DownPage.AspNetCore.Bypass;

/// <summary>
/// The values of a cookie in a <c>Cookie</c> header (RFC 6265 4.2.1), read where they stand: the framework's reader
/// makes a dictionary, on a path on which nothing is to be allocated.
/// </summary>
internal ref struct CookieValues(ReadOnlySpan<char> header, ReadOnlySpan<char> name)
{
    /// <summary>
    /// A browser sends one, or one more of a sub-domain's; the rest of a header made to cost time is not read.
    /// </summary>
    private const int Most = 4;

    private readonly ReadOnlySpan<char> name = name;
    private ReadOnlySpan<char> rest = header;
    private int found;

    public ReadOnlySpan<char> Current { get; private set; }

    public readonly CookieValues GetEnumerator() => this;

    public bool MoveNext()
    {
        while (!rest.IsEmpty && found < Most)
        {
            var end = rest.IndexOf(';');
            var pair = (end < 0 ? rest : rest[..end]).Trim(' ');
            rest = end < 0 ? [] : rest[(end + 1)..];
            if (pair.StartsWith(name, StringComparison.Ordinal)
                && pair.Length > name.Length
                && pair[name.Length] == '=')
            {
                Current = pair[(name.Length + 1)..];
                found++;
                return true;
            }
        }

        return false;
    }
}
