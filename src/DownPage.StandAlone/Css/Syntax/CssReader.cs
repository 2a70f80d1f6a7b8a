namespace DownPage.StandAlone.Css.Syntax;

/// <summary>
/// Reads a sheet into rules, as browsers do (CSS Syntax Level 3, 5.4): what they pass over becomes
/// <see cref="IgnoredText"/>
/// and takes no more with it than it does there. Every block of the text must be closed: <see cref="CssRepair"/>.
/// </summary>
internal sealed class CssReader
{
    /// <summary>
    /// Blocks nested deeper are copied as they are: nobody writes them, and they must not end the process.
    /// </summary>
    private const int DeepestBlock = 100;

    private readonly string text;
    private CssTokenizer tokens;
    private CssToken token;
    private int depth;

    private CssReader(string text)
    {
        this.text = text;
        tokens = new CssTokenizer(text);
        Advance();
    }

    /// <summary>Reads the rules of a sheet.</summary>
    public static IReadOnlyList<CssNode> ReadSheet(string text) => new CssReader(text).Rules(null, Level.Sheet);

    /// <summary>Reads the declarations of a <c>style</c> attribute.</summary>
    public static IReadOnlyList<CssNode> ReadDeclarations(string text) => new CssReader(text).BlockContents(null);

    /// <summary>What rules are among: it decides what ends one that is not finished.</summary>
    private enum Level
    {
        Sheet,

        /// <summary>In a block that has rules only.</summary>
        Rules,

        /// <summary>In a block that has declarations as well.</summary>
        Style,
    }

    private void Advance() => this.token = tokens.Next();

    private void SkipTrivia()
    {
        while (this.token.IsTrivia)
        {
            Advance();
        }
    }

    private void MoveTo(int position)
    {
        tokens.Position = position;
        Advance();
    }

    /// <summary>Reads up to the end of the sheet, or to the closing brace, which stays.</summary>
    private List<CssNode> Rules(StyleRule? parent, Level level)
    {
        var rules = new List<CssNode>();
        while (this.token.Kind != CssTokenKind.EndOfFile
            && !(level == Level.Rules && this.token.Kind == CssTokenKind.CloseCurly))
        {
            if (this.token.IsTrivia || (level == Level.Sheet && IsCommentMark()))
            {
                Advance();
            }
            else if (this.token.Kind == CssTokenKind.AtKeyword)
            {
                rules.Add(AtRule(parent, level));
            }
            else
            {
                rules.Add(QualifiedRule(parent, level));
            }
        }
        return rules;
    }

    private bool IsCommentMark() => this.token.Kind is CssTokenKind.CommentOpen or CssTokenKind.CommentClose;

    /// <summary>Reads up to the closing brace, which stays.</summary>
    private List<CssNode> BlockContents(StyleRule? parent)
    {
        var nodes = new List<CssNode>();
        while (this.token.Kind is not (CssTokenKind.EndOfFile or CssTokenKind.CloseCurly))
        {
            if (this.token.IsTrivia || this.token.Kind == CssTokenKind.Semicolon)
            {
                Advance();
            }
            else if (this.token.Kind == CssTokenKind.AtKeyword)
            {
                nodes.Add(AtRule(parent, Level.Style));
            }
            else
            {
                nodes.Add(Declaration() ?? QualifiedRule(parent, Level.Style));
            }
        }
        return nodes;
    }

    private AtRule AtRule(StyleRule? parent, Level level)
    {
        var start = this.token.Start;
        var name = CssEscapes.Unescape(this.text.AsSpan(start + 1, this.token.End - start - 1)).ToLowerInvariant();
        Advance();
        var preludeStart = this.token.Start;
        while (!EndsPrelude(level))
        {
            SkipComponent();
        }

        var prelude = Trimmed(preludeStart, this.token.Start);
        CssBlock? block = null;
        if (this.token.Kind == CssTokenKind.OpenCurly)
        {
            var inside = AtRuleNames.HasRulesOnly(name, level == Level.Style) ? Level.Rules : Level.Style;
            block = Block(name == "scope" ? null : parent, inside, isKnown: AtRuleNames.HasKnownBlock(name));
        }
        else if (this.token.Kind == CssTokenKind.Semicolon)
        {
            Advance();
        }

        return new AtRule(start, name) { Prelude = prelude, Block = block, Parent = parent, End = EndOfPrevious() };
    }

    private bool EndsPrelude(Level level) => this.token.Kind switch
    {
        CssTokenKind.EndOfFile or CssTokenKind.OpenCurly or CssTokenKind.Semicolon => true,
        CssTokenKind.CloseCurly => level != Level.Sheet,
        _ => false,
    };

