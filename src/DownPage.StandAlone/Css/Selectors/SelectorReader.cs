using DownPage.StandAlone.Css.Syntax;

namespace DownPage.StandAlone.Css.Selectors;

/// <summary>Reads selectors (Selectors Level 4). One that it cannot read has no compounds; the others of its list do.</summary>
internal sealed class SelectorReader
{
    /// <summary>Selectors nested deeper are not read: nobody writes them, and they must not end the process.</summary>
    private const int DeepestList = 24;

    private readonly string _text;
    private readonly TextSpan _span;
    private readonly StyleRule? _parent;
    private readonly int _depth;
    private CssTokenizer _tokens;
    private CssToken _token;
    private bool _isAtEnd;

    private SelectorReader(string text, TextSpan span, StyleRule? parent, int depth)
    {
        _text = text;
        _span = span;
        _parent = parent;
        _depth = depth;
        _tokens = new CssTokenizer(text, span.Start, span.End);
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
                items.Add(selector);
        }
        return new SelectorList(items);
    }

    private void Advance() => _token = _tokens.Next();

    private ComplexSelector? Next()
    {
        if (_isAtEnd)
            return null;
        SkipTrivia();
        var start = _token.Start;
        var compounds = _depth > DeepestList ? null : Compounds();
        SkipToComma();
        var span = Trimmed(start, _token.Start);
        _isAtEnd = _token.Kind == CssTokenKind.EndOfFile;
        Advance();
        return new ComplexSelector(_text, span, compounds, _parent, isArgument: _depth > 0);
    }

    private void SkipTrivia()
    {
        while (_token.IsTrivia)
            Advance();
    }

    private void SkipToComma()
    {
        while (_token.Kind is not (CssTokenKind.Comma or CssTokenKind.EndOfFile))
            SkipComponent();
    }

    private void SkipComponent()
    {
        var depth = 0;
        do
        {
            if (_token.Closer != CssTokenKind.EndOfFile)
                depth++;
            else if (_token.Kind is CssTokenKind.CloseParen or CssTokenKind.CloseSquare or CssTokenKind.CloseCurly)
                depth--;
            Advance();
        }
        while (depth > 0 && _token.Kind != CssTokenKind.EndOfFile);
    }

    private TextSpan Trimmed(int start, int end)
    {
        var last = start;
        var tokens = new CssTokenizer(_text, start, end);
        for (var token = tokens.Next(); token.Kind != CssTokenKind.EndOfFile; token = tokens.Next())
            last = token.IsTrivia ? last : token.End;
        return new TextSpan(start, last);
    }

    /// <summary>Reads up to a comma; null: it is not a selector.</summary>
    private List<CompoundSelector>? Compounds()
    {
        var compounds = new List<CompoundSelector>();
        var combinator = Combinator();
        if (combinator == ' ')
            combinator = '\0';
        while (combinator is not null)
        {
            var parts = Parts();
            if (parts is null || parts.Count == 0)
                return null;
            compounds.Add(new CompoundSelector(combinator.Value, parts));
            if (IsAtSelectorEnd())
                return compounds;
            combinator = Combinator();
            if (IsAtSelectorEnd())
                return combinator == ' ' ? compounds : null;
        }
        return null;
    }

    private bool IsAtSelectorEnd() => _token.Kind is CssTokenKind.Comma or CssTokenKind.EndOfFile;

    /// <summary>The combinator at this place, white space for a descendant; null: it is not one.</summary>
    private char? Combinator()
    {
        SkipTrivia();
        if (_token.Kind != CssTokenKind.Delim || _text[_token.Start] is not ('>' or '+' or '~' or '|') || IsNamespaceBar())
            return ' ';
        var combinator = _text[_token.Start];
        if (combinator == '|')
            return null;
        Advance();
        SkipTrivia();
        return combinator;
    }

    /// <summary>Whether the bar belongs to a name without a namespace, <c>|a</c>.</summary>
    private bool IsNamespaceBar() =>
        _text[_token.Start] == '|' && _token.End < _span.End && _text[_token.End] != '|';

    private List<SimpleSelector>? Parts()
    {
        var parts = new List<SimpleSelector>();
        while (!_token.IsTrivia && !IsAtSelectorEnd() && !IsCombinator())
        {
            var part = Part();
            if (part is null)
                return null;
            parts.Add(part);
        }
        return parts;
    }

    private bool IsCombinator() => _token.Kind == CssTokenKind.Delim
        && (_text[_token.Start] is '>' or '+' or '~' || (_text[_token.Start] == '|' && !IsNamespaceBar()));

    private SimpleSelector? Part()
    {
        var start = _token.Start;
        switch (_token.Kind)
        {
            case CssTokenKind.Ident:
                return TypeOrUniversal();
            case CssTokenKind.Hash:
                var id = CssEscapes.Unescape(_text.AsSpan(start + 1, _token.End - start - 1));
                return Simple(SimpleSelectorKind.Id, start, id);
            case CssTokenKind.OpenSquare:
                return Attribute();
            case CssTokenKind.Colon:
                return Pseudo();
            case CssTokenKind.Delim when _text[start] is '*' or '|':
                return TypeOrUniversal();
            case CssTokenKind.Delim when _text[start] == '&':
                return Simple(SimpleSelectorKind.Nesting, start, "&");
            case CssTokenKind.Delim when _text[start] == '.':
                Advance();
                return _token.Kind == CssTokenKind.Ident ? Simple(SimpleSelectorKind.Class, start, NameOf(_token)) : null;
            default:
                return null;
        }
    }

    private SimpleSelector Simple(SimpleSelectorKind kind, int start, string name)
    {
        Advance();
        return new SimpleSelector(kind, new TextSpan(start, _token.Start), name);
    }

    private string NameOf(CssToken token) => CssEscapes.Unescape(_text.AsSpan(token.Start, token.End - token.Start));

    private SimpleSelector? TypeOrUniversal()
    {
        var start = _token.Start;
        if (!IsDelim('|'))
        {
            var name = _token;
            Advance();
            if (!IsDelim('|') || !IsNamespaceBar())
                return TypeOf(name, start, hasNamespace: false);
        }
        Advance();
        var local = _token;
        if (local.Kind != CssTokenKind.Ident && !IsDelim('*'))
            return null;
        Advance();
        return TypeOf(local, start, hasNamespace: true);
    }

    private SimpleSelector TypeOf(CssToken name, int start, bool hasNamespace)
    {
        var kind = name.Kind == CssTokenKind.Ident ? SimpleSelectorKind.Type : SimpleSelectorKind.Universal;
        var span = new TextSpan(start, name.End);
        return new SimpleSelector(kind, span, NameOf(name).ToLowerInvariant()) { HasNamespace = hasNamespace };
    }

    private bool IsDelim(char character) => _token.Kind == CssTokenKind.Delim && _text[_token.Start] == character;

    private SimpleSelector? Attribute()
    {
        var open = _token.Start;
        SkipComponent();
        var close = _token.Start;
        return AttributeReader.Read(_text, new TextSpan(open, close));
    }

    private SimpleSelector? Pseudo()
    {
        var start = _token.Start;
        Advance();
        var kind = SimpleSelectorKind.PseudoClass;
        if (_token.Kind == CssTokenKind.Colon)
        {
            kind = SimpleSelectorKind.PseudoElement;
            Advance();
        }
        if (_token.Kind == CssTokenKind.Function)
            return Function(kind, start);
        if (_token.Kind != CssTokenKind.Ident)
            return null;
        var name = NameOf(_token).ToLowerInvariant();
        return Simple(PseudoClasses.IsElementOfOld(name) ? SimpleSelectorKind.PseudoElement : kind, start, name);
    }

    private SimpleSelector Function(SimpleSelectorKind kind, int start)
    {
        var name = CssEscapes.Unescape(_text.AsSpan(_token.Start, _token.End - _token.Start - 1)).ToLowerInvariant();
        var inside = _token.End;
        SkipComponent();
        var argument = new TextSpan(inside, _text[_token.Start - 1] == ')' ? _token.Start - 1 : _token.Start);
        var selectors = kind == SimpleSelectorKind.PseudoClass ? SelectorsOf(name, argument) : null;
        return new SimpleSelector(kind, new TextSpan(start, _token.Start), name) { Argument = argument, Selectors = selectors };
    }

    private SelectorList? SelectorsOf(string name, TextSpan argument)
    {
        if (PseudoClasses.TakesSelectors(name))
            return Read(_text, argument, _parent, _depth + 1);
        if (name is not ("nth-child" or "nth-last-child"))
            return null;
        var tokens = new CssTokenizer(_text, argument.Start, argument.End);
        for (var token = tokens.Next(); token.Kind != CssTokenKind.EndOfFile; token = tokens.Next())
        {
            if (token.Kind == CssTokenKind.Ident && NameOf(token).Equals("of", StringComparison.OrdinalIgnoreCase))
                return Read(_text, argument with { Start = token.End }, _parent, _depth + 1);
        }
        return null;
    }
}
