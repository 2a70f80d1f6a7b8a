using System.Text;

namespace DownPage.FrontEnds.Caddy;

/// <summary>
/// Quotes values for a Caddyfile, where three readers follow each other: variables of the environment in braces with a
/// dollar sign, whatever the quotes; the quotes; placeholders in braces, at each request.
/// </summary>
internal static class CaddyText
{
    private const string Special = @"\.+*?()|[]{}^$";

    /// <summary>A word of its syntax that stands for the value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="what">What it is, for the message.</param>
    /// <exception cref="FrontEndException">There is no way to write it.</exception>
    public static string Quote(string value, string what)
    {
        if (value.Any(char.IsControl))
        {
            throw Refused(what, value, "a Caddyfile cannot hold control characters there", "Take them out");
        }

        if (value.Contains("{$", StringComparison.Ordinal))
        {
            throw Refused(
                what, value, "Caddy puts a variable of the environment in the place of '{$…}', even within quotes",
                "Choose another one");
        }

        if (value.Contains(@"\{", StringComparison.Ordinal) || value.Contains(@"\}", StringComparison.Ordinal))
        {
            throw Refused(what, value, "Caddy reads a backslash before a brace as part of the brace", "Choose another one");
        }

        var literal = value.Replace("{", @"\{", StringComparison.Ordinal).Replace("}", @"\}", StringComparison.Ordinal);
        if (value.Length > 0 && value.All(IsPlain))
        {
            return literal;
        }

        if (!value.Contains('\\', StringComparison.Ordinal))
        {
            return "\"" + literal.Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
        }

        return value.Contains('`', StringComparison.Ordinal)
            ? throw Refused(
                what, value, "a Caddyfile has no quotes for a backslash together with a backtick", "Choose another one")
            : "`" + literal + "`";
    }

    /// <summary>The same for a path that Caddy looks for by pattern.</summary>
    /// <exception cref="FrontEndException">It would be read as one, or cannot be written.</exception>
    public static string Path(string value, string what)
        => value.IndexOfAny(['*', '?', '[', '\\', '{', '}']) < 0
            ? Quote(value, what)
            : throw Refused(
                what, value, "Caddy looks for files by patterns, in which *, ?, [, \\ and braces have a meaning of their own",
                "Choose a path without them");

    /// <summary>A regular expression that matches the value alone, to be put between double quotes.</summary>
    public static string Escape(string value)
    {
        var text = new StringBuilder();
        foreach (var character in value)
        {
            // A quote after a backslash would not end the word for every version: it is written by its number.
            text.Append(character is '"' ? @"\x22" : Special.Contains(character, StringComparison.Ordinal)
                ? "\\" + character
                : character.ToString());
        }

        return text.ToString();
    }

    private static bool IsPlain(char character)
        => char.IsAsciiLetterOrDigit(character) || character is '/' or '.' or '_' or '-' or ':' or '=' or ',';

    private static FrontEndException Refused(string what, string value, string why, string remedy)
        => new(
            DiagnosticCodes.FrontEndValueRefused,
            $"{what} '{value}' cannot be written in a Caddyfile: {why}. {remedy}, or take caddy out of DownPageServers.");
}
