using System.CommandLine;
using DownPage.Tool.Config;

namespace DownPage.Tool.Commands;

/// <summary><c>downpage config</c>: the configuration of the servers in front, from what was published.</summary>
internal static class ConfigCommand
{
    public static Command Create(ToolContext context)
    {
        var options = new ConfigOptions();
        var command = new ToolCommand(
            "config", "Writes the configuration of the servers in front, which show the pages when the app is gone.")
        {
            Examples =
            [
                "downpage config nginx --app /srv/shop         # on the server: prints what to do with the files",
                "downpage config apache haproxy --app out --deploy-root /srv/shop --output conf",
                "downpage config nginx --allow 10.0.0.0/8 --bypass /healthz --retry-after 10m --stdout",
                "downpage config --list",
            ],
            ExitCodes =
            [
                (ExitCode.Success, "The files are written, or were already."),
                (ExitCode.Failure, "Nothing is written; the message says why."),
                (ExitCode.Usage, "The command line cannot be understood, or names a server that is none."),
            ],
        };
        options.AddTo(command);
        command.SetAction(typed => new ConfigRun(context, options, typed).Run());
        return command;
    }
}
