using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using DownPage.Tool.Arguments;

namespace DownPage.Tool.Verify;

/// <summary>What <c>verify</c> has on the command line.</summary>
internal sealed class VerifyOptions
{
    /// <summary>Where the configuration that DownPage writes always answers with the page.</summary>
    private const string UsualProbe = "/_downpage/probe";

    private readonly Argument<string?> url = new("URL")
    {
        Description = "The site's address as visitors type it: https://shop.example",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> app = new("--app")
    {
        Description = "The folder of the published app, whose pages are expected. Default: the one run in.",
        HelpName = "DIR",
    };

    private readonly Option<string?> path = new("--path")
    {
        Description = "The path that is asked for. Default: that of the URL.",
        HelpName = "PATH",
    };

    private readonly Option<string?> probe = new("--probe")
    {
        Description = "A path that always answers with the page, so that the site need not be down. Default: "
            + UsualProbe,
        HelpName = "PATH",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<int?> status = new("--status")
    {
        Description = "The status code that the page comes with. Default: 503.",
        HelpName = "CODE",
        CustomParser = Status,
    };

    private readonly Option<string?> hostHeader = new("--host-header")
    {
        Description = "The host that is asked for, where the URL is the address of one machine.",
        HelpName = "HOST",
    };

    private readonly Option<string[]> culture = new("--culture")
    {
        Description = "The languages to ask for. Default: all that the build has.",
        HelpName = "de",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string[]> skip = new("--skip")
    {
        Description = "Checks that are left out, by the names in the table: gzip, where the server cannot compress.",
        HelpName = "CHECK",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<TimeSpan?> timeout = DurationArgument.Option(
        "--timeout", "How long an answer may take. Default: 10s.");

    private readonly Option<bool> insecure = new("--insecure") { Description = "Takes any certificate." };

    private readonly Option<bool> json = new("--json") { Description = "Prints JSON, for scripts." };

    public void AddTo(Command command)
    {
        command.Add(url);
        foreach (var option in new Option[]
        {
            app, path, probe, status, hostHeader, culture, skip, timeout, insecure, json,
        })
        {
            command.Add(option);
        }

        skip.CompletionSources.Add([.. CheckNames.All]);
        command.Validators.Add(typed =>
        {
            foreach (var name in Items(typed.GetValue(skip)).Where(
                name => !CheckNames.All.Contains(name, StringComparer.OrdinalIgnoreCase)))
            {
                typed.AddError($"--skip is '{name}'; it must be a check: {string.Join(", ", CheckNames.All)}.");
            }

            if (Url(typed.GetValue(url), typed.GetValue(probe)) is null)
            {
                typed.AddError("Required argument missing for command: 'verify'.");
            }

            if (typed.GetResult(path) is not null && typed.GetResult(probe) is not null)
            {
                typed.AddError("--path and --probe both say which path is asked for: give one of them.");
            }
        });
    }

    /// <summary>The folder that was named. Null: none was.</summary>
    public string? App(ParseResult typed) => typed.GetValue(app);

    public bool IsJson(ParseResult typed) => typed.GetValue(json);

    /// <exception cref="ToolException">The address is none.</exception>
    public VerifyOrder Order(ParseResult typed) => new()
    {
        Address = Address(
            Url(typed.GetValue(url), typed.GetValue(probe)) ?? "",
            typed.GetResult(probe) is null ? typed.GetValue(path) : Probe(typed.GetValue(probe))),
        StatusCode = typed.GetValue(status) ?? 503,
        IsProbe = typed.GetResult(probe) is not null,
        HostHeader = typed.GetValue(hostHeader),
        IsInsecure = typed.GetValue(insecure),
        Cultures = [.. Items(typed.GetValue(culture))],
        Skipped = Items(typed.GetValue(skip)).ToHashSet(StringComparer.OrdinalIgnoreCase),
        Timeout = typed.GetValue(timeout) is { } span && span > TimeSpan.Zero ? span : TimeSpan.FromSeconds(10),
    };

    /// <summary>
    /// The site. What follows <c>--probe</c> is the site where nothing else is: it is a path otherwise.
    /// </summary>
    private static string? Url(string? url, string? probe) => url ?? (IsAddress(probe) ? probe : null);

    private static string Probe(string? typed) => typed is null || IsAddress(typed) ? UsualProbe : typed;

    private static bool IsAddress(string? text) => text?.Contains("://", StringComparison.Ordinal) == true;

    private static IEnumerable<string> Items(string[]? typed) => (typed ?? []).SelectMany(
        item => item.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static int? Status(ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            && code is >= 200 and <= 599)
        {
            return code;
        }

        result.AddError($"--status is '{text}'; it must be 200 to 599.");
        return null;
    }

    private static Uri Address(string text, string? path)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Host.Length > 0
            && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            && Uri.TryCreate(address, path is null ? address.PathAndQuery : "/" + path.TrimStart('/'), out var whole))
        {
            return whole;
        }

        throw new ToolException(
            DiagnosticCodes.AddressInvalid,
            $"'{text}' is no address of a site: type it with its scheme, such as https://shop.example, or "
                + "http://127.0.0.1:8080.")
        {
            ExitCode = ExitCode.Usage,
        };
    }
}
