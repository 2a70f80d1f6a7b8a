using DownPage.StandAlone.Css.Syntax;

namespace DownPage.StandAlone.Css.Selectors;

/// <summary>
/// Reads selectors (Selectors Level 4). One that it cannot read has no compounds; the others of its list do.
/// </summary>
internal sealed class SelectorReader
{
    /// <summary>Selectors nested deeper are not read: nobody writes them, and they must not end the process.</summary>
    private const int DeepestList = 24;

    private readonly string text;
    private readonly TextSpan span;
    private readonly StyleRule? parent;
    private readonly int depth;
    private CssTokenizer tokens;
    private CssToken token;
    private bool isAtEnd;

    private SelectorReader(string text, TextSpan span, StyleRule? parent, int depth)
    {
        this.text = text;
        this.span = span;
        this.parent = parent;
        this.depth = depth;
        this.tokens = new CssTokenizer(text, span.Start, span.End);
        Advance();
    }

    public static SelectorList Read(string text, TextSpan span, StyleRule? parent, int depth)
    {
        var items = new List<ComplexSelector>();
        var significant = new CssTokenizer(text, span.Start, span.End).NextSignificant();
        if (significant.Kind != CssTokenKind.EndOfFile)
        {
            var reader = new SelectorReader(text, span, parent, depth);
            while (reader.Next() is { } selector)
            {
                items.Add(selector);
            }
        }
        return new SelectorList(items);
    }

    private void Advance() => this.token = this.tokens.Next();

    private ComplexSelector? Next()
    {
        if (isAtEnd)
        {
            return null;
        }

        SkipTrivia();
        var start = this.token.Start;
        var compounds = this.depth > DeepestList ? null : Compounds();
        SkipToComma();
        var span = Trimmed(start, this.token.Start);
        isAtEnd = this.token.Kind == CssTokenKind.EndOfFile;
        Advance();
        return new ComplexSelector(this.text, span, compounds, this.parent, isArgument: this.depth > 0);
    }

    private void SkipTrivia()
    {
        while (this.token.IsTrivia)
        {
            Advance();
        }
    }

    private void SkipToComma()
    {
        while (this.token.Kind is not (CssTokenKind.Comma or CssTokenKind.EndOfFile))
        {
            SkipComponent();
        }
    }

    private void SkipComponent()
    {
        var depth = 0;
        do
        {
            if (this.token.Closer != CssTokenKind.EndOfFile)
            {
                depth++;
            }
            else if (this.token.Kind is CssTokenKind.CloseParen or CssTokenKind.CloseSquare or CssTokenKind.CloseCurly)
            {
                depth--;
            }

            Advance();
        }
        while (depth > 0 && this.token.Kind != CssTokenKind.EndOfFile);
    }

    private TextSpan Trimmed(int start, int end)
    {
        var last = start;
        var tokens = new CssTokenizer(this.text, start, end);
        for (var token = tokens.Next(); token.Kind != CssTokenKind.EndOfFile; token = tokens.Next())
        {
            // White space after a backslash keeps that from being an escape.
            var isNeeded = !token.IsTrivia || (token.Start == last && last > start && this.text[last - 1] == '\\');
            last = isNeeded ? token.End : last;
        }

        return new TextSpan(start, last);
    }

    /// <summary>Reads up to a comma; null: it is not a selector.</summary>
    private List<CompoundSelector>? Compounds()
    {
        var compounds = new List<CompoundSelector>();
        var combinator = Combinator();
        if (combinator == ' ')
        {
            combinator = '\0';
        }

        while (combinator is not null)
        {
            var parts = Parts();
            if (parts is null || parts.Count == 0)
            {
                return null;
            }

            compounds.Add(new CompoundSelector(combinator.Value, parts));
            if (IsAtSelectorEnd())
            {
                return compounds;
            }

            combinator = Combinator();
            if (IsAtSelectorEnd())
            {
                return combinator == ' ' ? compounds : null;
            }
        }
        return null;
    }

    private bool IsAtSelectorEnd() => this.token.Kind is CssTokenKind.Comma or CssTokenKind.EndOfFile;

    /// <summary>The combinator at this place, white space for a descendant; null: it is not one.</summary>
    private char? Combinator()
    {
        SkipTrivia();
        if (this.token.Kind != CssTokenKind.Delim || this.text[this.token.Start] is not ('>' or '+' or '~' or '|') || IsNamespaceBar())
        {
            return ' ';
        }

        var combinator = this.text[this.token.Start];
        if (combinator == '|')
        {
            return null;
        }

        Advance();
        SkipTrivia();
        return combinator;
    }

    /// <summary>Whether the bar belongs to a name without a namespace, <c>|a</c>.</summary>
    private bool IsNamespaceBar() =>
        this.text[this.token.Start] == '|' && this.token.End < this.span.End && this.text[this.token.End] != '|';

    private List<SimpleSelector>? Parts()
    {
        var parts = new List<SimpleSelector>();
        while (!this.token.IsTrivia && !IsAtSelectorEnd() && !IsCombinator())
        {
            var part = Part();
            if (part is null)
            {
                return null;
            }

            parts.Add(part);
        }
        return parts;
    }

