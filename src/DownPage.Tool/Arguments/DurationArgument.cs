using System.CommandLine;
using System.CommandLine.Parsing;
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
    /// <param name="isPositive">Whether nothing at all is a mistake.</param>
    public static Option<TimeSpan?> Option(string name, string description, bool isPositive = false) => new(name)
    {
        Description = description,
        HelpName = "DURATION",
        CustomParser = result => Parse(result, isPositive),
    };

    /// <summary>One that is longer than nothing.</summary>
    public static Argument<TimeSpan> Argument(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result => Parse(result, isPositive: true) ?? TimeSpan.Zero,
    };

    /// <summary>Whether the text is a length of time; never a negative one.</summary>
    public static bool TryParse(string text, out TimeSpan duration)
        => DurationText.TryParse(text, out duration) && duration <= Longest;

    private static TimeSpan? Parse(ArgumentResult result, bool isPositive)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (TryParse(text, out var duration) && !(isPositive && duration == TimeSpan.Zero))
        {
            return duration;
        }

        var name = result.Parent is OptionResult { Option.Name: var option } ? option : result.Argument.Name;
        result.AddError($"{name} is '{text}'; it must be {Expected}.");
        return null;
    }
}
