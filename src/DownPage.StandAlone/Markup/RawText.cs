using System.Text.RegularExpressions;

namespace DownPage.StandAlone.Markup;

/// <summary>Text of files, made fit to stand in a <c>script</c>: no part of it may end the element.</summary>
internal static partial class RawText
{
    /// <summary>What is escaped can only stand in a string, a regular expression or a comment.</summary>
    public static string ForScript(string text)
    {
        var escaped = ScriptEnd().Replace(text, @"<\/$1");

        // Behind "<!--", a "<script" makes the parser take the next end tag for part of the text.
        return escaped.Contains("<!--", StringComparison.Ordinal) ? ScriptStart().Replace(escaped, @"\x3C$1") : escaped;
    }

    [GeneratedRegex("</(script)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ScriptEnd();

    [GeneratedRegex(@"<(script)(?=[\s/>])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ScriptStart();
}
