using System.Text.RegularExpressions;

namespace DownPage.Docs.Tests;

/// <summary>As much of Markdown as these documents use.</summary>
internal static partial class Markdown
{
    /// <summary>The lines that are not in a fenced block.</summary>
    public static IEnumerable<string> Prose(string text)
    {
        var fenced = false;
        foreach (var line in text.Split('\n'))
        {
            if (line.TrimStart().StartsWith("```", StringComparison.Ordinal))
                fenced = !fenced;
            else if (!fenced)
                yield return line;
        }
    }

    /// <summary>The lines of the fenced blocks of a language, without the fences.</summary>
    public static IEnumerable<string> Fenced(string text, string language)
    {
        string? open = null;
        foreach (var line in text.Split('\n'))
        {
            var trimmed = line.TrimStart();
            if (trimmed.StartsWith("```", StringComparison.Ordinal))
                open = open is null ? trimmed[3..] : null;
            else if (open == language)
                yield return line;
        }
    }

    /// <summary>The section below a heading, up to the next heading of its level or above; null: there is none.</summary>
    public static string? Section(string text, string heading)
    {
        var level = heading.TakeWhile(character => character == '#').Count();
        var lines = text.Split('\n');
        var start = Array.IndexOf(lines, heading);
        if (start < 0)
            return null;
        var fenced = false;
        var section = lines.Skip(start + 1).TakeWhile(line =>
        {
            fenced ^= line.TrimStart().StartsWith("```", StringComparison.Ordinal);
            var depth = line.TakeWhile(character => character == '#').Count();
            return fenced || depth == 0 || depth > level;
        });
        return string.Join('\n', section);
    }

    public static IEnumerable<string> Headings(string text) => Prose(text).Where(line => line.StartsWith('#'));

    /// <summary>The name by which a link reaches a heading.</summary>
    public static string Anchor(string heading)
        => NotInAnchor().Replace(heading.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-');

    /// <summary>The targets of the links in the prose.</summary>
    public static IEnumerable<string> Links(string text)
        => Link().Matches(InlineCode().Replace(string.Join('\n', Prose(text)), "")).Select(match => match.Groups["target"].Value);

    /// <summary>The first cell of each row of the tables, without the heads.</summary>
    public static IEnumerable<string> FirstCells(string text)
    {
        var lines = Prose(text).ToArray();
        return lines.Where((line, index) => line.StartsWith('|')
                && !line.StartsWith("|-", StringComparison.Ordinal)
                && !(index + 1 < lines.Length && lines[index + 1].StartsWith("|-", StringComparison.Ordinal)))
            .Select(line => line.Split('|')[1].Trim());
    }

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchor();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("`[^`\n]+`")]
    private static partial Regex InlineCode();
}
