using System.Text;
using DownPage.StandAlone.Css.Syntax;

namespace DownPage.StandAlone.Css.Writing;

/// <summary>
/// Writes a sheet without what means nothing: comments that are no licence, white space, the last semicolon of a block,
/// and what browsers pass over. Values are not rewritten; those of custom properties, which scripts can read, not at
/// all.
/// </summary>
internal sealed class Minifier
{
    private readonly string css;
    private readonly StringBuilder text;
    private readonly TokenMinifier tokens;

    private Minifier(string css)
    {
        this.css = css;
        text = new StringBuilder(css.Length);
        tokens = new TokenMinifier(css, text);
    }

    public static string Minify(string css)
    {
        var minifier = new Minifier(css);
        minifier.WriteSheet(CssReader.ReadSheet(css));
        return minifier.text.ToString();
    }

    private void WriteSheet(IReadOnlyList<CssNode> nodes)
    {
        var end = 0;
        foreach (var node in nodes)
        {
            text.Append(LicenceComments.In(css, new TextSpan(end, node.Start)));
            Write([node]);
            end = node.End;
        }
    }

    private void Write(IReadOnlyList<CssNode> nodes)
    {
        var needsSemicolon = false;
        foreach (var node in nodes)
        {
            if (node is IgnoredText)
            {
                continue;
            }

            if (needsSemicolon)
            {
                text.Append(';');
            }

            needsSemicolon = node is Declaration;
            Write(node);
        }
    }

    private void Write(CssNode node)
    {
        switch (node)
        {
            case StyleRule rule:
                tokens.Write(rule.Prelude, TokenContext.Selector);
                Write(rule.Block);
                break;
            case AtRule rule:
                Write(rule);
                break;
            case Declaration declaration:
                Write(declaration);
                break;
        }
    }

    private void Write(AtRule rule)
    {
        text.Append('@').Append(CssEscapes.Ident(rule.Name));
        if (!rule.Prelude.IsEmpty)
        {
            text.Append(' ');
            tokens.Write(rule.Prelude, TokenContext.Prelude);
        }
        if (rule.Block is { } block)
        {
            Write(block);
        }
        else
        {
            text.Append(';');
        }
    }

    private void Write(CssBlock block)
    {
        text.Append('{');
        if (block.Nodes is { } nodes)
        {
            Write(nodes);
        }
        else
        {
            tokens.Write(block.Inside, TokenContext.Unknown);
        }

        text.Append('}');
    }

    private void Write(Declaration declaration)
    {
        if (!declaration.IsCustomProperty)
        {
            text.Append(CssEscapes.Ident(declaration.Name)).Append(':');
            tokens.Write(declaration.Value, TokenContext.Value);
            return;
        }
        text.Append(CssEscapes.Ident(declaration.Name)).Append(':');
        // An empty value is one: without the space, older browsers see no declaration.
        text.Append(declaration.Value.IsEmpty ? " " : declaration.Value.Of(this.css));
    }
}
