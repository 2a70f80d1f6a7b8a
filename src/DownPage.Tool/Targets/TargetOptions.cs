using System.CommandLine;
using DownPage.Tool.Apps;

namespace DownPage.Tool.Targets;

/// <summary>The options that say which site is meant; every command that reads or changes a state has them.</summary>
internal sealed class TargetOptions(ToolContext context)
{
    private readonly Option<string?> app = new("--app")
    {
        Description = "The folder that the app runs in. Default: the one that the command is run in.",
        HelpName = "DIR",
    };

    private readonly Option<string?> file = new("--file")
    {
        Description = "The down file itself, where there is no app beside it.",
        HelpName = "PATH",
    };

    private readonly RemoteOptions remote = new(context);

    /// <summary>The page for testers of the site that was opened.</summary>
    public string BypassPath { get; private set; } = "/_downpage/pass";

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        ArgumentNullException.ThrowIfNull(command);
        command.Add(app);
        command.Add(file);
        remote.AddTo(command);
    }

    /// <summary>How long to wait for what is not here. Null: as long as is usual.</summary>
    public TimeSpan? Timeout(ParseResult result) => remote.Timeout(result);

    /// <summary>
    /// What was typed to say which site is meant, with a blank before it: for commands that are suggested.
    /// </summary>
    public string Typed(ParseResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        Option<string?>[] named = [app, file];
        return string.Concat(named
            .Where(option => result.GetValue(option) is not null)
            .Select(option => $" {option.Name} {Quoted(result.GetValue(option) ?? "")}")
            .Concat(remote.Typed(result).Select(word => " " + Quoted(word))));
    }

    /// <summary>The site that is meant.</summary>
    /// <exception cref="ToolException">The options do not go together, or there is no such site.</exception>
    public IStateTarget Open(ParseResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (remote.Open(result, app, file) is { } target)
        {
            if (remote.IsThroughApp(result))
            {
                BypassPath = AppFolder.Open(result.GetValue(app) ?? ".", context).BypassPath;
            }

            return target;
        }

        if (result.GetValue(file) is { } path)
        {
            return result.GetResult(app) is null
                ? new FileTarget(Placed(path), null, context)
                : throw new ToolException(
                    DiagnosticCodes.TargetsConflict,
                    "--app and --file both say which site is meant: give one of them.")
                {
                    ExitCode = ExitCode.Usage,
                };
        }

        var folder = AppFolder.Open(result.GetValue(app) ?? ".", context);
        BypassPath = folder.BypassPath;
        return folder.DownFile is { } downFile
            ? new FileTarget(downFile, folder, context)
            : throw new ToolException(
                DiagnosticCodes.NoDownFile,
                $"The app in '{folder.Path}' has no down file: MaintenanceMode:DownFile is empty in its configuration. "
                + "Give it a path, switch by MaintenanceMode:Enabled, or reach it by --url or --through-app.");
    }

    /// <summary>A mistyped path must not be a site that is up.</summary>
    private string Placed(string path)
    {
        var whole = Path.GetFullPath(path, context.Directory);
        return Directory.Exists(Path.GetDirectoryName(whole))
            ? whole
            : throw new ToolException(
                DiagnosticCodes.NoAppInFolder,
                $"There is no folder '{Path.GetDirectoryName(whole)}' for the down file that --file names. Make it, or "
                + "name another place.");
    }

    private static string Quoted(string text)
        => text.Length > 0 && text.All(letter => char.IsLetterOrDigit(letter) || "/\\._-:~+@".Contains(letter))
            ? text
            : $"\"{text}\"";
}
