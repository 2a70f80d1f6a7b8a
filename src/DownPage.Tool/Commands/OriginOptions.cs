using System.CommandLine;
using DownPage.Switching;

namespace DownPage.Tool.Commands;

/// <summary>Who changes the state and why, as options of every command that does.</summary>
internal sealed class OriginOptions(ToolContext context)
{
    private readonly Option<string?> actor = new("--actor")
    {
        Description = "Who does it, for log and history. Default: DOWNPAGE_ACTOR, or your user name.",
        HelpName = "NAME",
    };

    private readonly Option<string?> reason = new("--reason")
    {
        Description = "Why, for history, log, and programs that ask, at most 200 characters. Pages show it where they "
            + "have a place for it.",
        HelpName = "TEXT",
    };

    public void AddTo(Command command)
    {
        command.Add(reason);
        command.Add(actor);
    }

    public ChangeOrigin Origin(ParseResult result)
        => new(ChangeSource.Command, result.GetValue(actor) ?? context.Actor, result.GetValue(reason));
}
