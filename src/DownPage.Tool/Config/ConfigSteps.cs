using System.Text;
using DownPage.FrontEnds;

namespace DownPage.Tool.Config;

/// <summary>
/// What a file says in its opening comment: where it goes, how it is tested, how the server takes it.
/// </summary>
internal static class ConfigSteps
{
    private const string XmlComment = "<!--";
    private const string XmlEnd = "-->";

    /// <returns>Empty: it has no comment.</returns>
    public static IReadOnlyList<string> Of(ConfigFile file)
    {
        if (!ConfigStamp.IsIntact(file.Content.Span))
        {
            return [];
        }

        var lines = Encoding.UTF8.GetString(file.Content.Span).Split('\n');
        var open = lines[0].Split(' ')[0];
        var rest = lines.Skip(1).SkipWhile(string.IsNullOrWhiteSpace);
        return open == XmlComment ? Block(rest) : [.. rest.Select(line => line.Trim())
            .TakeWhile(line => line.StartsWith(open, StringComparison.Ordinal))
            .Select(line => Content(line[open.Length..]))];
    }

    // One blank is the comment's; further ones indent what is to be typed.
    private static string Content(string text) => (text.StartsWith(' ') ? text[1..] : text).TrimEnd();

    private static IReadOnlyList<string> Block(IEnumerable<string> lines)
    {
        var steps = new List<string>();
        foreach (var line in lines)
        {
            var text = line.Trim();
            if (steps.Count == 0 && !text.StartsWith(XmlComment, StringComparison.Ordinal))
            {
                break;
            }

            var isEnd = text.EndsWith(XmlEnd, StringComparison.Ordinal);
            steps.Add(Content((isEnd ? line.Replace(XmlEnd, "", StringComparison.Ordinal) : line)
                .Replace(XmlComment, "", StringComparison.Ordinal)));
            if (isEnd)
            {
                break;
            }
        }

        return [.. steps.SkipWhile(step => step.Length == 0).Reverse().SkipWhile(step => step.Length == 0).Reverse()];
    }
}
