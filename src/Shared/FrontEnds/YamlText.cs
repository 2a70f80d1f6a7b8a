using System.Globalization;
using System.Text;

namespace DownPage.FrontEnds;

/// <summary>Values in the syntax of YAML.</summary>
internal static class YamlText
{
    /// <summary>The text in double quotes: whatever it is, YAML 1.1 and 1.2 read the same back.</summary>
    public static string Quote(string value)
    {
        var quoted = new StringBuilder(value.Length + 2).Append('"');
        foreach (var character in value)
        {
            _ = character switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                '\t' => quoted.Append("\\t"),
                '\r' => quoted.Append("\\r"),
                _ when IsPrintable(character) => quoted.Append(character),
                _ => quoted.Append("\\u").Append(((int)character).ToString("X4", CultureInfo.InvariantCulture)),
            };
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>
    /// A text of several lines as they are, with the sign that opens it: <c>|2-</c>. Null: the text has what YAML would
    /// read back as something else.
    /// </summary>
    /// <param name="value">The text.</param>
    /// <param name="indent">Spaces before each line.</param>
    public static string? Block(string value, int indent)
    {
        var lines = value.Split('\n');
        var ends = value.Length - value.TrimEnd('\n').Length;
        if (value.Length == ends || value.Any(character => character is not ('\n' or '\t') && !IsPrintable(character)))
        {
            return null;
        }

        var chomping = ends switch { 0 => "-", 1 => "", _ => "+" };
        var spaces = new string(' ', indent);
        var text = string.Join(
            '\n', lines[..^(ends == 0 ? 0 : 1)].Select(line => line.Length == 0 ? "" : spaces + line));
        return string.Create(CultureInfo.InvariantCulture, $"|2{chomping}\n{text}");
    }

    // NEL, LS and PS end lines in YAML 1.1; surrogates come in pairs, which are printable.
    private static bool IsPrintable(char character)
        => character is >= ' ' and <= '~' or >= '\u00A0' and <= '\uFEFE' and not ('\u2028' or '\u2029')
            or > '\uFEFF' and <= '\uFFFD';
}
