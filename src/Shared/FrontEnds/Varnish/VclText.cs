using System.Text.RegularExpressions;

namespace DownPage.FrontEnds.Varnish;

/// <summary>Writes values in Varnish's language, in which nothing within quotes is escaped.</summary>
internal static partial class VclText
{
    /// <summary>A string: <c>"..."</c>, and where that cannot hold it <c>{"..."}</c>, in pieces if it must be.</summary>
    /// <exception cref="FrontEndException">It cannot be written.</exception>
    public static string Quote(string value)
    {
        if (value.Contains('\0', StringComparison.Ordinal))
        {
            throw Refused(value, "it has a NUL character");
        }

        // The end of a long string cannot stand within it: one piece ends between its two characters.
        return value.All(character => character is not '"' && !char.IsControl(character))
            ? $"\"{value}\""
            : "{\"" + value.Replace("\"}", "\"\"} + {\"}", StringComparison.Ordinal) + "\"}";
    }

    /// <summary>A string of one line that is no part of a sum: an argument, a name of a file.</summary>
    /// <exception cref="FrontEndException">It cannot be written.</exception>
    public static string QuoteLine(string value)
        => value.Any(char.IsControl) ? throw Refused(value, "it has a control character")
            : value.Contains("\"}", StringComparison.Ordinal) ? throw Refused(value, "it has a '\"}', which ends a string")
            : Quote(value);

    /// <summary>The name of a header as it stands after <c>resp.http.</c></summary>
    /// <exception cref="FrontEndException">It cannot be written.</exception>
    public static string HeaderName(string name)
        => HeaderSyntax().IsMatch(name) ? name
            : throw Refused(name, "a header's name has letters, digits, '-' and '_' there, and starts with a letter");

    private static FrontEndException Refused(string value, string why) => new(
        DiagnosticCodes.FrontEndValueRefused,
        $"Varnish's configuration cannot have the value '{value}': {why}. Choose another.");

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_-]*\z")]
    private static partial Regex HeaderSyntax();
}
