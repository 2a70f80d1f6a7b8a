using AngleSharp.Dom;
using DownPage.StandAlone.Css.Selectors;
using DownPage.StandAlone.Css.Syntax;
using DownPage.StandAlone.Markup;

namespace DownPage.StandAlone.Css.Trimming;

/// <summary>
/// Follows the names from the declarations that count to what they name: custom properties, animations, fonts. Whatever
/// is not reached is not referred to; what only unreached declarations name is not reached.
/// </summary>
internal sealed class UsedNames
{
    /// <summary>Lists that browsers number in characters that are nowhere in the page.</summary>
    private static readonly string[] ForeignCounters =
    [
        "arabic-indic", "armenian", "upper-armenian", "lower-armenian", "bengali", "cambodian", "khmer", "cjk-decimal",
        "cjk-earthly-branch", "cjk-heavenly-stem", "cjk-ideographic", "devanagari", "ethiopic-numeric", "georgian", "gujarati",
        "gurmukhi", "hebrew", "hiragana", "hiragana-iroha", "japanese-formal", "japanese-informal", "kannada", "katakana",
        "katakana-iroha", "korean-hangul-formal", "korean-hanja-formal", "korean-hanja-informal", "lao", "lower-greek",
        "malayalam", "mongolian", "myanmar", "oriya", "persian", "simp-chinese-formal", "simp-chinese-informal", "tamil",
        "telugu", "thai", "tibetan", "trad-chinese-formal", "trad-chinese-informal",
    ];

    private readonly HashSet<string> dashed = new(StringComparer.Ordinal);
    private readonly HashSet<string> words = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<KeptNode>> byDashed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<KeptNode>> byWord = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(KeptNode Rule, IReadOnlyList<string> Families)> byFamily = [];
    private readonly Stack<KeptNode> reached = new();
    private readonly List<IElement> elements;
    private readonly PageStylesOptions options;
    private PageCharacters? characters;

    public UsedNames(IDocument document, SelectorJudge judge, PageStylesOptions options)
    {
        this.elements =
        [
            .. ShadowTrees.Within(document).Prepend<IParentNode>(document).SelectMany(tree => tree.QuerySelectorAll("*")),
        ];
        this.options = options;
        foreach (var word in judge.ScriptWords)
        {
            UseWord(word);
        }

        foreach (var sheet in options.ShadowSheets)
        {
            Use(ValueFacts.Read(sheet, new TextSpan(0, sheet.Length)));
        }

        foreach (var element in this.elements)
        {
            foreach (var attribute in element.Attributes)
            {
                UseAttribute(attribute);
            }
        }
    }

    /// <summary>Adds rules; what they have for its name only waits for it.</summary>
    public void Add(IReadOnlyList<KeptNode> nodes)
    {
        foreach (var node in nodes)
        {
            Add(node);
        }
    }

    /// <summary>Follows all names to their ends.</summary>
    public void Settle()
    {
        Follow();
        foreach (var (rule, families) in byFamily)
        {
            if (families.Any(IsFamilyUsed) && IsShown(rule))
            {
                ReferWithInside(rule);
            }
        }
    }

    /// <summary>Whether the page has a character that a font is for.</summary>
    private bool IsShown(KeptNode rule)
    {
        foreach (var child in rule.Children ?? [])
        {
            if (child.Node is Declaration { Name: "unicode-range" } ranges && !words.Overlaps(ForeignCounters))
            {
                return Characters.HasAnyOf(ranges.Value.Of(child.Source.Text).ToString());
            }
        }
        return true;
    }

    private PageCharacters Characters => characters ??= new PageCharacters(this.elements, words, this.options.ScriptText);

    private static void ReferWithInside(KeptNode kept)
    {
        kept.IsReferred = true;
        FontFaces.TrimSources(kept);
        foreach (var child in kept.Children ?? [])
        {
            ReferWithInside(child);
        }
    }

