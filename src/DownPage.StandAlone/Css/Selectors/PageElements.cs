using AngleSharp.Dom;

namespace DownPage.StandAlone.Css.Selectors;

/// <summary>The elements of a page by their names.</summary>
internal sealed class PageElements : INames
{
    // Matching takes time that grows with powers of these.
    private const int ManyElements = 20_000;
    private const int ManyChildren = 500;
    private const int ManyLevels = 50;

    private static readonly List<IElement> None = [];

    private readonly Dictionary<string, List<IElement>> types = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<IElement>> ids;
    private readonly Dictionary<string, List<IElement>> classes;
    private readonly HashSet<string> attributes = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<IElement> all = [];
    private HashSet<string>? values;

    public PageElements(IDocument document)
    {
        IgnoresCase = document.CompatMode == "BackCompat";
        var comparer = IgnoresCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
        ids = new Dictionary<string, List<IElement>>(comparer);
        classes = new Dictionary<string, List<IElement>>(comparer);
        foreach (var element in document.All)
        {
            Add(element);
        }

        IsHuge = all.Count > ManyElements || all.Any(IsCrowded) || IsDeep(document);
    }

    /// <summary>Whether classes and ids match in any case: the page has no doctype, or an old one.</summary>
    public bool IgnoresCase { get; }

    /// <summary>Whether the page is so large or so deep that matching its elements could take minutes.</summary>
    public bool IsHuge { get; }

    public IReadOnlyList<IElement> All => all;

    public bool Has(RequiredName name) => name.Kind switch
    {
        NameKind.Type => types.ContainsKey(name.Name),
        NameKind.Id => ids.ContainsKey(name.Name),
        NameKind.Class => classes.ContainsKey(name.Name),
        NameKind.Attribute => attributes.Contains(name.Name),
        // Compared by the selector itself, which knows the attribute.
        _ => true,
    };

    /// <summary>The elements of a name; null: all.</summary>
    public IReadOnlyList<IElement> With(RequiredName? name) => name switch
    {
        { Kind: NameKind.Type } type => types.GetValueOrDefault(type.Name, None),
        { Kind: NameKind.Id } id => ids.GetValueOrDefault(id.Name, None),
        { Kind: NameKind.Class } @class => classes.GetValueOrDefault(@class.Name, None),
        _ => all,
    };

    /// <summary>Whether an attribute has this value, or has it among others.</summary>
    public bool HasValue(string value)
    {
        this.values ??= Values();
        return this.values.Contains(value);
    }

    private static bool IsCrowded(IElement element) => element.ChildElementCount > ManyChildren;

    // Level by level: no recursion.
    private static bool IsDeep(IDocument document)
    {
        List<IElement> level = [.. document.Children];
        for (var depth = 0; level.Count > 0; depth++)
        {
            if (depth == ManyLevels)
            {
                return true;
            }

            level = [.. level.SelectMany(element => element.Children)];
        }

        return false;
    }

    private HashSet<string> Values()
    {
        var values = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var element in all)
        {
            foreach (var attribute in element.Attributes)
            {
                values.Add(attribute.Value);
                values.UnionWith(attribute.Value.Split([' ', '\t', '\n', '\r', '\f'], StringSplitOptions.RemoveEmptyEntries));
            }
        }
        return values;
    }

    private void Add(IElement element)
    {
        all.Add(element);
        Add(types, element.LocalName, element);
        foreach (var attribute in element.Attributes)
        {
            attributes.Add(attribute.Name);
        }

        if (element.Id is { Length: > 0 } id)
        {
            Add(ids, id, element);
        }

        foreach (var name in element.ClassList)
        {
            Add(classes, name, element);
        }
    }

    private static void Add(Dictionary<string, List<IElement>> index, string name, IElement element)
    {
        if (!index.TryGetValue(name, out var elements))
        {
            index.Add(name, elements = []);
        }

        elements.Add(element);
    }
}
