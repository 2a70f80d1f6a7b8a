using AngleSharp.Dom;
using DownPage.StandAlone.Css.Selectors;
using DownPage.StandAlone.Css.Syntax;

namespace DownPage.StandAlone.Css.Trimming;

/// <summary>
/// The kept rules by which elements show the white space in them: there, a run of it is not as good as one space.
/// </summary>
/// <param name="hasScripts">Whether scripts stay: they may let any rule match anywhere.</param>
internal sealed class WhiteSpaceRules(bool hasScripts)
{
    private static readonly string[] Collapsing = ["normal", "nowrap", "collapse", "wrap", "initial"];

    private readonly List<ComplexSelector> selectors = [];
    private bool isEverywhere;

    public void Add(List<KeptNode> nodes)
    {
        foreach (var node in nodes)
        {
            if (node is { Node: StyleRule rule, Source: var source } && ShowsWhiteSpace(node, rule, source.Text))
            {
                Add(rule.SelectorsIn(source.Text));
            }

            if (node.Children is { } children)
            {
                Add(children);
            }
        }
    }

    /// <summary>Whether a rule, or the element's own style, shows the white space in it.</summary>
    public bool IsShownIn(IElement element) => isEverywhere
        || selectors.Any(selector => selector.Relaxed.Matches(element))
        || (element.GetAttribute("style") ?? "").Contains("white-space", StringComparison.OrdinalIgnoreCase);

    private void Add(SelectorList list)
    {
        selectors.AddRange(list.Items);
        isEverywhere |= hasScripts || list.Items.Any(selector => selector.Compounds is null);
    }

    private static bool ShowsWhiteSpace(KeptNode node, StyleRule rule, string text) => node.Children is { } children
        ? children.Any(child => child.Node is Declaration declaration && ShowsWhiteSpace(declaration, text))
        : rule.Block.Inside.Of(text).Contains("white-space", StringComparison.OrdinalIgnoreCase);

    private static bool ShowsWhiteSpace(Declaration declaration, string text)
    {
        if (declaration.Name is not ("white-space" or "white-space-collapse"))
        {
            return false;
        }

        foreach (var word in Collapsing)
        {
            if (declaration.Value.Of(text).StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }
        return true;
    }
}
