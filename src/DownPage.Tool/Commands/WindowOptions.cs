using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using DownPage.Schedule;
using DownPage.Tool.Arguments;

namespace DownPage.Tool.Commands;

/// <summary>A window, as options.</summary>
internal sealed class WindowOptions(ToolContext context)
{
    private static readonly string[] Times = ["HH:mm", "H:mm", "HH:mm:ss"];

    private readonly Argument<string> name = new("NAME")
    {
        Description = "What it is called: in messages, and to remove it.",
    };

    private readonly Option<string?> start = new("--start")
    {
        Description = "Of one that does not recur, when it opens; of one that does, before when it never does.",
        HelpName = "TIME",
    };

    private readonly Option<string?> end = new("--end")
    {
        Description = "When it closes; of one that recurs, after when it never opens.",
        HelpName = "TIME",
    };

    private readonly Option<TimeSpan?> duration = DurationArgument.Option(
        "--duration", "For how long it is open, at least 1m, at most 30d.");

    private readonly Option<DayOfWeek[]> days = new("--days")
    {
        Description = "The days of the week on which it opens: sunday, or sat,sun.",
        HelpName = "DAYS",
        CustomParser = result => Items<DayOfWeek>(result, DayOf, "days of the week, such as sat,sun"),
    };

    private readonly Option<int[]> daysOfMonth = new("--days-of-month")
    {
        Description = "The days of the month on which it opens: 1,15; -1 is the last.",
        HelpName = "NUMBERS",
        CustomParser = result => Items<int>(
            result,
            text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var day) ? day : null,
            "numbers, such as 1,-1"),
    };

    private readonly Option<TimeOnly?> time = new("--time")
    {
        Description = "Of one that recurs, when on these days it opens: 03:00.",
        HelpName = "HH:MM",
        CustomParser = result =>
        {
            if (TimeOnly.TryParseExact(
                result.Tokens[0].Value, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            {
                return time;
            }

            result.AddError($"--time is '{result.Tokens[0].Value}'; it must be a time of day, such as 03:00.");
            return null;
        },
    };

    private readonly Option<string?> zone = new("--time-zone")
    {
        Description = "Whose clocks are meant: Europe/Berlin. Default: this machine's.",
        HelpName = "ZONE",
    };

    private readonly Option<TimeSpan?> announce = DurationArgument.Option(
        "--announce", "How long before it opens the app may announce it.");

    private readonly Option<string?> message = new("--message", "-m")
    {
        Description = "Shown to visitors while it is open.",
        HelpName = "TEXT",
    };

    private readonly Option<string?> mode = new Option<string?>("--mode")
    {
        Description = "full: nothing gets through. read-only: what changes nothing does.",
        HelpName = "full|read-only",
    }.AcceptOnlyFromAmong("full", "read-only");

    private readonly Option<string[]> scope = new("--scope")
    {
        Description = "Only a part: path:/billing, group:reports. Repeatable.",
        HelpName = "PART",
    };

    public void AddTo(Command command)
    {
        command.Add(name);
        Option[] all = [start, end, duration, days, daysOfMonth, time, zone, announce, message, mode, scope];
        foreach (var option in all)
        {
            command.Add(option);
        }

        command.Validators.Add(result =>
        {
            if (result.GetResult(name) is { Tokens.Count: 1 } given && string.IsNullOrWhiteSpace(given.Tokens[0].Value))
            {
                result.AddError("NAME is empty; a window needs one, to be removed by.");
            }
        });
    }

    public WindowDefinition Window(ParseResult result) => new()
    {
        Name = result.GetRequiredValue(name),
        Start = result.GetValue(start),
        End = result.GetValue(end),
        Duration = result.GetValue(duration),
        Days = result.GetValue(days) ?? [],
        DaysOfMonth = result.GetValue(daysOfMonth) ?? [],
        Time = result.GetValue(time),
        TimeZone = result.GetValue(zone) ?? Here(),
        Announce = result.GetValue(announce),
        Message = result.GetValue(message),
        Mode = result.GetValue(mode) switch { null => null, "read-only" => "readOnly", var other => other },
        Scopes = result.GetValue(scope) ?? [],
    };

    /// <summary>This machine's zone by a name that the app's machine knows too.</summary>
    private string Here()
    {
        var local = context.Clock.LocalTimeZone;
        if (!local.HasIanaId || local.Id is "Local")
        {
            return local.BaseUtcOffset == TimeSpan.Zero && !local.SupportsDaylightSavingTime
                ? "UTC"
                : throw new ToolException(
                    DiagnosticCodes.InvalidValue,
                    "This machine's time zone has no name that others know: give it by --time-zone, such as Europe/Berlin.")
                {
                    ExitCode = ExitCode.Usage,
                };
        }

        return local.Id is "Etc/UTC" or "Etc/UCT" or "Zulu" ? "UTC" : local.Id;
    }

    private static T[] Items<T>(ArgumentResult result, Func<string, T?> convert, string expected)
        where T : struct
    {
        var items = new List<T>();
        foreach (var text in result.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.TrimEntries)))
        {
            if (convert(text) is { } item)
            {
                items.Add(item);
            }
            else
            {
                var option = result.Parent is OptionResult { Option.Name: var known } ? known : result.Argument.Name;
                result.AddError($"{option} has '{text}'; it must be {expected}.");
            }
        }

        return [.. items];
    }

    private static DayOfWeek? DayOf(string text)
        => Enum.GetValues<DayOfWeek>().Cast<DayOfWeek?>().FirstOrDefault(day => day.ToString() is { } name
            && (name.Equals(text, StringComparison.OrdinalIgnoreCase)
                || (text.Length == 3 && name.StartsWith(text, StringComparison.OrdinalIgnoreCase))));
}
