using System.Text;

namespace DownPage.StandAlone.Css.Syntax;

/// <summary>
/// Writes what browsers assume at the end of a text that ends inside a block, a string or a comment, so that it means
/// the same when something follows it.
/// </summary>
internal static class CssRepair
{
    public static string Close(string text)
    {
        var open = new Stack<CssTokenKind>();
        var tokens = new CssTokenizer(text);
        var last = default(CssToken);
        for (var token = tokens.Next(); token.Kind != CssTokenKind.EndOfFile; token = tokens.Next())
        {
            last = token;
            if (open.Count > 0 && token.Kind == open.Peek())
            {
                open.Pop();
            }
            else if (token.Closer != CssTokenKind.EndOfFile)
            {
                open.Push(token.Closer);
            }
        }
        var end = EndOf(text, last);
        if (open.Count == 0 && end.Length == 0)
        {
            return text;
        }

        var closed = new StringBuilder(text).Append(end);
        foreach (var closer in open)
        {
            closed.Append(closer switch { CssTokenKind.CloseCurly => '}', CssTokenKind.CloseSquare => ']', _ => ')' });
        }

        return closed.ToString();
    }

    /// <summary>What the last token lacks.</summary>
    private static string EndOf(string text, CssToken last)
    {
        var token = text.AsSpan(last.Start, last.End - last.Start);
        switch (last.Kind)
        {
            case CssTokenKind.Comment:
                return token.Length >= 4 && token.EndsWith("*/") ? "" : token.EndsWith("*") && token.Length > 2 ? "/" : "*/";
            case CssTokenKind.String when CssStrings.IsClosed(token):
                return "";
            case CssTokenKind.String:
                // A line break after a backslash continues the string, and adds nothing to it.
                return CssStrings.EndsInEscape(token) ? $"\n{token[0]}" : token[..1].ToString();
            case CssTokenKind.Url or CssTokenKind.BadUrl when token.EndsWith(")") && !CssStrings.EndsInEscape(token[..^1]):
                return "";
            case CssTokenKind.Url or CssTokenKind.BadUrl:
                return CssStrings.EndsInEscape(token) ? "\ufffd)" : ")";
            default:
                return CssStrings.EndsInEscape(token) && last.Kind != CssTokenKind.Delim ? "\ufffd" : "";
        }
    }
}
