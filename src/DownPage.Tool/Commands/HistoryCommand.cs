using System.CommandLine;
using DownPage.History;
using DownPage.Tool.Output;
using DownPage.Tool.Targets;

namespace DownPage.Tool.Commands;

/// <summary><c>downpage history</c>.</summary>
internal static class HistoryCommand
{
    private const int Most = 10_000;

    public static Command Create(ToolContext context)
    {
        var target = new TargetOptions(context);
        var most = new Option<int>("--most", "-n")
        {
            Description = "How many changes, the youngest first. Default: 20.",
            HelpName = "NUMBER",
            DefaultValueFactory = _ => 20,
        };
        var json = new Option<bool>("--json") { Description = "Prints {\"entries\":[...]}." };
        var command = new ToolCommand("history", "Lists who took the site down and up, when, why and for how long.")
        {
            Examples = ["downpage history --app /srv/shop", "downpage history -n 100 --json | jq -r '.entries[].actor'"],
            ExitCodes =
            [
                (ExitCode.Failure, "it cannot be read"),
                (ExitCode.Usage, "the command line cannot be understood"),
            ],
        };
        target.AddTo(command);
        command.Add(most);
        command.Add(json);
        command.Validators.Add(result =>
        {
            if (result.GetResult(most) is { } given && !given.Errors.Any() && result.GetValue(most) is < 1 or > Most)
            {
                result.AddError("-n must be from 1 to 10,000.");
            }
        });
        command.SetAction(async (result, cancellationToken) =>
        {
            using var site = target.Open(result);
            var entries = await site.HistoryAsync(result.GetValue(most), cancellationToken);
            if (result.GetValue(json))
            {
                JsonOutput.Write(context.Out, entries);
            }
            else
            {
                Write(entries, context);
            }

            return ExitCode.Success;
        });
        return command;
    }

    private static void Write(IReadOnlyList<HistoryEntry> entries, ToolContext context)
    {
        if (entries.Count == 0)
        {
            context.Out.WriteLine("Nothing has been changed yet by this command, the endpoint or the app.");
            return;
        }

        var table = new Table("when", "what", "who", "through", "was down for", "why");
        foreach (var entry in entries)
        {
            table.Add(
                MomentText.Of(entry.At, context.Clock),
                PlainText.Of(entry.Window is { } window ? $"{entry.Action} {window}" : entry.Action),
                PlainText.Of(entry.Actor ?? "-"),
                PlainText.Of(entry.Source),
                entry.DownFor is { } span ? MomentText.Of(span) : "-",
                PlainText.Of(entry.Reason ?? "-"));
        }

        table.Write(context.Out, Palette.Of(context));
    }
}
