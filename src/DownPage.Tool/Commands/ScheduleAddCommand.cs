using System.CommandLine;
using DownPage.Tool.Output;
using DownPage.Tool.Targets;

namespace DownPage.Tool.Commands;

/// <summary><c>downpage schedule add</c>.</summary>
internal static class ScheduleAddCommand
{
    public static Command Create(ToolContext context)
    {
        var target = new TargetOptions(context);
        var origin = new OriginOptions(context);
        var options = new WindowOptions(context);
        var json = new Option<bool>("--json") { Description = "Prints the status as JSON." };
        var command = new ToolCommand("add", "Adds a window in which the site is down: once, or again and again.")
        {
            Examples =
            [
                "downpage schedule add move --start 2026-11-28T22:00 --duration 2h --announce 3d",
                "downpage schedule add backup --days sunday --time 03:00 --duration 30m --time-zone Europe/Berlin",
                "downpage schedule add billing --days-of-month=-1 --time 23:00 --duration 1h --scope path:/billing",
            ],
            ExitCodes =
            [
                (ExitCode.Failure, "not done, nothing has changed: there is a window of that name, for one"),
                (ExitCode.Usage, "the command line cannot be understood, or a value cannot be"),
            ],
        };
        options.AddTo(command);
        target.AddTo(command);
        origin.AddTo(command);
        command.Add(json);
        command.SetAction(async (result, cancellationToken) =>
        {
            using var site = target.Open(result);
            var window = options.Window(result);
            var change = await site.AddWindowAsync(window, origin.Origin(result), cancellationToken);
            ScheduleReport.Write(change, result.GetValue(json), context);
            return ExitCode.Success;
        });
        return command;
    }
}
