namespace DownPage.StandAlone.Css.Syntax;

/// <summary>
/// Cuts a text into tokens (CSS Syntax Level 3, 4.3). Whatever the text, every character belongs to one.
/// </summary>
/// <param name="text">The text.</param>
/// <param name="position">Where to begin.</param>
/// <param name="end">Where the text ends for this reader.</param>
internal struct CssTokenizer(string text, int position, int end)
{
    private readonly int end = end;

    public CssTokenizer(string text)
        : this(text, 0, text.Length)
    {
    }

    /// <summary>Where the next token begins.</summary>
    public int Position { get; set; } = position;

    public CssToken Next()
    {
        var start = Position;
        if (start >= this.end)
        {
            return new CssToken(CssTokenKind.EndOfFile, this.end, this.end);
        }

        var kind = Consume(text[start]);
        return new CssToken(kind, start, Position);
    }

    /// <summary>The next token that is neither white space nor a comment.</summary>
    public CssToken NextSignificant()
    {
        var token = Next();
        while (token.IsTrivia)
        {
            token = Next();
        }

        return token;
    }

    private readonly char Peek(int offset = 0) => Position + offset < this.end ? text[Position + offset] : '\0';

    private readonly bool IsAt(string expected) =>
        this.end - Position >= expected.Length && string.CompareOrdinal(text, Position, expected, 0, expected.Length) == 0;

    private CssTokenKind Consume(char first)
    {
        switch (first)
        {
            case '/' when Peek(1) == '*':
                return Comment();
            case '"' or '\'':
                return String(first);
            case '#' when IsNameAt(1):
                Position++;
                Name();
                return CssTokenKind.Hash;
            case '@' when StartsIdentAt(1):
                Position++;
                Name();
                return CssTokenKind.AtKeyword;
            case '<' when IsAt("<!--"):
                Position += 4;
                return CssTokenKind.CommentOpen;
            case '-' when IsAt("-->"):
                Position += 3;
                return CssTokenKind.CommentClose;
        }
        if (CssCharacters.IsWhitespace(first))
        {
            return Whitespace();
        }

        if (StartsNumber(first))
        {
            return Number();
        }

        if (StartsIdentAt(0))
        {
            return IdentLike();
        }

        Position++;
        return Single(first);
    }

    private static CssTokenKind Single(char character) => character switch
    {
        ':' => CssTokenKind.Colon,
        ';' => CssTokenKind.Semicolon,
        ',' => CssTokenKind.Comma,
        '[' => CssTokenKind.OpenSquare,
        ']' => CssTokenKind.CloseSquare,
        '(' => CssTokenKind.OpenParen,
        ')' => CssTokenKind.CloseParen,
        '{' => CssTokenKind.OpenCurly,
        '}' => CssTokenKind.CloseCurly,
        _ => CssTokenKind.Delim,
    };

    private CssTokenKind Comment()
    {
        var close = text.IndexOf("*/", Position + 2, this.end - Position - 2, StringComparison.Ordinal);
        Position = close < 0 ? this.end : close + 2;
        return CssTokenKind.Comment;
    }

    private CssTokenKind Whitespace()
    {
        while (Position < this.end && CssCharacters.IsWhitespace(text[Position]))
        {
            Position++;
        }

        return CssTokenKind.Whitespace;
    }

    private CssTokenKind String(char quote)
    {
        Position++;
        while (Position < this.end)
        {
            var character = text[Position];
            if (CssCharacters.IsNewline(character))
            {
                return CssTokenKind.BadString;
            }

            if (character == '\\')
            {
                SkipEscapeInString();
            }
            else
            {
                Position++;
            }

            if (character == quote)
            {
                return CssTokenKind.String;
            }
        }
        return CssTokenKind.String;
    }

    private void SkipEscapeInString()
    {
        // An escaped line break continues the string; \r\n is one.
        var length = Peek(1) == '\r' && Peek(2) == '\n' ? 3 : 2;
        Position = Math.Min(Position + length, this.end);
    }

