using System.CommandLine;
using System.CommandLine.Parsing;
using DownPage.Schedule;

namespace DownPage.Tool.Arguments;

/// <summary>
/// Moments on the command line: ISO 8601; without an offset they are meant by the clock of this machine.
/// </summary>
internal static class MomentArgument
{
    /// <param name="name">With its hyphens.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="context">Whose clock and time zone are meant.</param>
    public static Option<DateTimeOffset?> Option(string name, string description, ToolContext context) => new(name)
    {
        Description = description,
        HelpName = "TIME",
        CustomParser = result =>
        {
            var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
            if (TryParse(text, context.Clock.LocalTimeZone) is { } moment)
            {
                return moment;
            }

            var option = result.Parent is OptionResult { Option.Name: var known } ? known : name;
            result.AddError(
                $"{option} is '{text}'; it must be a date with a time, such as 2026-11-28T22:00 or 2026-11-28T21:00Z.");
            return null;
        },
    };

    /// <summary>The moment that is meant; null: the text is none.</summary>
    public static DateTimeOffset? TryParse(string text, TimeZoneInfo local)
    {
        if (!DateTimeText.TryParse(text, out var clock, out var offset))
        {
            return null;
        }

        return offset is { } known
            ? Moments.At(clock.Ticks - known.Ticks)
            : new ZoneClock(local).MomentOf(clock);
    }
}
