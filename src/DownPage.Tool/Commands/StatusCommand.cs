using System.CommandLine;
using DownPage.Tool.Output;
using DownPage.Tool.Targets;

namespace DownPage.Tool.Commands;

/// <summary><c>downpage status</c>.</summary>
internal static class StatusCommand
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public static Command Create(ToolContext context)
    {
        var target = new TargetOptions(context);
        var json = new Option<bool>("--json") { Description = "Prints the status as JSON." };
        var watch = new Option<bool>("--watch")
        {
            Description = "Shows it anew every second, until Ctrl+C; where no terminal is, whenever it has changed.",
        };
        var command = new ToolCommand(
            "status", "Says whether the site is down: by what, since when, by whom, until when, and what comes next.")
        {
            Examples =
            [
                "downpage status --app /srv/shop",
                "downpage status --json | jq -r .until",
                "downpage status > /dev/null && ./deploy.sh    # only while it is up",
            ],
            ExitCodes =
            [
                (ExitCode.Failure, "it cannot be said: the state cannot be read"),
                (ExitCode.Down, "the site is down, or a part of it"),
                (ExitCode.Usage, "the command line cannot be understood"),
            ],
        };
        target.AddTo(command);
        command.Add(json);
        command.Add(watch);
        command.SetAction(async (result, cancellationToken) =>
        {
            using var site = target.Open(result);
            if (result.GetValue(watch))
            {
                return await StatusWatch.RunAsync(site, result.GetValue(json), Pause, context, cancellationToken);
            }

            var status = await site.ReadAsync(cancellationToken);
            if (result.GetValue(json))
            {
                JsonOutput.Write(context.Out, status);
            }
            else
            {
                new StatusReport(context).Write(status, site.Name);
            }

            return status.Down ? ExitCode.Down : ExitCode.Success;
        });
        return command;
    }
}
