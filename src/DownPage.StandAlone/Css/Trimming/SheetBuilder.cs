using DownPage.StandAlone.Css.Selectors;
using DownPage.StandAlone.Css.Syntax;

namespace DownPage.StandAlone.Css.Trimming;

/// <summary>
/// Makes of a sheet what a page has of it: with the sheets that it imports, without the rules that match nothing.
/// </summary>
/// <param name="judge">Knows the page; null: nothing goes.</param>
/// <param name="resources">Knows the imported sheets.</param>
internal sealed class SheetBuilder(SelectorJudge? judge, ICssResources resources)
{
    // Sheets of people are far below; those that import one another without end are stopped here.
    private const int DeepestImport = 50;
    private const int MostImports = 1_000;

    /// <summary>
    /// The sheets that are being read: a sheet that imports itself has no effect where it does, whatever address it
    /// uses.
    /// </summary>
    private readonly Stack<StyleSheet> open = new();
    private int importCount;

    public List<KeptNode> Build(StyleSheet sheet, string url)
    {
        var source = new SheetSource(sheet, url);
        var kept = new List<KeptNode>();
        var allowed = Allowed.Imports;
        var leading = 0;
        open.Push(sheet);
        foreach (var node in sheet.Rules)
        {
            if (TopLevel(node, source, leading, ref allowed) is { } rule)
            {
                kept.Add(rule);
            }

            leading = node.End;
        }
        open.Pop();
        return kept;
    }

    /// <summary>
    /// What can still come: browsers pass over an <c>@import</c> or <c>@namespace</c> in the wrong place.
    /// </summary>
    private enum Allowed
    {
        Imports,
        Namespaces,
        Rules,
    }

    private KeptNode? TopLevel(CssNode node, SheetSource source, int leading, ref Allowed allowed)
    {
        if (node is AtRule { Name: "import" } import)
        {
            return allowed == Allowed.Imports ? Import(import, source, leading) : null;
        }

        if (node is AtRule { Name: "namespace" } rule)
        {
            if (allowed == Allowed.Rules)
            {
                return null;
            }

            allowed = Allowed.Namespaces;
            return new KeptNode(rule, source, leading);
        }
        var isLayerStatement = node is AtRule { Name: "layer", Block: null };
        if (node is StyleRule || (node is AtRule at && AtRuleNames.EndsImports(at.Name) && !isLayerStatement))
        {
            allowed = Allowed.Rules;
        }

        return Node(node, source, leading);
    }

