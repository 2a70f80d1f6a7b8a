using DownPage.StandAlone.Css.Syntax;

namespace DownPage.StandAlone.Css.Trimming;

/// <summary>Drops what nothing refers to, and the rules that have nothing left.</summary>
internal static class EmptyRules
{
    public static void Drop(List<KeptNode> nodes)
    {
        foreach (var node in nodes)
        {
            if (node.Children is { } children && node.Replacement is null)
                Drop(children);
        }
        nodes.RemoveAll(IsEmpty);
    }

    private static bool IsEmpty(KeptNode kept)
    {
        if (kept.Replacement is not null)
            return false;
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
