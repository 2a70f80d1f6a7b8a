using System.Globalization;
using System.Text;

namespace DownPage.StandAlone.Css.Syntax;

/// <summary>Reads and writes escapes (CSS Syntax Level 3, 4.3.7).</summary>
internal static class CssEscapes
{
    private const int LongestCode = 6;

    /// <summary>Where the escape that begins at a backslash ends.</summary>
    public static int EndOf(string text, int backslash, int end)
    {
        var position = backslash + 1;
        if (position >= end)
        {
            return end;
        }

        if (!char.IsAsciiHexDigit(text[position]))
        {
            return position + (char.IsHighSurrogate(text[position]) && position + 1 < end ? 2 : 1);
        }

        var last = Math.Min(position + LongestCode, end);
        while (position < last && char.IsAsciiHexDigit(text[position]))
        {
            position++;
        }

        if (position < end && CssCharacters.IsWhitespace(text[position]))
        {
            position += text[position] == '\r' && position + 1 < end && text[position + 1] == '\n' ? 2 : 1;
        }

        return position;
    }

    /// <summary>The text that a name, or the inside of a string or url, stands for.</summary>
    public static string Unescape(ReadOnlySpan<char> source)
    {
        var backslash = source.IndexOf('\\');
        if (backslash < 0)
        {
            return source.ToString();
        }

        var text = source.ToString();
        var unescaped = new StringBuilder(text.Length);
        var position = 0;
        while (position < text.Length)
        {
            if (text[position] != '\\')
            {
                unescaped.Append(text[position++]);
                continue;
            }
            var next = position + 1;
            if (next < text.Length && CssCharacters.IsNewline(text[next]))
            {
                position = next + (text.AsSpan(next).StartsWith("\r\n") ? 2 : 1);
                continue;
            }
            var end = EndOf(text, position, text.Length);
            AppendEscaped(unescaped, text.AsSpan(next, end - next));
            position = end;
        }
        return unescaped.ToString();
    }

    /// <summary>Whether a name of the source is a keyword: escapes and case do not matter.</summary>
    public static bool AreEqual(ReadOnlySpan<char> source, string keyword) => source.Contains('\\')
        ? Unescape(source).Equals(keyword, StringComparison.OrdinalIgnoreCase)
        : source.Equals(keyword, StringComparison.OrdinalIgnoreCase);

    /// <summary>A string token that stands for a text.</summary>
    public static string Quote(string value)
    {
        var quoted = new StringBuilder(value.Length + 2).Append('"');
        foreach (var character in value)
        {
            if (character is '"' or '\\')
            {
                quoted.Append('\\').Append(character);
            }
            else if (character < ' ' || character == '\u007f')
            {
                quoted.Append('\\').Append(((int)character).ToString("x", CultureInfo.InvariantCulture)).Append(' ');
            }
            else
            {
                quoted.Append(character);
            }
        }
        return quoted.Append('"').ToString();
    }

    /// <summary>A name token that stands for a text.</summary>
    public static string Ident(string name)
    {
        var ident = new StringBuilder(name.Length);
        for (var index = 0; index < name.Length; index++)
        {
            var character = name[index];
            var isFirst = index == 0 || (index == 1 && name[0] == '-');
            var isAllowed = isFirst ? CssCharacters.IsNameStart(character) : CssCharacters.IsName(character);
            if (isAllowed || (character == '-' && name.Length > 1))
            {
                ident.Append(character);
            }
            else if (char.IsAsciiHexDigit(character) || character < ' ')
            {
                ident.Append('\\').Append(((int)character).ToString("x", CultureInfo.InvariantCulture)).Append(' ');
            }
            else
            {
                ident.Append('\\').Append(character);
            }
        }
        return ident.ToString();
    }

    private static void AppendEscaped(StringBuilder unescaped, ReadOnlySpan<char> escaped)
    {
        if (escaped.Length == 0)
        {
            unescaped.Append('\ufffd');
            return;
        }
        if (!char.IsAsciiHexDigit(escaped[0]))
        {
            unescaped.Append(escaped);
            return;
        }
        var digits = escaped.TrimEnd(" \t\r\n\f");
        var code = int.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        unescaped.Append(Rune.IsValid(code) && code != 0 ? new Rune(code).ToString() : "\ufffd");
    }
}
