namespace DownPage.StandAlone.Css.Selectors;

/// <summary>
/// Names that elements may come to have: every word of the scripts that stay (a script may add, and move, anything that
/// it names; what it puts together from pieces is not seen), and the names of <c>DownPageKeepCss</c>.
/// </summary>
internal sealed class PromisedNames : INames
{
    private readonly HashSet<RequiredName> kept = [];
    private readonly List<RequiredName> prefixes = [];
    private readonly HashSet<string> words;

    public PromisedNames(string? scripts, IReadOnlyList<KeptSelector> kept)
    {
        this.words = scripts is null ? [] : WordsOf(scripts);
        foreach (var selector in kept)
        {
            this.kept.UnionWith(selector.Names);
            prefixes.AddRange(selector.Prefixes);
        }
    }

    /// <summary>The words of the scripts.</summary>
    public IReadOnlyCollection<string> Words => this.words;

    /// <summary>Whether attributes are kept, whatever their values.</summary>
    public bool HasAttributes => this.kept.Concat(prefixes).Any(name => name.Kind == NameKind.Attribute);

    public bool Has(RequiredName name) =>
        this.kept.Contains(name) || HasPrefix(name) || (this.words.Count > 0 && IsWritten(name));

    private bool HasPrefix(RequiredName name)
    {
        foreach (var prefix in prefixes)
        {
            if (prefix.Kind == name.Kind && name.Name.StartsWith(prefix.Name, StringComparison.Ordinal))
            {
                return true;
            }
        }
        return false;
    }

    private bool IsWritten(RequiredName name)
    {
        if (AreAllWords(name.Name))
        {
            return true;
        }

        if (name.Kind != NameKind.Attribute)
        {
            return false;
        }
        // Scripts write data-menu-open as dataset.menuOpen, aria-expanded as ariaExpanded.
        var property = name.Name.StartsWith("data-", StringComparison.OrdinalIgnoreCase) ? name.Name[5..] : name.Name;
        return this.words.Contains(property.Replace("-", "", StringComparison.Ordinal));
    }

    /// <summary>A class such as <c>md:w-1/2</c> is more than one word.</summary>
    private bool AreAllWords(string name)
    {
        foreach (var word in new WordReader(name))
        {
            if (!this.words.Contains(word.ToString()))
            {
                return false;
            }
        }
        return true;
    }

    private static HashSet<string> WordsOf(string text)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var word in new WordReader(text))
        {
            words.Add(word.ToString());
        }

        return words;
    }
}
