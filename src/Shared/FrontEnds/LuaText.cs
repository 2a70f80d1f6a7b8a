using System.Globalization;
using System.Text;

namespace DownPage.FrontEnds;

/// <summary>Values as Lua reads them: every one can be written.</summary>
internal static class LuaText
{
    /// <summary>A string in its quotes; UTF-8 stays as it is, control characters become numbers.</summary>
    public static string Quote(string value)
    {
        var quoted = new StringBuilder("\"");
        foreach (var character in value)
        {
            _ = character is '"' or '\\' ? quoted.Append('\\').Append(character)
                : character is < ' ' or '\x7f' ? quoted.Append(CultureInfo.InvariantCulture, $"\\{(int)character:d3}")
                : quoted.Append(character);
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>A string, or <c>nil</c>.</summary>
    public static string QuoteOrNil(string? value) => value is null ? "nil" : Quote(value);

    /// <summary>A table, a line for each of its entries.</summary>
    /// <param name="entries">As they are to be written.</param>
    /// <param name="indent">Spaces before the closing brace.</param>
    public static string Table(IEnumerable<string> entries, int indent = 0)
    {
        var margin = new string(' ', indent);
        var lines = string.Concat(entries.Select(entry => $"\n{margin}    {entry},"));
        return lines.Length == 0 ? "{}" : "{" + lines + "\n" + margin + "}";
    }
}
