using DownPage.StandAlone.Css.Syntax;

namespace DownPage.StandAlone.Css.Trimming;

/// <summary>
/// Keeps the order of cascade layers, which their first mention decides: where rules of two layers are left, a block
/// that has become empty leaves <c>@layer name;</c>, and statements stay that name a layer with rules.
/// </summary>
internal sealed class LayerOrder
{
    private readonly HashSet<string> withRules = new(StringComparer.Ordinal);
    private int unnamed;
    private bool hasUnknown;

    /// <summary>Writes what is needed in the place of empty blocks, and drops statements that are not.</summary>
    public static void Settle(List<List<KeptNode>> sheets)
    {
        var order = new LayerOrder();
        foreach (var sheet in sheets)
        {
            order.Find(sheet, "");
        }

        foreach (var sheet in sheets)
        {
            order.Settle(sheet, "", isNested: false);
        }
    }

    private void Find(IReadOnlyList<KeptNode> nodes, string prefix)
    {
        foreach (var node in nodes)
        {
            // The sheet of another host can have layers of any name.
            hasUnknown |= node is KeptImport { Children: null };
            if (node.Children is not { } children || !HasRules(node))
            {
                continue;
            }

            var layer = NameOf(node);
            var path = PathOf(layer, prefix);
            if (layer is not null)
            {
                withRules.Add(path);
            }

            Find(children, path);
        }
    }

    private string PathOf(string? layer, string prefix) => layer switch
    {
        null => prefix,
        // No other block can mean the same layer.
        "" => $"{prefix}?{unnamed++}.",
        _ => $"{prefix}{layer}.",
    };

    private static bool HasRules(KeptNode kept) => kept.Node switch
    {
        AtRule { Name: "layer", Block: null } => false,
        AtRule or StyleRule when kept.Children is { } children => children.Any(HasRules),
        _ => true,
    };

    /// <summary>
    /// The name of the layer that a rule puts its inside into, empty if it has none, or what is no name; null: it does
    /// not.
    /// </summary>
    private static string? NameOf(KeptNode kept) => kept switch
    {
        KeptImport import => import.Import.Layer,
        { Node: AtRule { Name: "layer", Block: not null } rule } =>
            LayerName.Read(rule.Prelude.Of(kept.Source.Text).ToString()) ?? "",
        _ => null,
    };

    /// <param name="nodes">The rules.</param>
    /// <param name="prefix">The layers that they are in; null: one without a name is among them, and all order
    /// stays.</param>
    /// <param name="isNested">Whether they are in a style rule, or a scope: there, layers are blocks only.</param>
    private void Settle(List<KeptNode> nodes, string? prefix, bool isNested)
    {
        foreach (var node in nodes)
        {
            if (node.Children is not { } children)
            {
                continue;
            }

            var layer = NameOf(node);
            var path = layer is "" || prefix is null ? null : PathOf(layer, prefix);
            Settle(children, path, isNested || node.Node is StyleRule or AtRule { Name: "scope" });
            if (layer is { Length: > 0 } && children.Count == 0 && Matters(path))
            {
                node.Replacement = isNested ? $"@layer {layer} {{}}" : Statement(node, layer);
            }
        }
        nodes.RemoveAll(node =>
            node.Node is AtRule { Name: "layer", Block: null } rule && !AnyMatters(rule, node.Source.Text, prefix));
    }

    private static string Statement(KeptNode node, string layer)
    {
        var statement = $"@layer {layer};";
        if (node is not KeptImport { Import: var import })
        {
            return statement;
        }

        if (import.SupportsCondition() is { } condition)
        {
            statement = $"@supports {condition} {{ {statement} }}";
        }

        return import.Media.Length > 0 ? $"@media {import.Media} {{ {statement} }}" : statement;
    }

    private bool AnyMatters(AtRule statement, string text, string? prefix) =>
        statement.Prelude.Of(text).ToString().Split(',').Any(name =>
            Matters(prefix is null || LayerName.Read(name) is not { } layer ? null : $"{prefix}{layer}."));

    /// <summary>Whether the mention of a layer can decide about the order of rules.</summary>
    private bool Matters(string? path) => hasUnknown || path is null
        || (withRules.Count > 1 && withRules.Any(other => IsWithin(other, path) || IsWithin(path, other)));

    private static bool IsWithin(string path, string outer) => path.StartsWith(outer, StringComparison.Ordinal);
}
