using System.Collections.Frozen;
using AngleSharp.Dom;
using DownPage.StandAlone.Css.Selectors;
using DownPage.StandAlone.Css.Syntax;

namespace DownPage.StandAlone.Css.Trimming;

/// <summary>
/// The kept rules by which elements show the white space in them: there, a run of it is not as good as one space.
/// </summary>
/// <param name="isByNamesOnly">
/// Whether what a rule matches is not known: scripts stay, or the case of names does not matter in the page.
/// </param>
internal sealed class WhiteSpaceRules(bool isByNamesOnly)
{
    private const string Property = "white-space";

    private static readonly FrozenSet<string> Collapsing = new[]
    {
        "normal", "nowrap", "collapse", "wrap", "initial", "important",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly List<ComplexSelector> selectors = [];
    private bool isEverywhere;

    public void Add(List<KeptNode> nodes) => Add(nodes, null);

    /// <summary>Whether a rule, or the element's own style, shows the white space in it.</summary>
    public bool IsShownIn(IElement element) => isEverywhere
        || selectors.Any(selector => selector.Relaxed.Matches(element))
        || (element.GetAttribute("style") ?? "").Contains(Property, StringComparison.OrdinalIgnoreCase);

    /// <param name="nodes">What is in a block.</param>
    /// <param name="rule">The style rule that it is in, if only by way of other rules; null: it is in none.</param>
    private void Add(List<KeptNode> nodes, KeptNode? rule)
    {
        foreach (var node in nodes)
        {
            if (node.Node is Declaration declaration)
            {
                Add(declaration, node.Source.Text, rule);
            }
            else if (node is { Node: AtRule { Block: { } block } other }
                && (node.Children is null || !AtRuleNames.IsGroup(other.Name)))
            {
                // An animation, or a rule that is not known: where it comes to be seen is not.
                isEverywhere |= IsMentioned(block, node);
            }
            else if (node.Children is { } children)
            {
                Add(children, node.Node is StyleRule ? node : rule);
            }
            else if (node.Node is StyleRule style && IsMentioned(style.Block, node))
            {
                Add(node);
            }
        }
    }

    private void Add(Declaration declaration, string text, KeptNode? rule)
    {
        if (declaration.Name is not (Property or "white-space-collapse") || IsCollapsing(declaration.FactsIn(text)))
        {
            return;
        }

        isEverywhere |= rule is null;
        if (rule is not null)
        {
            Add(rule);
        }
    }

    private void Add(KeptNode rule)
    {
        var list = ((StyleRule)rule.Node).SelectorsIn(rule.Source.Text);
        selectors.AddRange(list.Items);
        isEverywhere |= isByNamesOnly || rule.Source.IsByNamesOnly || list.Items.Any(selector => selector.Compounds is null);
    }

    private static bool IsMentioned(CssBlock block, KeptNode node) =>
        block.Inside.Of(node.Source.Text).Contains(Property, StringComparison.OrdinalIgnoreCase);

    private static bool IsCollapsing(ValueFacts value) =>
        value.DashedNames.Count == 0 && value.Words.Count > 0 && value.Words.All(Collapsing.Contains);
}
