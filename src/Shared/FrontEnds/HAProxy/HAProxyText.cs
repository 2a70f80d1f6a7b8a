using System.Text;

namespace DownPage.FrontEnds.HAProxy;

/// <summary>Writes values as words of HAProxy's configuration.</summary>
internal static class HAProxyText
{
    // A line of configuration has 2,048 characters, which also hold the keyword.
    private const int LongestValue = 1_900;

    /// <summary>
    /// One word, whatever is in it: within single quotes nothing has a meaning, neither <c>$</c> nor <c>\</c>.
    /// </summary>
    /// <exception cref="FrontEndException">It cannot be written.</exception>
    public static string Quote(string value)
    {
        if (value.Any(char.IsControl))
        {
            throw Refused(value, "it has a control character");
        }

        return Encoding.UTF8.GetByteCount(value) > LongestValue
            ? throw Refused(value, "it is longer than a line of HAProxy's configuration")
            : "'" + value.Replace("'", @"'\''", StringComparison.Ordinal) + "'";
    }

    /// <summary>A header's value: an errorfile is what goes over the wire.</summary>
    /// <exception cref="FrontEndException">It cannot be written.</exception>
    public static string HeaderValue(string value)
        => value.Any(char.IsControl) ? throw Refused(value, "it has a control character") : value;

    private static FrontEndException Refused(string value, string why) => new(
        DiagnosticCodes.FrontEndValueRefused,
        $"HAProxy's configuration cannot have the value '{value}': {why}. Choose another.");
}