    private void Follow()
    {
        while (reached.TryPop(out var node))
        {
            if (node.IsReferred)
            {
                continue;
            }

            node.IsReferred = true;
            if (node.Node is Declaration declaration)
            {
                Use(declaration.FactsIn(node.Source.Text));
            }
            else if (node.Children is { } children)
            {
                Add(children);
            }
            else if (node.Node is AtRule rule)
            {
                Use(rule.BlockFactsIn(node.Source.Text));
            }
        }
    }

    private void UseAttribute(IAttr attribute)
    {
        if (attribute.Name is "style")
        {
            UseStyle(attribute.Value);
        }
        else if (attribute.Name is "font-family" or "face" || attribute.Value.Contains("--", StringComparison.Ordinal))
        {
            Use(ValueFacts.Read(attribute.Value, new TextSpan(0, attribute.Value.Length)));
        }
    }

    private void UseStyle(string declarations)
    {
        foreach (var node in CssReader.ReadDeclarations(declarations))
        {
            if (node is Declaration declaration)
            {
                Use(declaration.FactsIn(declarations));
            }
        }
    }

    private void Add(KeptNode kept)
    {
        var text = kept.Source.Text;
        switch (kept.Node)
        {
            case Declaration { IsCustomProperty: true } declaration:
                Wait(byDashed, declaration.Name, kept, this.dashed);
                break;
            case Declaration declaration:
                kept.IsReferred = true;
                Use(declaration.FactsIn(text));
                break;
            case AtRule { Name: "font-face" }:
                byFamily.Add((kept, FontFamilies.Of(kept)));
                break;
            case AtRule { Name: "font-feature-values" } rule:
                byFamily.Add((kept, FontFamilies.In(text, rule.Prelude)));
                break;
            case AtRule rule when AtRuleNames.IsNamed(rule.Name):
                WaitForName(kept, rule, text);
                break;
            case AtRule rule:
                Use(rule.PreludeFactsIn(text));
                AddInside(kept, rule.BlockFactsIn);
                break;
            case StyleRule rule:
                AddInside(kept, source => ValueFacts.Read(source, rule.Block.Inside));
                break;
        }
    }

    private void AddInside(KeptNode kept, Func<string, ValueFacts> facts)
    {
        if (kept.Children is { } children)
        {
            Add(children);
        }
        else
        {
            Use(facts(kept.Source.Text));
        }
    }

    private void WaitForName(KeptNode kept, AtRule rule, string text)
    {
        var facts = rule.PreludeFactsIn(text);
        if (facts.DashedNames is [var dashed, ..])
        {
            Wait(byDashed, dashed, kept, this.dashed);
        }
        else if (facts.Words is [var word, ..])
        {
            Wait(byWord, word, kept, words);
        }
    }

    private void Wait(Dictionary<string, List<KeptNode>> waiting, string name, KeptNode kept, HashSet<string> used)
    {
        if (used.Contains(name))
        {
            reached.Push(kept);
            return;
        }
        if (!waiting.TryGetValue(name, out var nodes))
        {
            waiting.Add(name, nodes = []);
        }

        nodes.Add(kept);
    }

    private void Use(ValueFacts facts)
    {
        foreach (var name in facts.DashedNames)
        {
            Use(name, this.dashed, byDashed);
        }

        foreach (var word in facts.Words)
        {
            UseWord(word);
        }
    }

    private void UseWord(string word)
    {
        if (word.StartsWith("--", StringComparison.Ordinal))
        {
            Use(word, this.dashed, byDashed);
        }

        Use(word, words, byWord);
    }

    private void Use(string name, HashSet<string> used, Dictionary<string, List<KeptNode>> waiting)
    {
        if (!used.Add(name) || !waiting.Remove(name, out var nodes))
        {
            return;
        }

        foreach (var node in nodes)
        {
            reached.Push(node);
        }
    }

    private bool IsFamilyUsed(string family) =>
        words.Contains(family) || family.Split(' ').All(words.Contains);
}