    private bool IsCombinator() => this.token.Kind == CssTokenKind.Delim
        && (this.text[this.token.Start] is '>' or '+' or '~' || (this.text[this.token.Start] == '|' && !IsNamespaceBar()));

    private SimpleSelector? Part()
    {
        var start = this.token.Start;
        switch (this.token.Kind)
        {
            case CssTokenKind.Ident:
                return TypeOrUniversal();
            case CssTokenKind.Hash:
                var id = CssEscapes.Unescape(this.text.AsSpan(start + 1, this.token.End - start - 1));
                return Simple(SimpleSelectorKind.Id, start, id);
            case CssTokenKind.OpenSquare:
                return Attribute();
            case CssTokenKind.Colon:
                return Pseudo();
            case CssTokenKind.Delim when this.text[start] is '*' or '|':
                return TypeOrUniversal();
            case CssTokenKind.Delim when this.text[start] == '&':
                return Simple(SimpleSelectorKind.Nesting, start, "&");
            case CssTokenKind.Delim when this.text[start] == '.':
                Advance();
                return this.token.Kind == CssTokenKind.Ident ? Simple(SimpleSelectorKind.Class, start, NameOf(this.token)) : null;
            default:
                return null;
        }
    }

    private SimpleSelector Simple(SimpleSelectorKind kind, int start, string name)
    {
        Advance();
        return new SimpleSelector(kind, new TextSpan(start, this.token.Start), name);
    }

    private string NameOf(CssToken token) => CssEscapes.Unescape(this.text.AsSpan(token.Start, token.End - token.Start));

    private SimpleSelector? TypeOrUniversal()
    {
        var start = this.token.Start;
        if (!IsDelim('|'))
        {
            var name = this.token;
            Advance();
            if (!IsDelim('|') || !IsNamespaceBar())
            {
                return TypeOf(name, start, hasNamespace: false);
            }
        }
        Advance();
        var local = this.token;
        if (local.Kind != CssTokenKind.Ident && !IsDelim('*'))
        {
            return null;
        }

        Advance();
        return TypeOf(local, start, hasNamespace: true);
    }

    private SimpleSelector TypeOf(CssToken name, int start, bool hasNamespace)
    {
        var kind = name.Kind == CssTokenKind.Ident ? SimpleSelectorKind.Type : SimpleSelectorKind.Universal;
        var span = new TextSpan(start, name.End);
        return new SimpleSelector(kind, span, NameOf(name).ToLowerInvariant()) { HasNamespace = hasNamespace };
    }

    private bool IsDelim(char character) => this.token.Kind == CssTokenKind.Delim && this.text[this.token.Start] == character;

    private SimpleSelector? Attribute()
    {
        var open = this.token.Start;
        SkipComponent();
        var close = this.token.Start;
        return AttributeReader.Read(this.text, new TextSpan(open, close));
    }

    private SimpleSelector? Pseudo()
    {
        var start = this.token.Start;
        Advance();
        var kind = SimpleSelectorKind.PseudoClass;
        if (this.token.Kind == CssTokenKind.Colon)
        {
            kind = SimpleSelectorKind.PseudoElement;
            Advance();
        }
        if (this.token.Kind == CssTokenKind.Function)
        {
            return Function(kind, start);
        }

        if (this.token.Kind != CssTokenKind.Ident)
        {
            return null;
        }

        var name = NameOf(this.token).ToLowerInvariant();
        return Simple(PseudoClasses.IsElementOfOld(name) ? SimpleSelectorKind.PseudoElement : kind, start, name);
    }

    private SimpleSelector Function(SimpleSelectorKind kind, int start)
    {
        var name = CssEscapes.Unescape(this.text.AsSpan(this.token.Start, this.token.End - this.token.Start - 1)).ToLowerInvariant();
        var inside = this.token.End;
        SkipComponent();
        var argument = new TextSpan(inside, this.text[this.token.Start - 1] == ')' ? this.token.Start - 1 : this.token.Start);
        var selectors = kind == SimpleSelectorKind.PseudoClass ? SelectorsOf(name, argument) : null;
        return new SimpleSelector(kind, new TextSpan(start, this.token.Start), name) { Argument = argument, Selectors = selectors };
    }

    private SelectorList? SelectorsOf(string name, TextSpan argument)
    {
        if (PseudoClasses.TakesSelectors(name))
        {
            return Read(this.text, argument, this.parent, this.depth + 1);
        }

        if (name is not ("nth-child" or "nth-last-child"))
        {
            return null;
        }

        var tokens = new CssTokenizer(this.text, argument.Start, argument.End);
        for (var token = tokens.Next(); token.Kind != CssTokenKind.EndOfFile; token = tokens.Next())
        {
            if (token.Kind == CssTokenKind.Ident && NameOf(token).Equals("of", StringComparison.OrdinalIgnoreCase))
            {
                return Read(this.text, argument with { Start = token.End }, this.parent, this.depth + 1);
            }
        }
        return null;
    }
}
