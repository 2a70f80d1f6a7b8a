using DownPage.StandAlone.Css.Syntax;

namespace DownPage.StandAlone.Css.Trimming;

/// <summary>What an <c>@import</c> says (CSS Cascading and Inheritance Level 5, 2).</summary>
/// <param name="Url">The address.</param>
/// <param name="Conditions">All that is written after the address.</param>
internal sealed record ImportRule(string Url, string Conditions)
{
    /// <summary>The layer, empty for one without a name; null: none.</summary>
    public string? Layer { get; private init; }

    /// <summary>What is between the parentheses of <c>supports()</c>.</summary>
    public string? Supports { get; private init; }

    /// <summary>The media that it is for; empty: all.</summary>
    public string Media { get; private init; } = "";

    /// <summary>Reads what comes after the name of the rule; null: it is not valid, and has no effect.</summary>
    public static ImportRule? Parse(string text, TextSpan prelude)
    {
        var tokens = new CssTokenizer(text, prelude.Start, prelude.End);
        var url = Address(text, ref tokens);
        if (url is null)
        {
            return null;
        }

        var token = tokens.NextSignificant();
        var rule = new ImportRule(url, From(text, token, prelude));
        if (token.Kind == CssTokenKind.Ident && Is(text, token, "layer"))
        {
            rule = rule with { Layer = "" };
            token = tokens.NextSignificant();
        }
        else if (token.Kind == CssTokenKind.Function && Is(text, token, "layer("))
        {
            if (LayerName.Read(Argument(text, ref tokens, token)) is not { } layer)
            {
                // To browsers a query of media that they do not know.
                return rule with { Media = From(text, token, prelude) };
            }

            rule = rule with { Layer = layer };
            token = tokens.NextSignificant();
        }

        if (token.Kind == CssTokenKind.Function && Is(text, token, "supports("))
        {
            rule = rule with { Supports = Argument(text, ref tokens, token) };
            token = tokens.NextSignificant();
        }
        return rule with { Media = From(text, token, prelude) };
    }

    /// <summary>The condition of an <c>@supports</c> that asks the same.</summary>
    public string? SupportsCondition()
    {
        if (Supports is null)
        {
            return null;
        }

        var tokens = new CssTokenizer(Supports);
        var isDeclaration = tokens.NextSignificant().Kind == CssTokenKind.Ident
            && tokens.NextSignificant().Kind == CssTokenKind.Colon;
        return isDeclaration ? $"({Supports})" : Supports;
    }

    private static string? Address(string text, ref CssTokenizer tokens)
    {
        var token = tokens.NextSignificant();
        var written = text.AsSpan(token.Start, token.End - token.Start);
        switch (token.Kind)
        {
            case CssTokenKind.String:
                return CssStrings.Content(written);
            case CssTokenKind.Url:
                return CssStrings.UrlContent(written);
            case CssTokenKind.Function when Is(text, token, "url(") || Is(text, token, "src("):
                var quoted = tokens.NextSignificant();
                var isClosed = quoted.Kind == CssTokenKind.String && tokens.NextSignificant().Kind == CssTokenKind.CloseParen;
                return isClosed ? CssStrings.Content(text.AsSpan(quoted.Start, quoted.End - quoted.Start)) : null;
            default:
                return null;
        }
    }

    private static string Argument(string text, ref CssTokenizer tokens, CssToken function)
    {
        var depth = 1;
        while (true)
        {
            var token = tokens.Next();
            if (token.Closer == CssTokenKind.CloseParen)
            {
                depth++;
            }
            else if (token.Kind == CssTokenKind.CloseParen)
            {
                depth--;
            }

            if (depth == 0 || token.Kind == CssTokenKind.EndOfFile)
            {
                return text[function.End..token.Start].Trim();
            }
        }
    }

    private static string From(string text, CssToken token, TextSpan prelude) =>
        token.Kind == CssTokenKind.EndOfFile ? "" : text[token.Start..prelude.End].Trim();

    private static bool Is(string text, CssToken token, string written) =>
        CssEscapes.AreEqual(text.AsSpan(token.Start, token.End - token.Start), written);
}
