using System.CommandLine;
using System.CommandLine.Parsing;
using System.Xml;
using DownPage.Schedule;

namespace DownPage.Tool.Arguments;

/// <summary>
/// Lengths of time on the command line: <c>10m</c>, <c>1h30m</c>, <c>00:20:00</c>, and ISO 8601's <c>PT20M</c>.
/// </summary>
internal static class DurationArgument
{
    private const string Expected = "a length of time such as 20m, 1h30m, 00:20:00 or PT20M";

    /// <summary>Beyond all that makes sense, so that no reckoning with it leaves the calendar.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3660);

    /// <param name="name">With its hyphens.</param>
    /// <param name="description">What it is for.</param>
    public static Option<TimeSpan?> Option(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "DURATION",
        CustomParser = Parse,
    };

    /// <inheritdoc cref="Option"/>
    public static Argument<TimeSpan> Argument(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result => Parse(result) ?? TimeSpan.Zero,
    };

    /// <summary>Whether the text is a length of time; never a negative one.</summary>
    public static bool TryParse(string text, out TimeSpan duration)
        => (IsIso(text) ? TryParseIso(text, out duration) : DurationText.TryParse(text, out duration))
            && duration >= TimeSpan.Zero
            && duration <= Longest;

    private static TimeSpan? Parse(ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (TryParse(text, out var duration))
        {
            return duration;
        }

        var name = result.Parent is OptionResult { Option.Name: var option } ? option : result.Argument.Name;
        result.AddError($"{name} is '{text}'; it must be {Expected}.");
        return null;
    }

    private static bool IsIso(string text) => text.StartsWith("P", StringComparison.OrdinalIgnoreCase);

    private static bool TryParseIso(string text, out TimeSpan duration)
    {
        duration = TimeSpan.Zero;

        // Years and months are not of one length: the framework takes them for 365 and 30 days.
        var date = text.ToUpperInvariant().Split('T')[0];
        if (date.Contains('Y', StringComparison.Ordinal) || date.Contains('M', StringComparison.Ordinal))
        {
            return false;
        }

        try
        {
            duration = XmlConvert.ToTimeSpan(text.ToUpperInvariant());
            return true;
        }
        catch (Exception wrong) when (wrong is FormatException or OverflowException)
        {
            return false;
        }
    }
}
