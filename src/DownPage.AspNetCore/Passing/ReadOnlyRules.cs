using Microsoft.AspNetCore.Http;

namespace DownPage.AspNetCore.Passing;

/// <summary>What may be read and what may be written while the site is read-only.</summary>
internal sealed class ReadOnlyRules(MaintenanceReadOnlyOptions options)
{
    private readonly PrefixTrie allowed = PrefixTrie.Create(Rules(options.AllowPrefixes));
    private readonly PrefixTrie blocked = PrefixTrie.Create(Rules(options.BlockPrefixes));

    /// <summary>
    /// Whether no rule about the request lets it pass; a path that may mean another further on is blocked if any is.
    /// </summary>
    public bool Block(string path)
        => !blocked.IsEmpty && (blocked.CoversLoosely(path) || DeviousPath.IsDevious(path));

    /// <summary>Safe methods (RFC 9110 9.2.1), compared as routing compares them.</summary>
    public bool Allow(string method, string path)
        => HttpMethods.IsGet(method)
            || HttpMethods.IsHead(method)
            || HttpMethods.IsOptions(method)
            || HttpMethods.IsTrace(method)
            || (allowed.Covers(path) && !DeviousPath.IsDevious(path));

    private static IEnumerable<string> Rules(IEnumerable<string> prefixes)
        => prefixes.Where(prefix => !string.IsNullOrWhiteSpace(prefix) && PathSyntax.OfPrefix(prefix) is null);
}
