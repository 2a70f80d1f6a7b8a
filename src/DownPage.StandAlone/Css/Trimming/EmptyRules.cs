using DownPage.StandAlone.Css.Syntax;

namespace DownPage.StandAlone.Css.Trimming;

/// <summary>Drops what nothing refers to, and the rules that have nothing left.</summary>
internal static class EmptyRules
{
    /// <param name="nodes">The rules.</param>
    /// <param name="keepLayers">Whether empty layers stay, because it is not yet known whether their order
    /// matters.</param>
    public static void Drop(List<KeptNode> nodes, bool keepLayers)
    {
        foreach (var node in nodes)
        {
            if (node.Children is { } children && node.Replacement is null)
            {
                Drop(children, keepLayers);
            }
        }
        nodes.RemoveAll(node => IsEmpty(node) && !(keepLayers && IsLayer(node)));
    }

    private static bool IsLayer(KeptNode kept) =>
        kept is KeptImport { Import.Layer: not null } or { Node: AtRule { Name: "layer" } };

    private static bool IsEmpty(KeptNode kept)
    {
        if (kept.Replacement is not null)
        {
            return false;
        }

        var hasNothing = kept.Children is { Count: 0 };
        return kept.Node switch
        {
            Declaration => !kept.IsReferred,
            StyleRule => hasNothing,
            AtRule { Name: "import" } => hasNothing,
            AtRule { Block: not null } rule when AtRuleNames.IsGroup(rule.Name) => hasNothing,
            AtRule rule when AtRuleNames.IsNamed(rule.Name) || rule.Name == "font-face" => !kept.IsReferred,
            _ => false,
        };
    }
}
