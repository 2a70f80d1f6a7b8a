using System.CommandLine;
using DownPage.Tool.Output;
using DownPage.Tool.Targets;

namespace DownPage.Tool.Commands;

/// <summary><c>downpage schedule remove</c>.</summary>
internal static class ScheduleRemoveCommand
{
    public static Command Create(ToolContext context)
    {
        var target = new TargetOptions(context);
        var origin = new OriginOptions(context);
        var name = new Argument<string>("NAME") { Description = "The window, as `schedule list` names it." };
        var json = new Option<bool>("--json") { Description = "Prints the status as JSON." };
        var command = new ToolCommand("remove", "Removes a window of the state; those of the configuration stay.")
        {
            Examples = ["downpage schedule remove backup"],
            ExitCodes =
            [
                (ExitCode.Failure, "not done, nothing has changed: there is no such window, for one"),
                (ExitCode.Usage, "the command line cannot be understood"),
            ],
        };
        command.Add(name);
        target.AddTo(command);
        origin.AddTo(command);
        command.Add(json);
        command.SetAction(async (result, cancellationToken) =>
        {
            using var site = target.Open(result);
            var change = await site.RemoveWindowAsync(
                result.GetRequiredValue(name), origin.Origin(result), cancellationToken);
            ScheduleReport.Write(change, result.GetValue(json), context);
            return ExitCode.Success;
        });
        return command;
    }
}
