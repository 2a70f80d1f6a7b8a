using System.CommandLine;
using DownPage.Tool.Arguments;

namespace DownPage.Tool.Targets;

/// <summary>The options that reach a site by its endpoint or through its app, instead of by its down file.</summary>
internal sealed class RemoteOptions(ToolContext context)
{
    private const string UrlVariable = "DOWNPAGE_URL";

    private static readonly TimeSpan UsualForNetwork = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan UsualForApp = TimeSpan.FromSeconds(60);

    private readonly Option<string?> url = new("--url")
    {
        Description = "The app's endpoint for operators, as https://shop.example/maintenance-mode. "
            + $"Default: {UrlVariable}, where neither --app nor --file is given.",
        HelpName = "URL",
    };

    private readonly Option<string?> tokenFile = new("--token-file")
    {
        Description = "A file with the operator's token; - is the standard input. Default: DOWNPAGE_TOKEN.",
        HelpName = "PATH",
    };

    private readonly Option<string?> token = new("--token")
    {
        Description = "The operator's token itself, which others can see in the list of processes.",
        HelpName = "TOKEN",
    };

    private readonly Option<bool> insecure = new("--insecure-http")
    {
        Description = "Sends the token unencrypted, to a host of a network that you trust.",
    };

    private readonly Option<bool> throughApp = new("--through-app")
    {
        Description = "Starts the app of --app for a moment, without a server, and has it do it: "
            + "with its own settings, such as those of a shared cache.",
    };

    private readonly Option<TimeSpan?> timeout = DurationArgument.Option(
        "--timeout", "How long to wait for an endpoint (30s), an app or nodes (60s).");

    public void AddTo(Command command)
    {
        command.Add(url);
        command.Add(tokenFile);
        command.Add(token);
        command.Add(insecure);
        command.Add(throughApp);
        command.Add(timeout);
    }

    /// <summary>Null: nothing is said.</summary>
    public TimeSpan? Timeout(ParseResult result) => result.GetValue(timeout);

    /// <summary>What was typed to say which site is meant; never a token.</summary>
    public IEnumerable<string> Typed(ParseResult result)
    {
        Option<string?>[] named = [url, tokenFile];
        Option<bool>[] flags = [insecure, throughApp];
        return
        [
            .. named.Where(option => result.GetValue(option) is not null)
                .SelectMany(option => new[] { option.Name, result.GetValue(option) ?? "" }),
            .. flags.Where(result.GetValue).Select(option => option.Name),
        ];
    }

    /// <returns>Null: a down file is meant.</returns>
    /// <exception cref="ToolException">The options do not go together, or there is no such site.</exception>
    public IStateTarget? Open(ParseResult result, Option app, Option file)
    {
        var typed = result.GetValue(url);
        Option[] others = [app, file, throughApp];
        if (typed is not null && Array.Find(others, option => IsGiven(result, option)) is { } other)
        {
            throw Conflict($"--url and {other.Name}");
        }

        if (result.GetValue(throughApp))
        {
            return !IsGiven(result, file)
                ? new EndpointTarget(new AppTransport(
                    Path.GetFullPath(result.GetValue<string?>(app.Name) ?? ".", context.Directory),
                    context.Actor,
                    result.GetValue(timeout) ?? UsualForApp))
                : throw Conflict("--through-app and --file");
        }

        var address = typed ?? (IsGiven(result, app) || IsGiven(result, file) ? null : context.Variable(UrlVariable));
        return string.IsNullOrEmpty(address) ? null : Endpoint(result, address);
    }

    private EndpointTarget Endpoint(ParseResult result, string address)
    {
        var uri = EndpointAddress.Parse(address, result.GetValue(insecure), Warn);
        var held = EndpointToken.Find(result.GetValue(token), result.GetValue(tokenFile), context, Warn);
        return new EndpointTarget(new EndpointHttp(uri, held, result.GetValue(timeout) ?? UsualForNetwork));
    }

    private void Warn(string message) => context.Error.WriteLine("warning: " + message);

    private static bool IsGiven(ParseResult result, Option option) => result.GetResult(option) is { Implicit: false };

    private static ToolException Conflict(string options)
        => new(DiagnosticCodes.TargetsConflict, $"{options} both say which site is meant: give one of them.")
        {
            ExitCode = ExitCode.Usage,
        };
}
