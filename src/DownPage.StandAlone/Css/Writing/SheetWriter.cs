using System.Text;
using DownPage.StandAlone.Css.Syntax;
using DownPage.StandAlone.Css.Trimming;

namespace DownPage.StandAlone.Css.Writing;

/// <summary>Writes the rules that are kept, in the words of their sheets.</summary>
/// <param name="resources">Knows what is written in the place of addresses.</param>
internal sealed class SheetWriter(ICssResources resources)
{
    private readonly UrlWriter urls = new(resources);

    public void Write(StringBuilder text, IReadOnlyList<KeptNode> nodes)
    {
        foreach (var node in nodes)
        {
            Write(text, node);
        }
    }

    public void Write(StringBuilder text, KeptNode kept)
    {
        WriteTrivia(text, kept.Source.Text, new TextSpan(kept.Leading, kept.Node.Start));
        if (kept.Replacement is not null)
        {
            text.Append(kept.Replacement);
            return;
        }
        switch (kept.Node)
        {
            case StyleRule rule:
                WriteSelectors(text, rule, kept);
                WriteBlock(text, rule.Prelude.End, rule.Block, kept);
                break;
            case AtRule { Block: { } block } rule:
                Append(text, kept, rule.Start, rule.Prelude.End);
                WriteBlock(text, rule.Prelude.End, block, kept);
                break;
            case Declaration declaration:
                WriteDeclaration(text, declaration, kept);
                break;
            default:
                Append(text, kept, kept.Node.Start, kept.Node.End);
                EndWithSemicolon(text, kept.Node is AtRule);
                break;
        }
    }

    private static void Append(StringBuilder text, KeptNode kept, int start, int end) =>
        text.Append(kept.Source.Text, start, end - start);

    /// <summary>The end of a sheet ends a rule as a semicolon does; what is written may not be the end.</summary>
    private static void EndWithSemicolon(StringBuilder text, bool isNeeded)
    {
        if (isNeeded && text[^1] != ';')
        {
            text.Append(';');
        }
    }

    private static void WriteSelectors(StringBuilder text, StyleRule rule, KeptNode kept)
    {
        if (kept.LiveSelectors is not { } live)
        {
            Append(text, kept, rule.Start, rule.Prelude.End);
            return;
        }
        var selectors = rule.SelectorsIn(kept.Source.Text).Items;
        var isFirst = true;
        for (var index = 0; index < live.Length; index++)
        {
            if (!live[index])
            {
                continue;
            }

            if (!isFirst)
            {
                Append(text, kept, selectors[index - 1].Span.End, selectors[index].Span.Start);
            }

            isFirst = false;
            text.Append(selectors[index].Span.Of(kept.Source.Text));
        }
    }

    private void WriteBlock(StringBuilder text, int preludeEnd, CssBlock block, KeptNode kept)
    {
        Append(text, kept, preludeEnd, block.Open + 1);
        if (kept.Children is null)
        {
            var source = kept.Source.Text;
            var facts = kept.Node is AtRule rule ? rule.BlockFactsIn(source) : ValueFacts.Read(source, block.Inside);
            this.urls.Write(text, kept.Source, block.Inside, facts.Urls, CssUrlKind.Other);
        }
        else
        {
            WriteChildren(text, kept);
            WriteTrivia(text, kept.Source.Text, new TextSpan(EndOfLast(block), block.Close));
        }
        text.Append('}');
    }

    private void WriteChildren(StringBuilder text, KeptNode kept)
    {
        KeptNode? previous = null;
        foreach (var child in kept.Children!)
        {
            // The last declaration of a block needs no semicolon, but may no longer be the last.
            EndWithSemicolon(text, previous?.Node is Declaration or IgnoredText);
            Write(text, child);
            previous = child;
        }
    }

    private static int EndOfLast(CssBlock block) => block.Nodes is [.., var last] ? last.End : block.Open + 1;

    private void WriteDeclaration(StringBuilder text, Declaration declaration, KeptNode kept)
    {
        var urls = declaration.FactsIn(kept.Source.Text).Urls;
        var kind = declaration.Name == "src" ? CssUrlKind.Font : CssUrlKind.Image;
        if (kept.KeptParts is not { } parts)
        {
            this.urls.Write(text, kept.Source, new TextSpan(declaration.Start, declaration.End), urls, kind);
            return;
        }
        Append(text, kept, declaration.Start, declaration.Value.Start);
        for (var index = 0; index < parts.Count; index++)
        {
            text.Append(index > 0 ? ", " : "");
            this.urls.Write(text, kept.Source, parts[index], urls, kind);
        }
        Append(text, kept, declaration.Value.End, declaration.End);
    }

    /// <summary>
    /// White space and comments; not the marks of HTML comments, which would mean something inside a block.
    /// </summary>
    private static void WriteTrivia(StringBuilder text, string source, TextSpan span)
    {
        var tokens = new CssTokenizer(source, span.Start, span.End);
        for (var token = tokens.Next(); token.Kind != CssTokenKind.EndOfFile; token = tokens.Next())
        {
            if (token.IsTrivia)
            {
                text.Append(source, token.Start, token.End - token.Start);
            }
        }
    }
}
