using System.CommandLine;
using System.CommandLine.Parsing;
using DownPage.Schedule;
using DownPage.Switching;
using DownPage.Tool.Arguments;

namespace DownPage.Tool.Commands;

/// <summary>How a site is to be down, as options.</summary>
internal sealed class DownOptions(ToolContext context)
{
    /// <summary>Down by default: no deploy script that died keeps a site down for longer.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromHours(1);

    private readonly Option<TimeSpan?> duration = DurationArgument.Option(
        "--for", "For how long; then the site is up by itself. Default: 1h.", isPositive: true);

    private readonly Option<DateTimeOffset?> until = MomentArgument.Option(
        "--until", "Until when; without an offset by this machine's clock.", context);

    private readonly Option<bool> forever = new("--forever")
    {
        Description = "Until somebody takes it up.",
    };

    private readonly Option<string?> message = new("--message", "-m")
    {
        Description = "Shown to visitors, at most 2,000 characters.",
        HelpName = "TEXT",
    };

    private readonly Option<TimeSpan?> retryAfter = DurationArgument.Option(
        "--retry-after", "When machines shall ask again, where no end is known. At most 30d.");

    private readonly Option<TimeSpan?> refresh = DurationArgument.Option(
        "--refresh", "After how long browsers load the page again. 1s to 1d.");

    private readonly Option<string?> mode = new Option<string?>("--mode")
    {
        Description = "full: nothing gets through. read-only: what changes nothing does.",
        HelpName = "full|read-only",
    }.AcceptOnlyFromAmong("full", "read-only");

    private readonly Option<string[]> scope = new("--scope")
    {
        Description = "Only a part: path:/billing, host:shop.example.org, area:Admin, group:reports. Repeatable.",
        HelpName = "PART",
    };

    private readonly Option<string[]> allow = new("--allow")
    {
        Description = "An address or network that passes: 203.0.113.7, 203.0.113.0/24. Repeatable.",
        HelpName = "IP/CIDR",
    };

    private readonly Option<string?> redirect = new("--redirect")
    {
        Description = "Where visitors are sent instead: a path of the site, or an http(s) address.",
        HelpName = "URL",
    };

    private readonly Option<int?> status = new("--status")
    {
        Description = "The answer's status code, 400 to 599 or 200. Default: the app's, 503.",
        HelpName = "CODE",
    };

    private readonly Option<bool> withSecret = new("--with-secret")
    {
        Description = "Makes a new secret link by which testers pass, and prints it. Only its hash is stored.",
    };

    public void AddTo(Command command)
    {
        Option[] all =
        [
            duration, until, forever, message, mode, scope, allow, withSecret, redirect, status, retryAfter,
            refresh,
        ];
        foreach (var option in all)
        {
            command.Add(option);
        }

        command.Validators.Add(OneEnd);
    }

    /// <summary>A new secret, if one was asked for.</summary>
    public TesterSecret? Secret(ParseResult result) => result.GetValue(withSecret) ? TesterSecret.Create() : null;

    /// <summary>How long the site is held down at a time; null: for good.</summary>
    public TimeSpan? LeaseOf(ParseResult result, DateTimeOffset now)
        => result.GetValue(forever) ? null
            : result.GetValue(until) is { } end ? end - now
            : result.GetValue(duration) ?? Lease;

    public DownOrder Order(ParseResult result, TesterSecret? secret, DateTimeOffset now) => new()
    {
        Mode = result.GetValue(mode) switch { null => null, "read-only" => "readOnly", var other => other },
        Scopes = Given(result, scope),
        Message = result.GetValue(message),
        Until = result.GetValue(until)
            ?? (LeaseOf(result, now) is { } lease ? Moments.Later(now, lease) : null),
        Forever = result.GetValue(forever),
        StatusCode = result.GetValue(status),
        RetryAfter = result.GetValue(retryAfter),
        Refresh = result.GetValue(refresh),
        RedirectTo = result.GetValue(redirect),
        AllowNetworks = Given(result, allow),
        BypassSecretHash = secret?.Hash,
    };

    private void OneEnd(CommandResult result)
    {
        var given = new[] { result.GetResult(duration), result.GetResult(until), result.GetResult(forever) }
            .Count(option => option is { Implicit: false });
        if (given > 1)
        {
            result.AddError("--for, --until and --forever each say when it ends: give one of them.");
        }
    }

    private static string[]? Given(ParseResult result, Option<string[]> option)
        => result.GetValue(option) is { Length: > 0 } values ? values : null;
}
