using System.CommandLine;
using DownPage.Tool.Output;
using DownPage.Tool.Targets;

namespace DownPage.Tool.Commands;

/// <summary><c>downpage up</c>.</summary>
internal static class UpCommand
{
    public static Command Create(ToolContext context)
    {
        var target = new TargetOptions(context);
        var origin = new OriginOptions(context);
        var nodes = new WaitNodes(context, target);
        var json = new Option<bool>("--json") { Description = "Prints the status as JSON." };
        var command = new ToolCommand(
            "up", "Takes the site up. A window that is open now stays shut until the next time that it opens.")
        {
            Examples = ["downpage up --app /srv/shop", "downpage up --reason \"done earlier\" --json"],
            ExitCodes =
            [
                (ExitCode.Failure, "not done, nothing has changed"),
                (ExitCode.Down, "done, and something else keeps the site down: app_offline.htm, for one"),
                (ExitCode.NotFollowed, "done, and not all of --wait-nodes have followed in time"),
                (ExitCode.Usage, "the command line cannot be understood"),
            ],
        };
        target.AddTo(command);
        origin.AddTo(command);
        nodes.AddTo(command);
        command.Add(json);
        command.SetAction(async (result, cancellationToken) =>
        {
            using var site = target.Open(result);
            nodes.Check(result, site);
            var change = await site.UpAsync(origin.Origin(result), revision: null, cancellationToken);
            new ChangeReport(context, result.GetValue(json)).Write(
                change, change.Changed || change.WasDown ? null : "It was up already: nothing has changed.");
            var followed = await nodes.WaitAsync(result, site, change.Now.Revision, cancellationToken);
            return followed == ExitCode.Success && change.Now.Down ? ExitCode.Down : followed;
        });
        return command;
    }
}
