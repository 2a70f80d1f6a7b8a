using System.Globalization;
using System.Text;

namespace DownPage.FrontEnds.Apache;

/// <summary>Values as Apache httpd reads them, in each of the syntaxes that one file of it mixes.</summary>
internal static class ApacheText
{
    /// <summary>An argument of a directive, in its quotes.</summary>
    /// <exception cref="FrontEndException">It would be taken for a variable, or breaks the line.</exception>
    public static string Quote(string value) => $"\"{Escape(value)}\"";

    /// <summary>A part of an argument, which has its quotes elsewhere.</summary>
    /// <exception cref="FrontEndException">It would be taken for a variable, or breaks the line.</exception>
    public static string Escape(string value) => Checked(value)
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal);

    /// <summary>The path of a file to include.</summary>
    /// <exception cref="FrontEndException">It would be taken for a pattern.</exception>
    public static string Include(string path)
        => path.AsSpan().IndexOfAny("*?[]") < 0 ? Quote(path)
            : throw Refused(path, "Include takes '*', '?', '[' and ']' for a pattern of files");

    /// <summary>A text within an expression, in its quotes; the expression as a whole is still to be quoted.</summary>
    public static string Literal(string value)
        => "'" + Escaped(Checked(value), "\\'%$") + "'";

    /// <summary>
    /// A text within a regular expression that stands between <c>#</c>; what is not a letter, a digit or one of
    /// <c>/-_</c> by its bytes, because the server compares bytes.
    /// </summary>
    public static string Pattern(string value)
    {
        var pattern = new StringBuilder();
        foreach (var octet in Encoding.UTF8.GetBytes(Checked(value)))
        {
            var character = (char)octet;
            _ = char.IsAsciiLetterOrDigit(character) || character is '/' or '-' or '_' ? pattern.Append(character)
                : character == '.' ? pattern.Append("\\.")
                : pattern.Append(CultureInfo.InvariantCulture, $"\\x{octet:x2}");
        }

        return pattern.ToString();
    }

    /// <summary>The value of a header, as an argument: there, <c>%</c> starts a format.</summary>
    /// <exception cref="FrontEndException">It would be taken for an expression.</exception>
    public static string HeaderValue(string value)
        => value.StartsWith("expr=", StringComparison.OrdinalIgnoreCase)
            ? throw Refused(value, "a header that starts with 'expr=' would be taken for an expression")
            : Quote(value
                .Replace("\\", "\\\\", StringComparison.Ordinal)
                .Replace("%", "%%", StringComparison.Ordinal));

    /// <summary>A path as an address, for a type-map.</summary>
    public static string Address(string path)
        => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    /// <summary>For whatever cannot be written.</summary>
    public static FrontEndException Refused(string value, string why) => new(
        DiagnosticCodes.FrontEndValueRefused,
        $"The value '{value}' cannot be written for Apache httpd: {why}. Use another name.");

    private static string Checked(string value)
        => value.Contains("${", StringComparison.Ordinal) ? throw Refused(value, "'${' would start a variable")
            : value.Any(char.IsControl) ? throw Refused(value, "it has a control character, such as a line break")
            : value;

    private static string Escaped(string value, string special)
        => string.Concat(value.Select(character => special.Contains(character, StringComparison.Ordinal)
            ? "\\" + character
            : character.ToString()));
}
