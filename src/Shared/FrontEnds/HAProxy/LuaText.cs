using System.Globalization;
using System.Text;

namespace DownPage.FrontEnds.HAProxy;

/// <summary>Writes values as expressions of Lua.</summary>
internal static class LuaText
{
    /// <summary>A string, whatever is in it; what is not ASCII stays as it is, in UTF-8.</summary>
    public static string Quote(string value)
    {
        var text = new StringBuilder("\"");
        foreach (var character in value)
        {
            if (character is '"' or '\\')
            {
                text.Append('\\').Append(character);
            }
            else if (character is < ' ' or '\x7f')
            {
                // Three digits: a digit that follows would be read with them.
                text.Append('\\').Append(((int)character).ToString("000", CultureInfo.InvariantCulture));
            }
            else
            {
                text.Append(character);
            }
        }

        return text.Append('"').ToString();
    }

    /// <summary>A string, or <c>nil</c>.</summary>
    public static string QuoteOrNil(string? value) => value is null ? "nil" : Quote(value);
}
