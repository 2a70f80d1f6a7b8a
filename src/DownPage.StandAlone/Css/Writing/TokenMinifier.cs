using System.Text;
using DownPage.StandAlone.Css.Syntax;

namespace DownPage.StandAlone.Css.Writing;

/// <summary>Writes tokens without the comments between them and the white space that means nothing.</summary>
/// <param name="css">Where the tokens are.</param>
/// <param name="text">Where they go.</param>
internal sealed class TokenMinifier(string css, StringBuilder text)
{
    private readonly Stack<bool> isFormula = new();

    public void Write(TextSpan span, TokenContext context)
    {
        this.isFormula.Clear();
        var tokens = new CssTokenizer(css, span.Start, span.End);
        var previous = default(CssToken);
        var (hasSpace, hasComment) = (false, false);
        for (var token = tokens.Next(); token.Kind != CssTokenKind.EndOfFile; token = tokens.Next())
        {
            if (token.IsTrivia)
            {
                hasSpace |= token.Kind == CssTokenKind.Whitespace;
                hasComment |= token.Kind == CssTokenKind.Comment;
                continue;
            }
            if (EndsWithLine(previous))
            {
                text.Append('\n');
            }
            else if (previous.Kind != CssTokenKind.EndOfFile)
            {
                Separate(previous, token, hasSpace, hasComment, context);
            }

            text.Append(css, token.Start, token.End - token.Start);
            Track(token);
            previous = token;
            (hasSpace, hasComment) = (false, false);
        }

        if (EndsWithLine(previous))
        {
            text.Append('\n');
        }
    }

    /// <summary>A bad string, or a backslash: only the end of its line keeps it from being something else.</summary>
    private bool EndsWithLine(CssToken token) => token.Kind == CssTokenKind.BadString || Is(token, '\\');

    private void Separate(CssToken left, CssToken right, bool hasSpace, bool hasComment, TokenContext context)
    {
        if (hasSpace && !CanTouch(left, right, context))
        {
            text.Append(' ');
        }
        else if (!hasSpace && hasComment && WouldFuse(left, right))
        {
            text.Append("/**/");
        }
    }

    private void Track(CssToken token)
    {
        if (token.Closer == CssTokenKind.CloseParen)
        {
            this.isFormula.Push(css.AsSpan(token.Start).StartsWith("nth-", StringComparison.OrdinalIgnoreCase));
        }
        else if (token.Kind == CssTokenKind.CloseParen)
        {
            this.isFormula.TryPop(out _);
        }
    }

    private bool CanTouch(CssToken left, CssToken right, TokenContext context)
    {
        if (context == TokenContext.Unknown)
        {
            return false;
        }

        if (left.Kind == CssTokenKind.Comma || right.Kind == CssTokenKind.Comma)
        {
            return true;
        }

        if (left.Kind is CssTokenKind.OpenParen or CssTokenKind.Function or CssTokenKind.OpenSquare)
        {
            return true;
        }

        if (right.Kind is CssTokenKind.CloseParen or CssTokenKind.CloseSquare)
        {
            return true;
        }

        return context switch
        {
            TokenContext.Selector => !IsInFormula() && (IsCombinator(left) || IsCombinator(right)),
            TokenContext.Prelude => left.Kind == CssTokenKind.Colon && this.isFormula.Count > 0,
            _ => Is(left, '!') || Is(right, '!') || IsLoneSlash(left, right),
        };
    }

    private bool IsInFormula() => this.isFormula.TryPeek(out var isFormula) && isFormula;

    private bool IsCombinator(CssToken token) => Is(token, '>') || Is(token, '~') || Is(token, '+');

    /// <summary>Whether one is a slash, and both together do not begin a comment.</summary>
    private bool IsLoneSlash(CssToken left, CssToken right) =>
        (Is(left, '/') && !Is(right, '*')) || (Is(right, '/') && !Is(left, '/'));

    private bool Is(CssToken token, char character) => token.Kind == CssTokenKind.Delim && css[token.Start] == character;

    /// <summary>Whether two tokens that only a comment separates would be others without it.</summary>
    private bool WouldFuse(CssToken left, CssToken right)
    {
        if (css[left.End - 1] != '-' && (IsSingle(left) || IsSingle(right)))
        {
            return false;
        }

        var canContinue = left.Kind is CssTokenKind.Ident or CssTokenKind.AtKeyword or CssTokenKind.Hash
            or CssTokenKind.Dimension or CssTokenKind.Number or CssTokenKind.Delim or CssTokenKind.Colon;
        var isContinuation = right.Kind is CssTokenKind.Ident or CssTokenKind.Function or CssTokenKind.Url or CssTokenKind.BadUrl
            or CssTokenKind.Number or CssTokenKind.Percentage or CssTokenKind.Dimension or CssTokenKind.Delim
            or CssTokenKind.OpenParen or CssTokenKind.CommentClose;
        return canContinue && isContinuation;
    }

    private bool IsSingle(CssToken token) => Is(token, '>') || Is(token, '~') || Is(token, '!') || Is(token, '=');
}
