using System.CommandLine;

namespace DownPage.Tool.Offline;

/// <summary>What <c>offline</c> and <c>online</c> have in common on the command line.</summary>
internal sealed class OfflineOptions
{
    private readonly Option<string?> app = new("--app")
    {
        Description = "The app's content root. Default: the folder that the command is run in.",
        HelpName = "DIR",
    };

    private readonly Option<string?> actor = new("--actor")
    {
        Description = "Who does it, for the history. Default: DOWNPAGE_ACTOR, or the user's name.",
        HelpName = "NAME",
    };

    private readonly Option<string?> reason = new("--reason")
    {
        Description = "Why, for the history.",
        HelpName = "TEXT",
    };

    private readonly Option<bool> json = new("--json") { Description = "Prints JSON, for scripts." };

    public void AddTo(Command command)
    {
        command.Add(app);
        command.Add(actor);
        command.Add(reason);
        command.Add(json);
    }

    public string App(ParseResult typed) => typed.GetValue(app) ?? ".";

    public string? Actor(ParseResult typed) => typed.GetValue(actor);

    public string? Reason(ParseResult typed) => typed.GetValue(reason);

    public bool IsJson(ParseResult typed) => typed.GetValue(json);
}
