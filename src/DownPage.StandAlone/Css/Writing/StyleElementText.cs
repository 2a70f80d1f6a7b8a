using System.Text;
using DownPage.StandAlone.Css.Syntax;

namespace DownPage.StandAlone.Css.Writing;

/// <summary>Writes a sheet so that nothing in it ends the <c>style</c> element that it is in.</summary>
internal static class StyleElementText
{
    private const string EndTag = "</style";

    public static string Escape(string css)
    {
        if (!css.Contains(EndTag, StringComparison.OrdinalIgnoreCase))
        {
            return css;
        }

        var escaped = new StringBuilder(css.Length + 8);
        var tokens = new CssTokenizer(css);
        var isAfterBracket = false;
        for (var token = tokens.Next(); token.Kind != CssTokenKind.EndOfFile; token = tokens.Next())
        {
            var text = css[token.Start..token.End];
            // Three tokens: a comment keeps them apart, and nothing else changes.
            if (isAfterBracket && text == "/")
            {
                text = "/**//";
            }

            isAfterBracket = text == "<";
            var replacement = token.Kind == CssTokenKind.Comment ? "< /style" : "<\\/style";
            escaped.Append(text.Replace(EndTag, replacement, StringComparison.OrdinalIgnoreCase));
        }
        return escaped.ToString();
    }
}
