using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using DownPage.FrontEnds;
using DownPage.RenderProtocol;
using DownPage.Tool.Arguments;

namespace DownPage.Tool.Config;

/// <summary>What <c>config</c> has on the command line: what a project says in properties.</summary>
internal sealed class ConfigOptions
{
    /// <summary>Takes away the settings of the app: nobody, nothing.</summary>
    private const string None = "none";

    private readonly Argument<string[]> servers = new("SERVER")
    {
        Description = "The servers in front: nginx, apache, ... (--list).",
        Arity = ArgumentArity.ZeroOrMore,

        // Else the help lists all of them in its place.
        HelpName = "SERVER",
    };

    private readonly Option<string?> app = Text(
        "--app", "DIR", "The folder of the published app. Default: the one that the command is run in.");

    private readonly Option<string?> deployRoot = Text(
        "--deploy-root", "DIR", "That folder on the server, where it is another one: /srv/shop.");

    private readonly Option<string?> output = new("--output", "-o")
    {
        Description = "Where the files are written. Default: conf/ in the folder of the pages.",
        HelpName = "DIR",
    };

    private readonly Option<string?> flagFile = Text(
        "--flag-file",
        "FILE",
        "The file whose presence takes the site down. Default: maintenance.on beside the down file.");

    private readonly Option<string[]> allow = Texts(
        "--allow",
        "IP/CIDR",
        "Who gets through while the site is down. Default: as the app's settings say; none: nobody.");

    private readonly Option<string[]> bypass = Texts(
        "--bypass",
        "PATH",
        "What passes while it is down; with /* all below. Default: as the settings say; none: nothing.");

    private readonly Option<int?> retryAfter = new("--retry-after")
    {
        Description = "Retry-After of pages that say none: 10m, or seconds. Default: as the settings say.",
        HelpName = "DURATION",
        CustomParser = Seconds,
    };

    private readonly Option<string[]> header = Texts(
        "--header", "\"NAME: VALUE\"", "A header that pages carry besides those that they always do.");

    private readonly Option<bool> intercept = new("--intercept")
    {
        Description = "Shows the pages in the place of the app's own 502, 503 and 504, too.",
    };

    private readonly Option<string?> prefix = Text(
        "--prefix", "PATH", "Below which path the server has addresses of its own. Default: /_downpage.");

    private readonly Option<string?> pathBase = Text(
        "--path-base", "PATH", "The path that the site is mounted at: /shop. Default: the root.");

    private readonly Option<bool> stdout = new("--stdout")
    {
        Description = "Prints one server's main file, and writes none.",
    };

    private readonly Option<bool> force = new("--force")
    {
        Description = "Writes over files that were changed by hand.",
    };

    private readonly Option<bool> list = new("--list") { Description = "Prints the servers that there are." };

    private readonly Option<bool> json = new("--json") { Description = "Prints JSON, for scripts." };

    public void AddTo(Command command)
    {
        servers.CompletionSources.Add([.. ServerNames.All]);
        command.Add(servers);
        foreach (var option in new Option[]
        {
            app, deployRoot, output, flagFile, allow, bypass, retryAfter, header, intercept, prefix, pathBase, stdout,
            force, list, json,
        })
        {
            command.Add(option);
        }

        command.Validators.Add(Check);
    }

    public IReadOnlyList<string> Servers(ParseResult typed)
        => [.. Items(typed.GetValue(servers)).Distinct(StringComparer.OrdinalIgnoreCase)];

    public string App(ParseResult typed) => typed.GetValue(app) ?? ".";

    public string? Output(ParseResult typed) => typed.GetValue(output);

    public string PathBase(ParseResult typed) => (typed.GetValue(pathBase) ?? "").TrimEnd('/');

    public bool IsStdout(ParseResult typed) => typed.GetValue(stdout);

    public bool IsForced(ParseResult typed) => typed.GetValue(force);

    public bool IsList(ParseResult typed) => typed.GetValue(list);

    public bool IsJson(ParseResult typed) => typed.GetValue(json);

    /// <param name="typed">The command line.</param>
    /// <param name="known">The servers, as they are called.</param>
    /// <param name="root">The deploy root where none was typed. Null: it is not known.</param>
    public FrontEndOptions FrontEnds(ParseResult typed, IEnumerable<string> known, string? root) => new()
    {
        Servers = [.. known],
        DeployRoot = typed.GetValue(deployRoot) ?? root,
        Prefix = typed.GetValue(prefix),
        FlagFile = typed.GetValue(flagFile),
        Allow = Given(typed.GetValue(allow)),
        Bypass = Given(typed.GetValue(bypass)),
        RetryAfter = typed.GetValue(retryAfter),
        Intercept = typed.GetValue(intercept),
        Headers = [.. (typed.GetValue(header) ?? []).Select(Header)],
    };

    private void Check(CommandResult typed)
    {
        var named = Items(typed.GetValue(servers)).Count;
        if (named == 0 && !typed.GetValue(list))
        {
            typed.AddError("Name the server in front, such as nginx; --list prints those that there are.");
        }

        if (named != 1 && typed.GetValue(stdout))
        {
            typed.AddError("--stdout prints the file of one server: name one.");
        }

        foreach (var text in (typed.GetValue(header) ?? []).Where(
            text => text.IndexOf(':', StringComparison.Ordinal) < 1))
        {
            typed.AddError($"--header is '{text}'; it must be a name and a value: \"X-Frame-Options: DENY\".");
        }

        if (typed.GetValue(pathBase) is { Length: > 0 } path
            && (path[0] != '/' || path.Contains("//", StringComparison.Ordinal)))
        {
            typed.AddError($"--path-base is '{path}'; it must be a path: /shop.");
        }
    }

    private static KeyValuePair<string, string> Header(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return new(text[..colon].Trim(), text[(colon + 1)..].Trim());
    }

    private static List<string>? Given(string[]? typed)
        => Items(typed) is not { Count: > 0 } items ? null
            : items is [var only] && only.Equals(None, StringComparison.OrdinalIgnoreCase) ? []
            : items;

    private static List<string> Items(string[]? typed) => [.. (typed ?? []).SelectMany(
        item => item.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    private static int? Seconds(ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return seconds;
        }

        if (DurationArgument.TryParse(text, out var duration))
        {
            return (int)duration.TotalSeconds;
        }

        result.AddError($"--retry-after is '{text}'; it must be seconds, or a length of time such as 10m or PT20M.");
        return null;
    }

    private static Option<string?> Text(string name, string helpName, string description)
        => new(name) { Description = description, HelpName = helpName };

    private static Option<string[]> Texts(string name, string helpName, string description)
        => new(name) { Description = description, HelpName = helpName, AllowMultipleArgumentsPerToken = true };
}
