using System.Text;
using DownPage.StandAlone.Css.Syntax;

namespace DownPage.StandAlone.Css.Writing;

/// <summary>
/// Writes a sheet without what means nothing: comments, white space, the last semicolon of a block, and what browsers pass
/// over. Values are not rewritten; those of custom properties, which scripts can read, not at all.
/// </summary>
internal sealed class Minifier
{
    private readonly string _css;
    private readonly StringBuilder _text;
    private readonly TokenMinifier _tokens;

    private Minifier(string css)
    {
        _css = css;
        _text = new StringBuilder(css.Length);
        _tokens = new TokenMinifier(css, _text);
    }

    public static string Minify(string css)
    {
        var minifier = new Minifier(css);
        minifier.Write(CssReader.ReadSheet(css));
        return minifier._text.ToString();
    }

    private void Write(IReadOnlyList<CssNode> nodes)
    {
        var needsSemicolon = false;
        foreach (var node in nodes)
        {
            if (node is IgnoredText)
                continue;
            if (needsSemicolon)
                _text.Append(';');
            needsSemicolon = node is Declaration;
            Write(node);
        }
    }

    private void Write(CssNode node)
    {
        switch (node)
        {
            case StyleRule rule:
                _tokens.Write(rule.Prelude, TokenContext.Selector);
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
        _text.Append('@').Append(CssEscapes.Ident(rule.Name));
        if (!rule.Prelude.IsEmpty)
        {
            _text.Append(' ');
            _tokens.Write(rule.Prelude, TokenContext.Prelude);
        }
        if (rule.Block is { } block)
            Write(block);
        else
            _text.Append(';');
    }

    private void Write(CssBlock block)
    {
        _text.Append('{');
        if (block.Nodes is { } nodes)
            Write(nodes);
        else
            _tokens.Write(block.Inside, TokenContext.Unknown);
        _text.Append('}');
    }

    private void Write(Declaration declaration)
    {
        if (!declaration.IsCustomProperty)
        {
            _text.Append(CssEscapes.Ident(declaration.Name)).Append(':');
            _tokens.Write(declaration.Value, TokenContext.Value);
            return;
        }
        _text.Append(CssEscapes.Ident(declaration.Name)).Append(':');
        // An empty value is one: without the space, older browsers see no declaration.
        _text.Append(declaration.Value.IsEmpty ? " " : declaration.Value.Of(_css));
    }
}
