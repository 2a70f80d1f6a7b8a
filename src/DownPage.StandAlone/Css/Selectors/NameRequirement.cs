namespace DownPage.StandAlone.Css.Selectors;

/// <summary>
/// The names without which a selector matches nothing, wherever they are: quick to look up, and often enough.
/// </summary>
/// <param name="Names">All of these must exist.</param>
/// <param name="Groups">And of each of these at least one.</param>
internal sealed record NameRequirement(IReadOnlyList<RequiredName> Names, IReadOnlyList<IReadOnlyList<NameRequirement>> Groups)
{
    /// <summary>Groups in groups multiply: of deeper ones nothing is asked.</summary>
    private const int DeepestGroup = 6;

    private static readonly NameRequirement Nothing = new([], []);

    private int Depth { get; } =
        1 + Groups.SelectMany(group => group).Select(alternative => alternative.Depth).DefaultIfEmpty().Max();

    public static NameRequirement Of(ComplexSelector selector)
    {
        if (selector.Compounds is not { } compounds)
        {
            return Nothing;
        }

        var names = new List<RequiredName>();
        var groups = new List<IReadOnlyList<NameRequirement>>();
        if (selector.ImpliesParent)
        {
            groups.Add(Of(selector.Parent!.SelectorsIn(selector.Text)));
        }

        foreach (var compound in compounds)
        {
            foreach (var part in compound.Parts)
            {
                Add(part, selector, names, groups);
            }
        }
        if (names.Count + groups.Count == 0)
        {
            return Nothing;
        }

        var requirement = new NameRequirement([.. names], [.. groups]);
        return requirement.Depth > DeepestGroup ? Nothing : requirement;
    }

    /// <summary>Whether the names exist.</summary>
    public bool IsMet(INames names)
    {
        foreach (var name in Names)
        {
            if (!names.Has(name))
            {
                return false;
            }
        }
        foreach (var group in Groups)
        {
            if (!IsAnyMet(group, names))
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>Whether one of the names is among these.</summary>
    public bool Mentions(INames names)
    {
        foreach (var name in Names)
        {
            if (name.Kind != NameKind.AttributeValue && names.Has(name))
            {
                return true;
            }
        }
        foreach (var group in Groups)
        {
            if (group.Any(alternative => alternative.Mentions(names)))
            {
                return true;
            }
        }
        return false;
    }

    private static bool IsAnyMet(IReadOnlyList<NameRequirement> group, INames names)
    {
        foreach (var alternative in group)
        {
            if (alternative.IsMet(names))
            {
                return true;
            }
        }
        return false;
    }

    private static void Add(
        SimpleSelector part, ComplexSelector selector, List<RequiredName> names, List<IReadOnlyList<NameRequirement>> groups)
    {
        switch (part.Kind)
        {
            case SimpleSelectorKind.Type:
                names.Add(new RequiredName(NameKind.Type, part.Name));
                break;
            case SimpleSelectorKind.Id:
                names.Add(new RequiredName(NameKind.Id, part.Name));
                break;
            case SimpleSelectorKind.Class:
                names.Add(new RequiredName(NameKind.Class, part.Name));
                break;
            case SimpleSelectorKind.Attribute when !part.HasNamespace && !RelaxedSelector.CanChange(part):
                names.Add(new RequiredName(NameKind.Attribute, part.Name));
                if (part.Test is { Operator: "=" or "~=" } test)
                {
                    names.Add(new RequiredName(NameKind.AttributeValue, test.Value));
                }

                break;
            case SimpleSelectorKind.Nesting when selector.Parent is { } parent:
                groups.Add(Of(parent.SelectorsIn(selector.Text)));
                break;
            case SimpleSelectorKind.PseudoClass when part.Name != "not" && part.Selectors is { } selectors:
                groups.Add(Of(selectors));
                break;
        }
    }

    private static IReadOnlyList<NameRequirement> Of(SelectorList selectors) =>
        [.. selectors.Items.Select(item => item.Required)];
}
