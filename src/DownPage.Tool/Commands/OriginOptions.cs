using System.CommandLine;
using DownPage.Switching;

namespace DownPage.Tool.Commands;

/// <summary>Who changes the state, as options.</summary>
internal sealed class OriginOptions(ToolContext context)
{
    private readonly Option<string?> actor = new("--actor")
    {
        Description = "Who does it, for log and history. Default: DOWNPAGE_ACTOR, or your user name.",
        HelpName = "NAME",
    };

    public void AddTo(Command command) => command.Add(actor);

    public ChangeOrigin Origin(ParseResult result, string? reason)
        => new(ChangeSource.Command, result.GetValue(actor) ?? context.Actor, reason);
}
