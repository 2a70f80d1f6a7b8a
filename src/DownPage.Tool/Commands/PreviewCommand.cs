using System.CommandLine;
using DownPage.Tool.Preview;

namespace DownPage.Tool.Commands;

/// <summary><c>downpage preview</c>: the pages to look at, narrow and wide, light and dark.</summary>
internal static class PreviewCommand
{
    public static Command Create(ToolContext context)
    {
        var app = new Option<string?>("--app")
        {
            Description = "The folder of a project, or of a published app. Default: the one that the command is run in.",
            HelpName = "DIR",
        };
        var open = new Option<bool>("--open") { Description = "Opens the gallery in the browser." };
        var command = new ToolCommand(
            "preview", "Makes a gallery of the pages, in every language and width, and prints its path.")
        {
            Examples =
            [
                "downpage preview --open                  # of the project in this folder: builds it",
                "downpage preview --app /srv/shop         # of what is published there",
            ],
            ExitCodes =
            [
                (ExitCode.Failure, "There are no pages, the build fails, or no browser can be opened."),
                (ExitCode.Usage, "The command line cannot be understood."),
            ],
        };
        command.Add(app);
        command.Add(open);
        command.SetAction((typed, cancellationToken) => new PreviewRun(context).RunAsync(
            typed.GetValue(app) ?? ".", typed.GetValue(open), cancellationToken));
        return command;
    }
}