    private KeptImport? Import(AtRule rule, SheetSource source, int leading)
    {
        if (rule.Block is not null || ImportRule.Parse(source.Text, rule.Prelude) is not { } import)
        {
            return null;
        }

        if (judge is not null && import.Media.Equals("not all", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var kept = new KeptImport(rule, source, leading, import);
        if (open.Count > DeepestImport || ++importCount > MostImports
            || resources.Import(import.Url, source.BaseUrl) is not { } imported)
        {
            return kept;
        }

        if (open.Contains(imported.Sheet))
        {
            return null;
        }

        kept.Children = Build(imported.Sheet, imported.Url);
        return kept;
    }

    private KeptNode? Node(CssNode node, SheetSource source, int leading) => node switch
    {
        StyleRule rule => Style(rule, source, leading),
        AtRule rule => At(rule, source, leading),
        // Nothing to a browser, yet a stray brace would end the block that an imported sheet is put into.
        IgnoredText => null,
        _ => new KeptNode(node, source, leading),
    };

    private KeptNode? Style(StyleRule rule, SheetSource source, int leading)
    {
        bool[]? live = null;
        if (judge is not null)
        {
            var selectors = rule.SelectorsIn(source.Text).Items;
            live = Live(selectors, source);
            if (live is null)
            {
                return OnlyLayers(rule, rule.Block, source, leading);
            }

            live = live.Contains(false) && !HasNestedRules(rule) ? WithUnknown(selectors, live) : null;
        }
        return new KeptNode(rule, source, leading) { Children = Children(rule.Block, source), LiveSelectors = live };
    }

    private static KeptNode? OnlyLayers(CssNode rule, CssBlock? block, SheetSource source, int leading)
    {
        var layers = NestedLayers.In(block, source);
        return layers.Count == 0 ? null : new KeptNode(rule, source, leading) { Children = layers };
    }

    /// <summary>Which selectors can match something; null: none.</summary>
    private bool[]? Live(IReadOnlyList<ComplexSelector> selectors, SheetSource source)
    {
        bool[]? live = null;
        for (var index = 0; index < selectors.Count; index++)
        {
            if (!judge!.CanMatch(selectors[index], source.IsByNamesOnly))
            {
                continue;
            }

            live ??= new bool[selectors.Count];
            live[index] = true;
        }
        return live;
    }

    /// <summary>
    /// A browser that does not know a selector passes over the whole rule: it does not begin to use the rule because
    /// that selector went.
    /// </summary>
    private static bool[] WithUnknown(IReadOnlyList<ComplexSelector> selectors, bool[] live)
    {
        for (var index = 0; index < live.Length; index++)
        {
            live[index] |= selectors[index].IsUnknownToSome;
        }

        return live;
    }

    /// <summary>
    /// A nested rule weighs what the weightiest selector of its parent does, even one that matches nothing.
    /// </summary>
    private static bool HasNestedRules(StyleRule rule) =>
        rule.Block.Nodes is null || rule.Block.Nodes.Any(node => node is StyleRule or AtRule);

    private KeptNode? At(AtRule rule, SheetSource source, int leading)
    {
        if (rule.Name is "charset" or "import" or "namespace")
        {
            return null;
        }

        if (judge is not null && rule.Name == "media" && CssEscapes.AreEqual(rule.Prelude.Of(source.Text), "not all"))
        {
            return null;
        }

        if (judge is not null && rule.Name == "scope" && !HasScope(rule, source))
        {
            return OnlyLayers(rule, rule.Block, source, leading);
        }

        var kept = new KeptNode(rule, source, leading);
        if (rule.Block is { } block)
        {
            kept.Children = AtRuleNames.IsGroup(rule.Name) ? Children(block, source) : Copied(block, source);
        }

        return kept;
    }

    /// <summary>Whether the page has an element that a <c>@scope</c> begins at.</summary>
    private bool HasScope(AtRule rule, SheetSource source)
    {
        var text = source.Text;
        var tokens = new CssTokenizer(text, rule.Prelude.Start, rule.Prelude.End);
        var open = tokens.NextSignificant();
        if (open.Kind != CssTokenKind.OpenParen)
        {
            return true;
        }

        var depth = 1;
        var token = open;
        while (depth > 0 && token.Kind != CssTokenKind.EndOfFile)
        {
            token = tokens.Next();
            depth += token.Closer == CssTokenKind.CloseParen ? 1 : token.Kind == CssTokenKind.CloseParen ? -1 : 0;
        }
        return SelectorList.Parse(text, new TextSpan(open.End, token.Start), rule.Parent).Items
            .Any(selector => judge!.CanMatch(selector, source.IsByNamesOnly));
    }

    private List<KeptNode>? Children(CssBlock block, SheetSource source)
    {
        if (block.Nodes is null)
        {
            return null;
        }

        var children = new List<KeptNode>(block.Nodes.Count);
        var leading = block.Open + 1;
        foreach (var node in block.Nodes)
        {
            if (Node(node, source, leading) is { } child)
            {
                children.Add(child);
            }

            leading = node.End;
        }
        return children;
    }

    /// <summary>
    /// The inside of a rule that is no style rule: descriptors, steps of an animation, margins of a page.
    /// </summary>
    private static List<KeptNode>? Copied(CssBlock block, SheetSource source)
    {
        if (block.Nodes is null)
        {
            return null;
        }

        var children = new List<KeptNode>(block.Nodes.Count);
        var leading = block.Open + 1;
        foreach (var node in block.Nodes)
        {
            if (node is not IgnoredText)
            {
                var inside = node switch { StyleRule rule => rule.Block, AtRule rule => rule.Block, _ => null };
                children.Add(new KeptNode(node, source, leading) { Children = inside is null ? null : Copied(inside, source) });
            }
            leading = node.End;
        }
        return children;
    }
}
