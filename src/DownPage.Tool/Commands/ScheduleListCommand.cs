using System.CommandLine;
using DownPage.Tool.Output;
using DownPage.Tool.Targets;

namespace DownPage.Tool.Commands;

/// <summary><c>downpage schedule list</c>.</summary>
internal static class ScheduleListCommand
{
    public static Command Create(ToolContext context)
    {
        var target = new TargetOptions(context);
        var json = new Option<bool>("--json") { Description = "Prints the status, with its windows, as JSON." };
        var command = new ToolCommand("list", "Lists the windows, of the state and of the configuration.")
        {
            Examples = ["downpage schedule list --app /srv/shop", "downpage schedule list --json | jq '.windows[].start'"],
            ExitCodes =
            [
                (ExitCode.Failure, "the state cannot be read"),
                (ExitCode.Usage, "the command line cannot be understood"),
            ],
        };
        target.AddTo(command);
        command.Add(json);
        command.SetAction(async (result, cancellationToken) =>
        {
            using var site = target.Open(result);
            var status = await site.ReadAsync(cancellationToken);
            if (result.GetValue(json))
            {
                JsonOutput.Write(context.Out, status);
            }
            else
            {
                ScheduleReport.Write(status.Windows, context);
            }

            return ExitCode.Success;
        });
        return command;
    }
}
