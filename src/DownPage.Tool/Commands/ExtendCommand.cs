using System.CommandLine;
using DownPage.Tool.Arguments;
using DownPage.Tool.Output;
using DownPage.Tool.Targets;

namespace DownPage.Tool.Commands;

/// <summary><c>downpage extend</c>: moves the end of a site's being down.</summary>
internal static class ExtendCommand
{
    public static Command Create(ToolContext context)
    {
        var target = new TargetOptions(context);
        var origin = new OriginOptions(context);
        var nodes = new WaitNodes(context, target);
        var by = DurationArgument.Argument("DURATION", "By how much, from the end that is set: 20m, 1h30m, PT20M.");
        var json = new Option<bool>("--json") { Description = "Prints the status as JSON." };
        var command = new ToolCommand(
            "extend", "Moves the end of a site's being down; one that is down without an end gets one.")
        {
            Examples = ["downpage extend 20m", "downpage extend PT1H --app /srv/shop --reason \"the index takes longer\""],
            ExitCodes =
            [
                (ExitCode.Failure, "not done, nothing has changed: the site is not down, for one"),
                (ExitCode.NotFollowed, "done, and not all of --wait-nodes have followed in time"),
                (ExitCode.Usage, "the command line cannot be understood"),
            ],
        };
        command.Add(by);
        target.AddTo(command);
        origin.AddTo(command);
        nodes.AddTo(command);
        command.Add(json);
        command.SetAction(async (result, cancellationToken) =>
        {
            using var site = target.Open(result);
            nodes.Check(result, site);
            var change = await site.ExtendAsync(result.GetValue(by), origin.Origin(result), cancellationToken);
            new ChangeReport(context, result.GetValue(json)).Write(change);
            return await nodes.WaitAsync(result, site, change.Now.Revision, cancellationToken);
        });
        return command;
    }
}
