namespace DownPage.StandAlone.Css.Syntax;

/// <summary>The contents of tokens that quote a text.</summary>
internal static class CssStrings
{
    /// <summary>What a string token stands for.</summary>
    public static string Content(ReadOnlySpan<char> token) =>
        CssEscapes.Unescape(IsClosed(token) ? token[1..^1] : token[1..]);

    /// <summary>Whether a string token ends in its quote: only the end of the text leaves one open.</summary>
    public static bool IsClosed(ReadOnlySpan<char> token) =>
        token.Length > 1 && token[^1] == token[0] && !EndsInEscape(token[1..^1]);

    /// <summary>Whether the last backslash escapes what comes after the text.</summary>
    public static bool EndsInEscape(ReadOnlySpan<char> text)
    {
        var backslashes = text.Length - text.TrimEnd('\\').Length;
        return backslashes % 2 == 1;
    }

    /// <summary>What a url token, <c>url(a.png)</c>, stands for.</summary>
    public static string UrlContent(ReadOnlySpan<char> token)
    {
        var inside = token[(token.IndexOf('(') + 1)..];
        if (inside.EndsWith(")"))
        {
            inside = inside[..^1];
        }

        return CssEscapes.Unescape(inside.Trim(" \t\r\n\f"));
    }

    /// <summary>The url token for an address where it needs no escapes, else <c>url("…")</c>.</summary>
    public static string Url(string address)
    {
        foreach (var character in address)
        {
            if (CssCharacters.EndsUrl(character))
            {
                return $"url({CssEscapes.Quote(address)})";
            }
        }
        return $"url({address})";
    }
}
