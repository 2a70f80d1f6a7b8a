using DownPage.StandAlone.Css.Syntax;

namespace DownPage.StandAlone.Css.Trimming;

/// <summary>Names of cascade layers, in one spelling: comments and escapes do not make another layer.</summary>
internal static class LayerName
{
    /// <summary>Reads a name, <c>a.b</c>; null: it is none, and what it is written in has no effect.</summary>
    public static string? Read(string text)
    {
        var tokens = new CssTokenizer(text);
        var parts = new List<string>();
        var token = tokens.NextSignificant();
        while (token.Kind == CssTokenKind.Ident)
        {
            parts.Add(CssEscapes.Ident(CssEscapes.Unescape(text.AsSpan(token.Start, token.End - token.Start))));
            token = NextPart(ref tokens);
            if (token.Kind != CssTokenKind.Delim || text[token.Start] != '.')
            {
                return IsEnd(ref tokens, token) ? string.Join('.', parts) : null;
            }

            token = NextPart(ref tokens);
        }

        return null;
    }

    /// <summary>The next token: comments may be between the parts of a name, white space may not.</summary>
    private static CssToken NextPart(ref CssTokenizer tokens)
    {
        var token = tokens.Next();
        while (token.Kind == CssTokenKind.Comment)
        {
            token = tokens.Next();
        }

        return token;
    }

    private static bool IsEnd(ref CssTokenizer tokens, CssToken token)
        => token.Kind == CssTokenKind.EndOfFile
            || (token.IsTrivia && tokens.NextSignificant().Kind == CssTokenKind.EndOfFile);
}
