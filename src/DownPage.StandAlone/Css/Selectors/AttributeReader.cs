using DownPage.StandAlone.Css.Syntax;

namespace DownPage.StandAlone.Css.Selectors;

/// <summary>Reads attribute selectors.</summary>
internal static class AttributeReader
{
    /// <summary>Reads <c>[…]</c>; null: it is not an attribute selector.</summary>
    public static SimpleSelector? Read(string text, TextSpan span)
    {
        var tokens = new CssTokenizer(text, span.Start + 1, span.End);
        var token = tokens.NextSignificant();
        var hasNamespace = false;
        if (Is(text, token, '*') || Is(text, token, '|') || IsPrefix(text, token))
        {
            hasNamespace = true;
            if (!Is(text, token, '|'))
            {
                tokens.Next();
            }

            token = tokens.Next();
        }
        if (token.Kind != CssTokenKind.Ident)
        {
            return null;
        }

        var name = NameOf(text, token);
        var attribute = new SimpleSelector(SimpleSelectorKind.Attribute, span, name) { HasNamespace = hasNamespace };
        token = tokens.NextSignificant();
        if (token.Kind == CssTokenKind.CloseSquare)
        {
            return attribute;
        }

        return Test(text, ref tokens, token) is { } test ? attribute with { Test = test } : null;
    }

    private static AttributeTest? Test(string text, ref CssTokenizer tokens, CssToken token)
    {
        if (token.Kind != CssTokenKind.Delim)
        {
            return null;
        }

        var comparison = "=";
        if (!Is(text, token, '='))
        {
            comparison = text[token.Start] + "=";
            if (text[token.Start] is not ('~' or '|' or '^' or '$' or '*') || !Is(text, tokens.Next(), '='))
            {
                return null;
            }
        }
        token = tokens.NextSignificant();
        if (token.Kind is not (CssTokenKind.Ident or CssTokenKind.String))
        {
            return null;
        }

        var value = token.Kind == CssTokenKind.Ident
            ? NameOf(text, token)
            : CssStrings.Content(text.AsSpan(token.Start, token.End - token.Start));
        token = tokens.NextSignificant();
        if (token.Kind == CssTokenKind.CloseSquare)
        {
            return new AttributeTest(comparison, value, "");
        }

        if (token.Kind != CssTokenKind.Ident || tokens.NextSignificant().Kind != CssTokenKind.CloseSquare)
        {
            return null;
        }

        var flag = NameOf(text, token).ToLowerInvariant();
        return flag is "i" or "s" ? new AttributeTest(comparison, value, flag) : null;
    }

    /// <summary>Whether a namespace prefix is written: <c>svg|href</c>, yet not <c>lang|=en</c>.</summary>
    private static bool IsPrefix(string text, CssToken token) =>
        token.Kind == CssTokenKind.Ident && token.End + 1 < text.Length && text[token.End] == '|' && text[token.End + 1] != '=';

    private static bool Is(string text, CssToken token, char character) =>
        token.Kind == CssTokenKind.Delim && text[token.Start] == character;

    private static string NameOf(string text, CssToken token) =>
        CssEscapes.Unescape(text.AsSpan(token.Start, token.End - token.Start));
}
