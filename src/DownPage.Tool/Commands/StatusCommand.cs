using System.CommandLine;
using DownPage.Tool.Output;
using DownPage.Tool.Targets;

namespace DownPage.Tool.Commands;

/// <summary><c>downpage status</c>.</summary>
internal static class StatusCommand
{
    public static Command Create(ToolContext context)
    {
        var target = new TargetOptions(context);
        var json = new Option<bool>("--json") { Description = "Prints the status as JSON." };
        var watch = new StatusWatch(context);
        var nodes = new WaitNodes(context, target);
        var command = new ToolCommand(
            "status", "Says whether the site is down: by what, since when, by whom, until when, and what comes next.")
        {
            Examples =
            [
                "downpage status --app /srv/shop",
                "downpage status --json | jq -r .until",
                "downpage status --url https://shop.example --watch    # until Ctrl+C",
                "downpage status > /dev/null && ./deploy.sh    # only while it is up",
            ],
            ExitCodes =
            [
                (ExitCode.Failure, "it cannot be said: the state cannot be read"),
                (ExitCode.Down, "the site is down, or a part of it"),
                (ExitCode.NotFollowed, "not all of --wait-nodes have followed in time"),
                (ExitCode.Usage, "the command line cannot be understood"),
            ],
        };
        target.AddTo(command);
        command.Add(json);
        watch.AddTo(command);
        nodes.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            using var site = target.Open(result);
            nodes.Check(result, site);
            if (watch.IsAsked(result))
            {
                return await watch.RunAsync(result, site, result.GetValue(json), cancellationToken);
            }

            var followed = await nodes.WaitAsync(result, site, revision: null, cancellationToken);
            var status = await site.ReadAsync(cancellationToken);
            if (result.GetValue(json))
            {
                JsonOutput.Write(context.Out, status);
            }
            else
            {
                new StatusReport(context).Write(status, site.Name);
            }

            return followed == ExitCode.Success && status.Down ? ExitCode.Down : followed;
        });
        return command;
    }
}
