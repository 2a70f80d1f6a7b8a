using DownPage.StandAlone.Css.Syntax;

namespace DownPage.StandAlone.Css.Trimming;

/// <summary>
/// What is left of a rule that matches nothing: the names of the layers in it, for a mention in a rule that is never
/// used decides about their order as any other does.
/// </summary>
internal static class NestedLayers
{
    /// <summary>The blocks of layers in a block, without what is in them, in the rules that they are in.</summary>
    public static List<KeptNode> In(CssBlock? block, SheetSource source)
    {
        var layers = new List<KeptNode>();
        foreach (var node in block?.Nodes ?? [])
        {
            if (InsideOf(node) is not { } inside)
            {
                continue;
            }

            var nested = In(inside, source);
            if (nested.Count > 0 || node is AtRule { Name: "layer" })
            {
                layers.Add(new KeptNode(node, source, node.Start) { Children = nested });
            }
        }
        return layers;
    }

    private static CssBlock? InsideOf(CssNode node) => node switch
    {
        StyleRule rule => rule.Block,
        AtRule rule when AtRuleNames.IsGroup(rule.Name) => rule.Block,
        _ => null,
    };
}
