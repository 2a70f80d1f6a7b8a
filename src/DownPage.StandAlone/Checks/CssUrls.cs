using System.Globalization;
using System.Text.RegularExpressions;

namespace DownPage.StandAlone.Checks;

/// <summary>The addresses in the text of a style sheet or a <c>style</c> attribute.</summary>
internal static partial class CssUrls
{
    /// <summary>What is loaded: <c>url()</c>, <c>@import "…"</c>, the strings of <c>image-set()</c>; not namespaces.</summary>
    public static IReadOnlyList<string> Find(string css)
    {
        var urls = new List<string>();
        var imageSetEnd = 0;
        foreach (Match match in Part().Matches(css))
        {
            if (match.Groups["imageset"].Success)
                imageSetEnd = ClosingParenthesis(css, match.Index + match.Length);
            else if (Address(match, isImageSet: match.Index < imageSetEnd) is { } url)
                urls.Add(Unescape(url));
        }

        return urls;
    }

    private static string? Address(Match match, bool isImageSet)
    {
        if (match.Groups["namespace"].Success)
            return null;
        if (match.Groups["url"] is { Success: true } url)
            return Unquoted(url.Value.Trim());
        if (match.Groups["import"] is { Success: true } import)
            return Unquoted(import.Value);

        // Of image-set() only the sources are strings of their own; type("image/avif") is not.
        return isImageSet && match.Groups["string"] is { Success: true } source ? Unquoted(source.Value) : null;
    }

    private static int ClosingParenthesis(string css, int start)
    {
        var depth = 1;
        foreach (Match match in Bracket().Matches(css, start))
        {
            depth += match.Value switch
            {
                ")" => -1,
                [.., '('] => 1,
                _ => 0,
            };
            if (depth == 0)
                return match.Index;
        }

        return css.Length;
    }

    private static string Unquoted(string text)
        => text is ['"' or '\'', .., '"' or '\''] ? text[1..^1] : text;

    private static string Unescape(string text) => Escape().Replace(text, match => match.Groups["code"] is { Success: true } code
        ? char.ConvertFromUtf32(ValidCodePoint(int.Parse(code.Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)))
        : match.Groups["character"].Value);

    private static int ValidCodePoint(int code) => code is 0 or > 0x10FFFF or (>= 0xD800 and <= 0xDFFF) ? 0xFFFD : code;

    // Comments first, so that what is in them is nothing; strings last, so that none of them is part of another.
    [GeneratedRegex(
        """
        /\*.*?(?:\*/|$)
        |(?<namespace>@namespace\b[^;]*)
        |@import\s+(?<import>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')
        |(?<![\w-])(?:url|src)\(\s*(?<url>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|(?:[^)"'\\]|\\.)*)\s*\)
        |(?<imageset>(?:-webkit-)?image-set\()
        |\b(?:type|format|tech)\([^)]*\)
        |(?<string>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')
        """,
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Part();

    [GeneratedRegex("""url\(\s*(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^)"']*)\s*\)|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\(|\)""",
        RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Bracket();

    [GeneratedRegex(@"\\(?:(?<code>[0-9a-fA-F]{1,6})\s?|(?:\r\n|\n)|(?<character>.))", RegexOptions.Singleline)]
    private static partial Regex Escape();
}
