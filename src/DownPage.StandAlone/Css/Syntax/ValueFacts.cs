namespace DownPage.StandAlone.Css.Syntax;

/// <summary>What the trimming and the writing of a value must know about it.</summary>
internal sealed class ValueFacts
{
    public static readonly ValueFacts None = new();

    /// <summary>Names that begin with two dashes: of custom properties, of other things that an author names.</summary>
    public IReadOnlyList<string> DashedNames { get; private init; } = [];

    /// <summary>All other words, and the contents of strings.</summary>
    public IReadOnlyList<string> Words { get; private init; } = [];

    public IReadOnlyList<CssUrl> Urls { get; private init; } = [];

    public static ValueFacts Read(string text, TextSpan span)
    {
        if (span.IsEmpty)
        {
            return None;
        }

        var dashed = new List<string>();
        var words = new List<string>();
        var urls = new List<CssUrl>();
        var functions = new Stack<string>();
        var tokens = new CssTokenizer(text, span.Start, span.End);
        for (var token = tokens.Next(); token.Kind != CssTokenKind.EndOfFile; token = tokens.Next())
        {
            switch (token.Kind)
            {
                case CssTokenKind.Ident:
                    AddWord(CssEscapes.Unescape(Of(text, token)), dashed, words);
                    break;
                case CssTokenKind.Function:
                    var name = CssEscapes.Unescape(text.AsSpan(token.Start, token.End - token.Start - 1));
                    functions.Push(name);
                    if (name.StartsWith("--", StringComparison.Ordinal))
                    {
                        dashed.Add(name);
                    }

                    break;
                case CssTokenKind.OpenParen:
                    functions.Push("");
                    break;
                case CssTokenKind.CloseParen:
                    functions.TryPop(out _);
                    break;
                case CssTokenKind.Url:
                    urls.Add(new CssUrl(new TextSpan(token.Start, token.End), CssStrings.UrlContent(Of(text, token)), false));
                    break;
                case CssTokenKind.String:
                    var content = CssStrings.Content(Of(text, token));
                    if (functions.TryPeek(out var function) && TakesAddress(function))
                    {
                        urls.Add(new CssUrl(new TextSpan(token.Start, token.End), content, true));
                    }
                    else
                    {
                        words.Add(content);
                    }

                    break;
            }
        }
        return dashed.Count + words.Count + urls.Count == 0
            ? None
            : new ValueFacts { DashedNames = [.. dashed], Words = [.. words], Urls = [.. urls] };
    }

    private static ReadOnlySpan<char> Of(string text, CssToken token) => text.AsSpan(token.Start, token.End - token.Start);

    private static void AddWord(string word, List<string> dashed, List<string> words) =>
        (word.StartsWith("--", StringComparison.Ordinal) ? dashed : words).Add(word);

    private static bool TakesAddress(string function) =>
        function.Equals("url", StringComparison.OrdinalIgnoreCase)
        || function.Equals("src", StringComparison.OrdinalIgnoreCase)
        || function.Equals("image-set", StringComparison.OrdinalIgnoreCase)
        || function.Equals("-webkit-image-set", StringComparison.OrdinalIgnoreCase);
}
