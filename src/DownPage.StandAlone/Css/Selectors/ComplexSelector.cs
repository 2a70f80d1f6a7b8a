using DownPage.StandAlone.Css.Syntax;

namespace DownPage.StandAlone.Css.Selectors;

/// <summary>One selector of a list.</summary>
/// <param name="text">The sheet.</param>
/// <param name="span">Where it is, without white space around it.</param>
/// <param name="compounds">Its compound selectors; null: it is not written in a way that is known here.</param>
/// <param name="parent">The rule that its rule is nested in.</param>
/// <param name="isArgument">Whether it is written between the parentheses of a pseudo-class.</param>
internal sealed class ComplexSelector(
    string text, TextSpan span, IReadOnlyList<CompoundSelector>? compounds, StyleRule? parent, bool isArgument)
{
    private int? steps;
    private NameRequirement? required;
    private RelaxedSelector? relaxed;

    public string Text { get; } = text;

    public TextSpan Span { get; } = span;

    public IReadOnlyList<CompoundSelector>? Compounds { get; } = compounds;

    public StyleRule? Parent { get; } = parent;

    /// <summary>Whether it begins with a combinator, and so with the element that it is relative to.</summary>
    public bool IsRelative => Compounds is [{ Combinator: not '\0' }, ..];

    /// <summary>Whether there are browsers that do not know it, which then pass over the whole rule.</summary>
    public bool IsUnknownToSome => Compounds is null || !KnownSelectors.IsKnown(Text, Compounds, isArgument);

    /// <summary>The names without which it matches nothing.</summary>
    public NameRequirement Required => required ??= NameRequirement.Of(this);

    /// <summary>
    /// How often, at most, its match is a choice among all ancestors, or all elements before: the matching library
    /// tries every combination.
    /// </summary>
    public int Steps => steps ??= CountSteps();

    /// <summary>What decides whether it can match something.</summary>
    public RelaxedSelector Relaxed => relaxed ??= RelaxedSelector.Of(this);

    /// <summary>Whether it begins with the parent's element though it does not say so.</summary>
    public bool ImpliesParent => Parent is not null && !isArgument && (IsRelative || !MentionsParent);

    /// <summary>Whether <c>&amp;</c> is written somewhere in it.</summary>
    public bool MentionsParent => Compounds is not null && Compounds.Any(Mentions);

    private int CountSteps()
    {
        var count = ImpliesParent ? Parent!.SelectorsIn(Text).Steps + 1 : 0;
        foreach (var compound in Compounds ?? [])
        {
            count += compound.Combinator is ' ' or '~' ? 1 : 0;
            foreach (var part in compound.Parts)
            {
                count += part.Kind == SimpleSelectorKind.Nesting
                    ? Parent?.SelectorsIn(Text).Steps ?? 0
                    : part.Selectors?.Steps ?? 0;
            }
        }

        return count;
    }

    private static bool Mentions(CompoundSelector compound) => compound.Parts.Any(part =>
        part.Kind == SimpleSelectorKind.Nesting || part.Selectors?.Items.Any(item => item.MentionsParent) == true);
}
