using System.Text;

namespace DownPage.AspNetCore.Answers;

/// <summary>
/// The tags of a page one after the other, as the tokenizer of HTML finds them
/// (https://html.spec.whatwg.org/#tokenization): not what looks like tags in comments, quoted attributes, scripts and
/// styles. The page's encoding must contain ASCII.
/// </summary>
internal ref struct HtmlScanner(ReadOnlySpan<byte> html, int from = 0)
{
    private readonly ReadOnlySpan<byte> html = html;
    private int position = from;
    private int foreign;

    public HtmlTag Tag { get; private set; }

    public void MoveTo(int place) => position = place;

    public bool MoveNext()
    {
        while (position < html.Length && html[position..].IndexOf((byte)'<') is >= 0 and var ahead)
        {
            position += ahead;
            var next = html[(position + 1)..];
            if (next is [(byte)'!' or (byte)'?', ..])
            {
                position = next.StartsWith("!--"u8) ? EndOfComment(position + 4) : After((byte)'>', position);
            }
            else if (next is [(byte)'/', var first, ..] && !char.IsAsciiLetter((char)first))
            {
                position = After((byte)'>', position);
            }
            else if (next is [var letter, ..] && (letter == '/' || char.IsAsciiLetter((char)letter)))
            {
                return ReadTag();
            }
            else
            {
                position++;
            }
        }

        return false;
    }

    private bool ReadTag()
    {
        var reader = new HtmlTagReader(html, position);
        if (!reader.TryRead(out var tag))
        {
            position = html.Length;
            return false;
        }

        var name = html[tag.Name];
        if (HtmlNames.IsForeignRoot(name))
        {
            foreign += tag.IsEnd ? -Math.Min(1, foreign) : tag.IsEmpty ? 0 : 1;
        }

        Tag = foreign > 0 ? tag : tag with { IsEmpty = false };
        position = tag.Whole.End.Value;
        if (!Tag.IsEnd && !Tag.IsEmpty && HtmlNames.IsRawText(name))
        {
            position = EndOfRawText(name);
        }

        return true;
    }

    private readonly int EndOfRawText(ReadOnlySpan<byte> name)
    {
        for (var at = position; html[at..].IndexOf("</"u8) is >= 0 and var ahead; at += ahead + 2)
        {
            var rest = html[(at + ahead + 2)..];
            if (rest.Length > name.Length && Ascii.EqualsIgnoreCase(rest[..name.Length], name)
                && " \t\n\r\f/>"u8.Contains(rest[name.Length]))
            {
                return at + ahead;
            }
        }

        return html.Length;
    }

    private readonly int EndOfComment(int text)
    {
        var rest = html[Math.Min(text, html.Length)..];
        if (rest is [(byte)'>', ..])
        {
            return text + 1;
        }

        if (rest.StartsWith("->"u8))
        {
            return text + 2;
        }

        var end = rest.IndexOf("-->"u8);
        var bang = rest.IndexOf("--!>"u8);
        return bang >= 0 && (end < 0 || bang < end) ? text + bang + 4 : end >= 0 ? text + end + 3 : html.Length;
    }

    private readonly int After(byte character, int start)
        => html[start..].IndexOf(character) is >= 0 and var ahead ? start + ahead + 1 : html.Length;
}
