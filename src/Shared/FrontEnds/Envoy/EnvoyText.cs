using System.Globalization;
using System.Text;

namespace DownPage.FrontEnds.Envoy;

/// <summary>Writes values for Envoy's configuration, which is YAML.</summary>
internal static class EnvoyText
{
    /// <summary>A string within double quotes, whatever is in it (YAML 1.2, 7.3.1).</summary>
    public static string Quote(string value)
    {
        var text = new StringBuilder("\"");
        foreach (var character in value)
        {
            if (character is '"' or '\\')
            {
                text.Append('\\').Append(character);
            }
            else if (char.IsControl(character) || character is '\u2028' or '\u2029' or '\ufeff')
            {
                text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
            }
            else
            {
                text.Append(character);
            }
        }

        return text.Append('"').ToString();
    }

    /// <summary>The same for values in which <c>%</c> starts a command, as those of headers.</summary>
    public static string QuoteFormat(string value) => Quote(value.Replace("%", "%%", StringComparison.Ordinal));
}
