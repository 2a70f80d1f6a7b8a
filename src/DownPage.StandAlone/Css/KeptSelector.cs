using DownPage.StandAlone.Css.Selectors;
using DownPage.StandAlone.Css.Syntax;

namespace DownPage.StandAlone.Css;

/// <summary>
/// An entry of <c>DownPageKeepCss</c>: rules are judged as if elements with its types, ids, classes and attributes
/// could be anywhere in the page. A name that ends in <c>*</c> stands for all that begin so: <c>.is-*</c>.
/// </summary>
internal sealed class KeptSelector
{
    private KeptSelector(IReadOnlyList<RequiredName> names, IReadOnlyList<RequiredName> prefixes)
    {
        Names = names;
        Prefixes = prefixes;
    }

    public IReadOnlyList<RequiredName> Names { get; }

    public IReadOnlyList<RequiredName> Prefixes { get; }

    /// <summary>Reads an entry; null: it is not a selector, or has no name in it.</summary>
    public static KeptSelector? Parse(string entry)
    {
        var names = new List<RequiredName>();
        var prefixes = new List<RequiredName>();
        foreach (var selector in SelectorList.Parse(entry, new TextSpan(0, entry.Length), null).Items)
        {
            if (selector.Compounds is null)
            {
                return null;
            }

            foreach (var compound in selector.Compounds)
            {
                Add(compound, names, prefixes);
            }
        }
        return names.Count + prefixes.Count == 0 ? null : new KeptSelector(names, prefixes);
    }

    private static void Add(CompoundSelector compound, List<RequiredName> names, List<RequiredName> prefixes)
    {
        for (var index = 0; index < compound.Parts.Count; index++)
        {
            var part = compound.Parts[index];
            NameKind? kind = part.Kind switch
            {
                SimpleSelectorKind.Type => NameKind.Type,
                SimpleSelectorKind.Id => NameKind.Id,
                SimpleSelectorKind.Class => NameKind.Class,
                SimpleSelectorKind.Attribute => NameKind.Attribute,
                _ => null,
            };
            if (kind is null)
            {
                continue;
            }

            var isPrefix = index + 1 < compound.Parts.Count && compound.Parts[index + 1].Kind == SimpleSelectorKind.Universal;
            (isPrefix ? prefixes : names).Add(new RequiredName(kind.Value, part.Name));
        }
    }
}
