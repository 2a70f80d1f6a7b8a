using System.Text;
using System.Text.RegularExpressions;

namespace DownPage.StandAlone.Preview;

/// <summary>What a page consists of: where to look when it is too large.</summary>
internal static partial class PageParts
{
    /// <summary>The parts in bytes, the largest first; together they are the page.</summary>
    public static IReadOnlyList<(string Name, int Bytes)> Of(ReadOnlySpan<byte> page)
    {
        Dictionary<string, int> parts = [];
        var rest = DataUrl().Replace(
            Encoding.UTF8.GetString(page), match => Take(match, $"data: {match.Groups["type"].Value}"));
        rest = Block().Replace(rest, match => Take(match, match.Groups["name"].Value.ToLowerInvariant() + "s"));
        parts["markup"] = page.Length - parts.Values.Sum();
        return [.. parts.OrderByDescending(part => part.Value).Select(part => (part.Key, part.Value))];

        string Take(Match match, string name)
        {
            parts[name] = parts.GetValueOrDefault(name) + Encoding.UTF8.GetByteCount(match.ValueSpan);
            return "";
        }
    }

    // Between quotes it may hold what would end it outside of them.
    [GeneratedRegex(
        """
        (?<=(?<quote>["']))data:(?<type>[\w/+.-]+)[;,](?:(?!\k<quote>)[\s\S])*
        |data:(?<type>[\w/+.-]+)[;,][^\s"'()<>]*
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex DataUrl();

    [GeneratedRegex(@"<(?<name>style|script)\b[\s\S]*?</\k<name>\s*>", RegexOptions.IgnoreCase)]
    private static partial Regex Block();
}
