using System.CommandLine;
using DownPage.Tool.Offline;

namespace DownPage.Tool.Commands;

/// <summary><c>downpage online</c>: takes <c>app_offline.htm</c> away again.</summary>
internal static class OnlineCommand
{
    public static Command Create(ToolContext context)
    {
        var options = new OfflineOptions();
        var command = new ToolCommand(
            "online", "Takes app_offline.htm away: it is parked, not deleted, and IIS starts the app with the next request.")
        {
            Examples = ["downpage online --app /srv/shop"],
            ExitCodes =
            [
                (ExitCode.Success, "The site is online, or was already."),
                (ExitCode.Failure, "It is as it was: the file cannot be renamed."),
                (ExitCode.Usage, "The command line cannot be understood."),
            ],
        };
        options.AddTo(command);
        command.SetAction((typed, cancellationToken) => new OfflineRun(context, options, typed)
            .OnlineAsync(cancellationToken));
        return command;
    }
}