    private readonly bool StartsNumber(char first)
    {
        if (char.IsAsciiDigit(first))
        {
            return true;
        }

        if (first == '.')
        {
            return char.IsAsciiDigit(Peek(1));
        }

        return first is '+' or '-' && (char.IsAsciiDigit(Peek(1)) || (Peek(1) == '.' && char.IsAsciiDigit(Peek(2))));
    }

    private CssTokenKind Number()
    {
        if (Peek() is '+' or '-')
        {
            Position++;
        }

        Digits();
        if (Peek() == '.' && char.IsAsciiDigit(Peek(1)))
        {
            Position++;
            Digits();
        }
        if (Peek() is 'e' or 'E')
        {
            Exponent();
        }

        if (StartsIdentAt(0))
        {
            Name();
            return CssTokenKind.Dimension;
        }
        if (Peek() != '%')
        {
            return CssTokenKind.Number;
        }

        Position++;
        return CssTokenKind.Percentage;
    }

    private void Exponent()
    {
        var sign = Peek(1) is '+' or '-' ? 1 : 0;
        if (!char.IsAsciiDigit(Peek(1 + sign)))
        {
            return;
        }

        Position += 1 + sign;
        Digits();
    }

    private void Digits()
    {
        while (char.IsAsciiDigit(Peek()))
        {
            Position++;
        }
    }

    private readonly bool IsEscapeAt(int offset) =>
        Position + offset < this.end && text[Position + offset] == '\\'
        && (Position + offset + 1 >= this.end || !CssCharacters.IsNewline(text[Position + offset + 1]));

    private readonly bool IsNameAt(int offset) =>
        Position + offset < this.end && (CssCharacters.IsName(text[Position + offset]) || IsEscapeAt(offset));

    private readonly bool StartsIdentAt(int offset)
    {
        if (Position + offset >= this.end)
        {
            return false;
        }

        var first = text[Position + offset];
        if (first != '-')
        {
            return CssCharacters.IsNameStart(first) || IsEscapeAt(offset);
        }

        var second = Position + offset + 1;
        return second < this.end && (text[second] == '-' || CssCharacters.IsNameStart(text[second]) || IsEscapeAt(offset + 1));
    }

    private void Name()
    {
        while (Position < this.end)
        {
            if (CssCharacters.IsName(text[Position]))
            {
                Position++;
            }
            else if (IsEscapeAt(0))
            {
                Position = CssEscapes.EndOf(text, Position, this.end);
            }
            else
            {
                return;
            }
        }
    }

    private CssTokenKind IdentLike()
    {
        var start = Position;
        Name();
        if (Peek() != '(' || Position >= this.end)
        {
            return CssTokenKind.Ident;
        }

        var name = text.AsSpan(start, Position - start);
        Position++;
        return CssEscapes.AreEqual(name, "url") && !IsQuoteNext() ? Url() : CssTokenKind.Function;
    }

    private readonly bool IsQuoteNext()
    {
        var next = Position;
        while (next < this.end && CssCharacters.IsWhitespace(text[next]))
        {
            next++;
        }

        return next < this.end && text[next] is '"' or '\'';
    }

    private CssTokenKind Url()
    {
        Whitespace();
        while (Position < this.end)
        {
            var character = text[Position];
            if (character == ')')
            {
                Position++;
                return CssTokenKind.Url;
            }
            if (CssCharacters.IsWhitespace(character))
            {
                Whitespace();
                if (Position < this.end && text[Position] != ')')
                {
                    return BadUrl();
                }
            }
            else if (IsEscapeAt(0))
            {
                Position = CssEscapes.EndOf(text, Position, this.end);
            }
            else if (CssCharacters.EndsUrl(character))
            {
                return BadUrl();
            }
            else
            {
                Position++;
            }
        }
        return CssTokenKind.Url;
    }

    private CssTokenKind BadUrl()
    {
        while (Position < this.end)
        {
            if (text[Position] == ')')
            {
                Position++;
                break;
            }
            Position = IsEscapeAt(0) ? CssEscapes.EndOf(text, Position, this.end) : Position + 1;
        }
        return CssTokenKind.BadUrl;
    }
}
