using System.CommandLine;
using DownPage.Tool.Offline;

namespace DownPage.Tool.Commands;

/// <summary><c>downpage offline</c>: IIS's <c>app_offline.htm</c> from a page of the build.</summary>
internal static class OfflineCommand
{
    public static Command Create(ToolContext context)
    {
        var page = new Option<string?>("--page")
        {
            Description = "The page's name: 503, maintenance.html. Default: the one for 503, for 502, or the first.",
            HelpName = "NAME",
        };
        var culture = new Option<string?>("--culture")
        {
            Description = "In which language. Default: the one for those who prefer none.",
            HelpName = "de",
        };
        var options = new OfflineOptions();
        var command = new ToolCommand(
            "offline", "Puts app_offline.htm into the app's folder: IIS stops the app and shows the page of the build.")
        {
            Examples =
            [
                "downpage offline --app /srv/shop              # needs no app that runs, nor a whole one",
                "downpage offline --page maintenance.html --culture de --reason \"new database\"",
            ],
            ExitCodes =
            [
                (ExitCode.Success, "The site is offline, or was already."),
                (ExitCode.Failure, "It is as it was: there is no page, or the folder cannot be written to."),
                (ExitCode.Usage, "The command line cannot be understood."),
            ],
        };
        options.AddTo(command);
        command.Add(page);
        command.Add(culture);
        command.SetAction((typed, cancellationToken) => new OfflineRun(context, options, typed)
            .OfflineAsync(typed.GetValue(page), typed.GetValue(culture), cancellationToken));
        return command;
    }
}
