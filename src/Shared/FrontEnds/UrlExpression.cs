using System.Globalization;
using System.Text;

namespace DownPage.FrontEnds;

/// <summary>Finds a path in what is requested, for servers that do not decode it: as PCRE and RE2 read it.</summary>
internal static class UrlExpression
{
    private const string Literal = "-._~";

    /// <summary>
    /// A regular expression that finds a path in a URL as it is requested: percent-encoded, in whatever case.
    /// </summary>
    public static string Of(string path)
    {
        var text = new StringBuilder();
        foreach (var value in Encoding.UTF8.GetBytes(path))
        {
            var character = (char)value;
            var code = value.ToString("x2", CultureInfo.InvariantCulture);
            if (char.IsAsciiLetterOrDigit(character) || character == '/' || Literal.Contains(character, StringComparison.Ordinal))
            {
                text.Append(character == '.' ? "\\." : character.ToString());
            }
            else if (character is > ' ' and <= '~' and not '%' and not '"')
            {
                text.Append(CultureInfo.InvariantCulture, $"(?:\\x{code}|%{code})");
            }
            else
            {
                text.Append('%').Append(code);
            }
        }

        return text.ToString();
    }
}
