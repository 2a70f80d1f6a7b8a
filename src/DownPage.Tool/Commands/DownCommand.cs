using System.CommandLine;
using System.CommandLine.Parsing;
using DownPage.Tool.Output;
using DownPage.Tool.Running;
using DownPage.Tool.Targets;

namespace DownPage.Tool.Commands;

/// <summary>
/// <c>downpage down</c>: takes the site down, or changes how it is down; with a command, while that runs.
/// </summary>
internal sealed class DownCommand
{
    private readonly ToolContext context;
    private readonly TargetOptions target;
    private readonly DownOptions options;
    private readonly OriginOptions origin;
    private readonly WaitNodes nodes;
    private readonly Option<bool> json = new("--json") { Description = "Prints the status as JSON." };

    private readonly Argument<string[]> program = new("COMMAND")
    {
        Description = "Behind --: the site is down while it runs, and up again after, whatever happens to it.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private DownCommand(ToolContext context)
    {
        this.context = context;
        target = new TargetOptions(context);
        options = new DownOptions(context);
        origin = new OriginOptions(context);
        nodes = new WaitNodes(context, target);
    }

    public static Command Create(ToolContext context)
    {
        var down = new DownCommand(context);
        var command = new ToolCommand(
            "down", "Takes the site down, for an hour where nothing else is said. Of a site that is down, changes how.")
        {
            Examples =
            [
                "downpage down --app /srv/shop --for 20m --message \"We are moving the orders.\"",
                "downpage down --mode read-only --scope path:/billing --until 2026-11-28T06:00",
                "downpage down --allow 203.0.113.0/24 --with-secret    # the office and testers pass",
                "downpage down --for 10m -- ./migrate.sh --all         # down while it runs",
                "downpage down --url https://shop.example --token-file /run/secrets/downpage --wait-nodes 3",
            ],
            ExitCodes =
            [
                (ExitCode.Failure, "not done, nothing has changed"),
                (ExitCode.NotFollowed, "done, and not all of --wait-nodes have followed in time; COMMAND is not run"),
                (ExitCode.CommandNotRunnable, "COMMAND cannot be run; the site is as it was"),
                (ExitCode.CommandNotFound, "COMMAND is not there; the site is as it was"),
                (ExitCode.Usage, "the command line cannot be understood"),
            ],
        };
        down.target.AddTo(command);
        down.options.AddTo(command);
        down.origin.AddTo(command);
        down.nodes.AddTo(command);
        command.Add(down.json);
        command.Add(down.program);
        command.SetAction(down.RunAsync);
        return command;
    }

    // Without the hyphens, "down 20m" would run a program 20m.
    private void CheckProgram(ParseResult result, string program)
    {
        if (result.Tokens.All(token => token.Type != TokenType.DoubleDash))
        {
            throw Unclear(
                $"'{program}' is not understood.{UnclearCommandLine.Hint(result.CommandResult.Command, program)} "
                + "A length of time is given as --for 20m; a command to run stands behind --.");
        }

        if (result.GetValue(json))
        {
            throw Unclear("--json and a command do not go together: the output is the command's.");
        }
    }

    private static ToolException Unclear(string message)
        => new(DiagnosticCodes.CommandLineUnclear, message) { ExitCode = ExitCode.Usage };

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        var words = result.GetValue(program) ?? [];
        if (words.Length > 0)
        {
            CheckProgram(result, words[0]);
        }

        using var site = target.Open(result);
        nodes.Check(result, site);
        var now = context.Clock.GetUtcNow();
        var secret = options.Secret(result);
        var order = options.Order(result, secret, now);
        var who = origin.Origin(result);
        var link = secret is null ? null : $"{target.BypassPath}#{secret.Text}";
        if (words.Length > 0)
        {
            var held = new HeldSite(
                site,
                order,
                who,
                options.LeaseOf(result, now),
                context,
                (revision, waiting) => nodes.WaitAsync(result, site, revision, waiting));
            return await held.RunAsync(words, link, cancellationToken);
        }

        var change = await site.DownAsync(order, who, cancellationToken);
        var isJson = result.GetValue(json);
        new ChangeReport(context, isJson).Write(change, more: facts =>
        {
            facts.Add("testers", link is null ? null : $"{link}  (after the site's address; shown only now)");
            facts.Add("to end it", $"downpage up{target.Typed(result)}");
        });
        if (isJson && link is not null)
        {
            context.Error.WriteLine($"testers: {link}");
        }

        return await nodes.WaitAsync(result, site, change.Now.Revision, cancellationToken);
    }
}
