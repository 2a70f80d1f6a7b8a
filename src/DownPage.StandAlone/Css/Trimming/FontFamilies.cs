using DownPage.StandAlone.Css.Syntax;

namespace DownPage.StandAlone.Css.Trimming;

/// <summary>The names of font families, with one space between words.</summary>
internal static class FontFamilies
{
    /// <summary>The family of a <c>@font-face</c>.</summary>
    public static IReadOnlyList<string> Of(KeptNode fontFace)
    {
        foreach (var child in fontFace.Children ?? [])
        {
            if (child.Node is Declaration { Name: "font-family" } declaration)
            {
                return In(child.Source.Text, declaration.Value);
            }
        }
        return [];
    }

    /// <summary>Families with commas between them.</summary>
    public static IReadOnlyList<string> In(string text, TextSpan span)
    {
        var families = new List<string>();
        var words = new List<string>();
        var tokens = new CssTokenizer(text, span.Start, span.End);
        while (true)
        {
            var token = tokens.NextSignificant();
            var written = text.AsSpan(token.Start, token.End - token.Start);
            if (token.Kind == CssTokenKind.Ident)
            {
                words.Add(CssEscapes.Unescape(written));
            }
            else if (token.Kind == CssTokenKind.String)
            {
                words.Add(CssStrings.Content(written));
            }

            if (token.Kind is not (CssTokenKind.Comma or CssTokenKind.EndOfFile))
            {
                continue;
            }

            if (words.Count > 0)
            {
                families.Add(string.Join(' ', words));
            }

            words.Clear();
            if (token.Kind == CssTokenKind.EndOfFile)
            {
                return families;
            }
        }
    }
}
