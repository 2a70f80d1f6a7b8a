using System.Net;
using System.Text.RegularExpressions;

namespace DownPage.Tool.Pages;

/// <summary>The attributes of a start tag.</summary>
internal static partial class HtmlAttributes
{
    /// <param name="tag">From <c>&lt;</c> to <c>&gt;</c>.</param>
    /// <returns>Names without regard to case, values decoded.</returns>
    public static Dictionary<string, string> Of(string tag)
    {
        var attributes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (Match match in Attribute().Matches(tag))
        {
            attributes.TryAdd(match.Groups["name"].Value, WebUtility.HtmlDecode(match.Groups["value"].Value));
        }

        return attributes;
    }

    [GeneratedRegex(
        """(?<=[\s"'])(?<name>[^\s"'<>/=]+)\s*=\s*("(?<value>[^"]*)"|'(?<value>[^']*)'|(?<value>[^\s"'>]+))""",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Attribute();
}
