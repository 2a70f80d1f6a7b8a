using System.Text;
using DownPage.StandAlone.Css.Syntax;

namespace DownPage.StandAlone.Css.Writing;

/// <summary>Comments that begin with <c>/*!</c>: by custom they say whose work it is, and stay with it.</summary>
internal static class LicenceComments
{
    /// <summary>Those among white space and comments, one after the other.</summary>
    public static string In(string css, TextSpan span)
    {
        var found = new StringBuilder();
        var tokens = new CssTokenizer(css, span.Start, span.End);
        for (var token = tokens.Next(); token.IsTrivia; token = tokens.Next())
        {
            if (token.Kind == CssTokenKind.Comment && css.AsSpan(token.Start).StartsWith("/*!"))
            {
                found.Append(css, token.Start, token.End - token.Start);
            }
        }

        return found.ToString();
    }
}
