using System.Buffers;
using System.Text;

namespace DownPage.StandAlone.Markup;

/// <summary>
/// White space that CSS collapses: spaces, tabs and line feeds. Others (no-break, form feed) are seen.
/// </summary>
internal static class WhiteSpace
{
    private static readonly SearchValues<char> Collapsible = SearchValues.Create(" \t\n");

    public static bool IsAll(string text) => text.AsSpan().IndexOfAnyExcept(Collapsible) < 0;

    /// <summary>
    /// Every run as one character: a line feed where the run has one, for a break between Chinese or Japanese lines is
    /// not a space; else a space.
    /// </summary>
    public static string Collapse(string text)
    {
        var collapsed = new StringBuilder(text.Length);
        for (var rest = text.AsSpan(); rest.Length > 0;)
        {
            var run = rest.IndexOfAnyExcept(Collapsible);
            run = run < 0 ? rest.Length : run;
            if (run > 0)
            {
                collapsed.Append(rest[..run].Contains('\n') ? '\n' : ' ');
            }

            rest = rest[run..];

            var word = rest.IndexOfAny(Collapsible);
            word = word < 0 ? rest.Length : word;
            collapsed.Append(rest[..word]);
            rest = rest[word..];
        }

        return collapsed.ToString();
    }
}
