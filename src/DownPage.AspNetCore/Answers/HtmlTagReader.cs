using System.Text;

namespace DownPage.AspNetCore.Answers;

/// <summary>Reads one tag with its attributes (https://html.spec.whatwg.org/#before-attribute-name-state).</summary>
internal ref struct HtmlTagReader(ReadOnlySpan<byte> html, int start)
{
    private readonly ReadOnlySpan<byte> html = html;
    private readonly int start = start;
    private int position = start + 1;
    private Range slot;
    private Range hidden;
    private Range dateTime;

    /// <returns>Whether the tag ends before the page does.</returns>
    public bool TryRead(out HtmlTag tag)
    {
        var isEnd = html[position] == '/';
        position += isEnd ? 1 : 0;
        var name = position;
        SkipTo(" \t\n\r\f/>"u8);
        var nameEnd = position;
        var slash = false;
        while (position < html.Length && html[position] != '>')
        {
            var before = position;
            slash = html[position] == '/';
            if (slash || IsSpace(html[position]))
            {
                position++;
                continue;
            }

            ReadAttribute(before);
        }

        tag = new HtmlTag
        {
            Whole = start..Math.Min(position + 1, html.Length),
            Name = name..nameEnd,
            IsEnd = isEnd,
            IsEmpty = slash,
            Slot = slot,
            Hidden = hidden,
            DateTime = dateTime,
        };
        return position < html.Length;
    }

    private void ReadAttribute(int begin)
    {
        // A "=" at its begin belongs to the name.
        position++;
        SkipTo(" \t\n\r\f/>="u8);
        var name = html[begin..position];
        var end = position;
        var value = end..end;
        SkipSpace();
        if (position < html.Length && html[position] == '=')
        {
            position++;
            SkipSpace();
            value = ReadValue();
            end = position;
        }

        position = end;
        Note(name, value, (IsSpace(html[begin - 1]) ? begin - 1 : begin)..end);
    }

    private Range ReadValue()
    {
        if (position < html.Length && html[position] is (byte)'"' or (byte)'\'')
        {
            var quote = html[position++];
            var begin = position;
            position = html[begin..].IndexOf(quote) is >= 0 and var length ? begin + length : html.Length;
            var value = begin..position;
            position = Math.Min(position + 1, html.Length);
            return value;
        }

        var unquoted = position;
        SkipTo(" \t\n\r\f>"u8);
        return unquoted..position;
    }

    /// <summary>The first of attributes of the same name counts.</summary>
    private void Note(ReadOnlySpan<byte> name, Range value, Range whole)
    {
        if (Ascii.EqualsIgnoreCase(name, "data-downpage"u8) && slot.Equals(default))
        {
            slot = value;
        }
        else if (Ascii.EqualsIgnoreCase(name, "hidden"u8) && hidden.Equals(default))
        {
            hidden = whole;
        }
        else if (Ascii.EqualsIgnoreCase(name, "datetime"u8) && dateTime.Equals(default))
        {
            dateTime = whole;
        }
    }

    private void SkipTo(ReadOnlySpan<byte> ends)
        => position = html[position..].IndexOfAny(ends) is >= 0 and var ahead ? position + ahead : html.Length;

    private void SkipSpace()
    {
        while (position < html.Length && IsSpace(html[position]))
        {
            position++;
        }
    }

    private static bool IsSpace(byte character)
        => character is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f';
}
