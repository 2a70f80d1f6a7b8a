using System.Globalization;
using System.Text;

namespace DownPage.FrontEnds.Nginx;

/// <summary>Values in the syntax of nginx, which has quotes and backslashes, and no way at all to write a dollar.</summary>
internal static class NginxText
{
    /// <summary>The value in quotes.</summary>
    /// <param name="what">What it is, to begin a sentence with: <c>The flag file</c>.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="FrontEndException">nginx would take it for something else.</exception>
    public static string Quote(string what, string value)
    {
        if (value.Contains('$', StringComparison.Ordinal))
        {
            throw Refused(what, value, "nginx puts the value of a variable in the place of a name after '$', and has "
                + "no other way to write one", "Choose one without it");
        }

        if (value.Any(char.IsControl))
        {
            throw Refused(
                what, value, "a control character would end the line or be lost", "Choose one without such characters");
        }

        var quoted = new StringBuilder(value.Length + 2).Append('"');
        foreach (var character in value)
        {
            if (character is '"' or '\\')
            {
                quoted.Append('\\');
            }

            quoted.Append(character);
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>The value as it is where nothing in it means anything, else in quotes.</summary>
    public static string Word(string what, string value)
        => value.Length > 0 && value.All(IsPlain) ? value : Quote(what, value);

    /// <summary>Text for a comment: on one line, whatever it is.</summary>
    public static string Comment(string value)
        => string.Concat(value.Select(character => char.IsControl(character) ? '?' : character));

    /// <summary>The exact text in a regular expression.</summary>
    public static string Regex(string value)
    {
        var pattern = new StringBuilder(value.Length);
        foreach (var octet in Encoding.UTF8.GetBytes(value))
        {
            var character = (char)octet;
            if (char.IsAsciiLetterOrDigit(character) || character is '/' or '-' or '_')
            {
                pattern.Append(character);
            }
            else if (character == '.')
            {
                pattern.Append("\\.");
            }
            else
            {
                pattern.Append("\\x").Append(octet.ToString("x2", CultureInfo.InvariantCulture));
            }
        }

        return pattern.ToString();
    }

    /// <summary>A value that cannot be written, or not so that nginx takes it.</summary>
    public static FrontEndException Refused(string what, string value, string why, string remedy)
        => new(DiagnosticCodes.FrontEndValueRefused,
            $"{what} '{Comment(value)}' cannot be written into the configuration of nginx: {why}. {remedy}.");

    private static bool IsPlain(char character)
        => char.IsAsciiLetterOrDigit(character) || "/.-_:+,@=".Contains(character, StringComparison.Ordinal);
}
