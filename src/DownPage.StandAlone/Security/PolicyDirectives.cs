namespace DownPage.StandAlone.Security;

/// <summary>
/// The text of a Content-Security-Policy (CSP 3, 2.2.1): directives and their sources, in their order.
/// </summary>
internal sealed class PolicyDirectives
{
    private static readonly char[] Space = [' ', '\t', '\n', '\f', '\r'];

    private readonly List<(string Name, List<string> Sources)> directives = [];

    public PolicyDirectives(string text)
    {
        foreach (var directive in text.Split(';'))
        {
            // Of two of one name the first counts.
            if (directive.Split(Space, StringSplitOptions.RemoveEmptyEntries) is [var name, .. var sources]
                && Sources(name) is null)
            {
                directives.Add((name, [.. sources]));
            }
        }
    }

    /// <summary>Whether anything was allowed that was not.</summary>
    public bool IsChanged { get; private set; }

    /// <summary>The first of the directives that the policy has; null: none, so that all is allowed.</summary>
    /// <param name="names">A directive and those that stand in for it, in their order.</param>
    public string? Effective(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Sources(name) is not null)
            {
                return name;
            }
        }

        return null;
    }

    /// <summary>The sources of a directive; null: the policy does not have it.</summary>
    public IReadOnlyList<string>? Sources(string name) => Find(name).Sources;

    /// <summary>
    /// Adds a source to what holds for a directive, and to nothing else that the same rule holds for.
    /// </summary>
    /// <param name="source">The source.</param>
    /// <param name="name">The directive that receives a copy of <c>default-src</c> where that stands in for it.</param>
    /// <param name="effective">The directive that holds now.</param>
    public void Allow(string source, string name, string effective)
    {
        var sources = Find(effective).Sources!;
        if (effective == "default-src")
        {
            sources = [.. sources];
            directives.Add((name, sources));
        }

        // Beside a source it has no meaning.
        sources.RemoveAll(other => Is(other, "'none'"));
        sources.Add(source);
        IsChanged = true;
    }

    public override string ToString()
        => string.Join("; ", directives.Select(directive => string.Join(' ', directive.Sources.Prepend(directive.Name))));

    public static bool Is(string source, string keyword) => source.Equals(keyword, StringComparison.OrdinalIgnoreCase);

    private (string? Name, List<string>? Sources) Find(string name)
        => directives.FirstOrDefault(directive => Is(directive.Name, name));
}