    private CssNode QualifiedRule(StyleRule? parent, Level level)
    {
        var start = this.token.Start;
        var isInvalid = IsCustomProperty(this.token) && FollowsColon();
        while (true)
        {
            switch (this.token.Kind)
            {
                case CssTokenKind.OpenCurly when isInvalid:
                    SkipComponent();
                    return Ignored(start);
                case CssTokenKind.OpenCurly:
                    return StyleRule(start, parent);
                case CssTokenKind.EndOfFile:
                case CssTokenKind.CloseCurly when level != Level.Sheet:
                    return Ignored(start);
                case CssTokenKind.Semicolon when level == Level.Style:
                    Advance();
                    return Ignored(start);
                default:
                    isInvalid |= this.token.Kind == CssTokenKind.CloseCurly;
                    SkipComponent();
                    break;
            }
        }
    }

    private StyleRule StyleRule(int start, StyleRule? parent)
    {
        var prelude = Trimmed(start, this.token.Start);
        var rule = new StyleRule(start, parent) { Prelude = prelude, Block = new CssBlock(this.token.Start, this.token.Start, null) };
        rule.Block = Block(rule, Level.Style, isKnown: true);
        rule.End = EndOfPrevious();
        return rule;
    }

    private CssBlock Block(StyleRule? parent, Level inside, bool isKnown)
    {
        var open = this.token.Start;
        if (!isKnown || depth >= DeepestBlock)
        {
            SkipComponent();
            return new CssBlock(open, EndOfPrevious() - 1, null);
        }
        depth++;
        Advance();
        var nodes = inside == Level.Rules ? Rules(parent, inside) : BlockContents(parent);
        var close = this.token.Start;
        Advance();
        depth--;
        return new CssBlock(open, close, nodes);
    }

    /// <summary>Reads a declaration; null, and nothing is read: it is none, so it may be a rule.</summary>
    private Declaration? Declaration()
    {
        var start = this.token.Start;
        if (this.token.Kind != CssTokenKind.Ident)
        {
            return null;
        }

        var name = CssEscapes.Unescape(this.text.AsSpan(start, this.token.End - start));
        var isCustom = name.StartsWith("--", StringComparison.Ordinal);
        Advance();
        SkipTrivia();
        if (this.token.Kind != CssTokenKind.Colon)
        {
            MoveTo(start);
            return null;
        }
        Advance();
        var valueStart = this.token.Start;
        if (!SkipValue(isCustom))
        {
            MoveTo(start);
            return null;
        }
        var value = Trimmed(valueStart, this.token.Start);
        var end = value.End;
        if (this.token.Kind == CssTokenKind.Semicolon)
        {
            Advance();
            end = EndOfPrevious();
        }
        return new Declaration(start, isCustom ? name : name.ToLowerInvariant()) { Value = value, End = end };
    }

    /// <summary>False: it has a block among other things, as a nested rule has: <c>a:hover{…}</c>.</summary>
    private bool SkipValue(bool isCustom)
    {
        var hasBlock = false;
        var hasOther = false;
        while (this.token.Kind is not (CssTokenKind.EndOfFile or CssTokenKind.Semicolon or CssTokenKind.CloseCurly))
        {
            hasBlock |= this.token.Kind == CssTokenKind.OpenCurly;
            hasOther |= this.token.Kind != CssTokenKind.OpenCurly && !this.token.IsTrivia;
            if (hasBlock && hasOther && !isCustom)
            {
                return false;
            }

            SkipComponent();
        }
        return true;
    }

    /// <summary>Skips a token, or the whole block that it begins.</summary>
    private void SkipComponent()
    {
        var closer = this.token.Closer;
        Advance();
        if (closer == CssTokenKind.EndOfFile)
        {
            return;
        }

        var open = new Stack<CssTokenKind>();
        open.Push(closer);
        while (open.Count > 0 && this.token.Kind != CssTokenKind.EndOfFile)
        {
            if (this.token.Kind == open.Peek())
            {
                open.Pop();
            }
            else if (this.token.Closer != CssTokenKind.EndOfFile)
            {
                open.Push(this.token.Closer);
            }

            Advance();
        }
    }

    private bool IsCustomProperty(CssToken token) =>
        token.Kind == CssTokenKind.Ident && this.text.AsSpan(token.Start).StartsWith("--");

    private bool FollowsColon()
    {
        var ahead = tokens;
        return ahead.NextSignificant().Kind == CssTokenKind.Colon;
    }

    private IgnoredText Ignored(int start) => new(start) { End = EndOfPrevious() };

    private int EndOfPrevious() => this.token.Start;

    private TextSpan Trimmed(int start, int end)
    {
        while (start < end && CssCharacters.IsWhitespace(this.text[start]))
        {
            start++;
        }

        while (start < end && CssCharacters.IsWhitespace(this.text[end - 1]) && !EndsEscape(start, end))
        {
            end--;
        }

        return new TextSpan(start, end);
    }

    /// <summary>Whether the white space at the end belongs to an escape: <c>.a\ </c>.</summary>
    private bool EndsEscape(int start, int end)
    {
        var backslashes = 0;
        for (var position = end - 2; position >= start && this.text[position] == '\\'; position--)
        {
            backslashes++;
        }

        return backslashes % 2 == 1;
    }
}
