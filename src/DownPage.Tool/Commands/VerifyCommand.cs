using System.CommandLine;
using DownPage.Tool.Verify;

namespace DownPage.Tool.Commands;

/// <summary><c>downpage verify</c>: whether the live front end shows the right page.</summary>
internal static class VerifyCommand
{
    public static Command Create(ToolContext context)
    {
        var options = new VerifyOptions();
        var command = new ToolCommand(
            "verify", "Asks the site, while it is down, whether visitors see the right page, with the right headers.")
        {
            Examples =
            [
                "downpage verify https://shop.example --app /srv/shop",
                "downpage verify https://shop.example --probe --json                # while the site is up",
                "downpage verify https://192.0.2.10 --host-header shop.example --insecure   # one machine of several",
            ],
            ExitCodes =
            [
                (ExitCode.Success, "Everything is as it should be."),
                (ExitCode.Failure, "The site is up, or does not answer."),
                (ExitCode.Differs, "Something differs."),
                (ExitCode.Usage, "The command line cannot be understood."),
            ],
        };
        options.AddTo(command);
        command.SetAction((typed, cancellationToken) => new VerifyRun(context, options, typed).RunAsync(cancellationToken));
        return command;
    }
}
