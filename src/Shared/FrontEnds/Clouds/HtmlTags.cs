namespace DownPage.FrontEnds.Clouds;

/// <summary>
/// Finds the tags of a page, and takes no text, comment, script or style for one. Pages are the build's, and well
/// formed: this is no parser for what browsers make sense of.
/// </summary>
internal static class HtmlTags
{
    private static readonly HashSet<string> Texts =
        ["script", "style", "title", "textarea", "iframe", "noframes", "xmp"];

    /// <summary>In the order of the page.</summary>
    public static IReadOnlyList<HtmlTag> In(string html)
    {
        var tags = new List<HtmlTag>();
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0; at = Next(html, at))
        {
            if (Is(html, at, "<!--"))
            {
                at = After(html, "-->", at + 4) - 1;
            }
            else if (Name(html, at + 1) is { Length: > 0 } name)
            {
                var tag = new HtmlTag(name, at, html[at..EndOf(html, at + 1 + name.Length)]);
                tags.Add(tag);
                var last = Texts.Contains(name)
                    ? html.IndexOf("</" + name, tag.End, StringComparison.OrdinalIgnoreCase)
                    : tag.End;
                at = (last < 0 ? html.Length : last) - 1;
            }
        }

        return tags;
    }

    private static int Next(string html, int at)
        => at + 1 >= html.Length ? -1 : html.IndexOf('<', at + 1);

    private static bool Is(string html, int at, string text)
        => string.CompareOrdinal(html, at, text, 0, text.Length) == 0;

    private static int After(string html, string text, int at)
    {
        var found = at > html.Length ? -1 : html.IndexOf(text, at, StringComparison.Ordinal);
        return found < 0 ? html.Length : found + text.Length;
    }

    /// <returns>Empty: it is no tag.</returns>
    private static string Name(string html, int at)
    {
        var end = at < html.Length && html[at] == '/' ? at + 1 : at;
        var first = end;
        while (end < html.Length && (char.IsAsciiLetterOrDigit(html[end]) || html[end] == '-'))
        {
            end++;
        }

        return end > first && char.IsAsciiLetter(html[first]) ? html[at..end].ToLowerInvariant() : "";
    }

    /// <summary>Behind the bracket that ends the tag, not one within a quoted value.</summary>
    private static int EndOf(string html, int at)
    {
        var quote = '\0';
        var previous = ' ';
        for (; at < html.Length; at++)
        {
            var letter = html[at];
            if (quote != '\0')
            {
                quote = letter == quote ? '\0' : quote;
            }
            else if (letter is '"' or '\'' && previous == '=')
            {
                quote = letter;
            }
            else if (letter == '>')
            {
                return at + 1;
            }

            previous = char.IsWhiteSpace(letter) ? previous : letter;
        }

        return html.Length;
    }
}
