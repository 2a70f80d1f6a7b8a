using System.Globalization;
using System.Text.RegularExpressions;
using DownPage.FlagFile;

namespace DownPage.FrontEnds;

/// <summary>
/// Reads the values of a project, of a command line and of an app's settings; each that is wrong is an error.
/// </summary>
internal sealed partial class FrontEndValues(FrontEndOptions options, BuiltSite built, List<FrontEndFinding> errors)
{
    private const string BypassPage = "/_downpage/pass";

    // The address that MapMaintenanceMode() has unless the app says another.
    private const string OperatorEndpoint = "/maintenance-mode";

    /// <summary>Without a slash at its end. Empty: none was given, or it is wrong.</summary>
    public string DeployRoot()
    {
        if (options.DeployRoot is not { Length: > 0 } root)
        {
            return "";
        }

        if (Absolute(root) is { } path)
        {
            return path;
        }

        Refuse("The deploy root", root, "it must be the whole path of a folder on the server: /srv/shop");
        return "";
    }

    public string Prefix(string otherwise)
    {
        if (options.Prefix is not { Length: > 0 } prefix)
        {
            return otherwise;
        }

        if (PrefixSyntax().IsMatch(prefix))
        {
            return prefix.TrimEnd('/');
        }

        Refuse("The prefix", prefix, "it must be a path of letters, digits, '-', '_' and '/' that starts with a slash: "
            + "/_downpage");
        return otherwise;
    }

    /// <summary>
    /// What was given, else the app's own, beside the down file if nothing else is said. An app that keeps none has the
    /// usual name: who switches by hand has something to make.
    /// </summary>
    public string FlagFile(string root)
    {
        if (options.FlagFile is { Length: > 0 } given)
        {
            return Within(root, given, "The flag file");
        }

        var own = built.Settings.Value("FlagFile");
        return Within(
            root,
            FlagFileName.Of(own, built.Settings.Value("DownFile")) ?? "maintenance.on",
            own is { Length: > 0 } ? "MaintenanceMode:FlagFile" : "The down file");
    }

    public int? RetryAfter()
    {
        if (options.RetryAfter is { } seconds)
        {
            return seconds > 0 ? seconds : null;
        }

        return built.Settings.Value("RetryAfter") is not { Length: > 0 } text ? 600
            : TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var delay) && delay > TimeSpan.Zero
                ? (int)Math.Min(int.MaxValue, delay.TotalSeconds)
                : null;
    }

    public IReadOnlyList<AllowedNetwork> Allow()
    {
        var networks = new List<AllowedNetwork>();
        foreach (var text in options.Allow ?? built.Settings.Values("Allow:Networks"))
        {
            if (AllowedNetwork.Parse(text) is { } network)
            {
                networks.Add(network);
            }
            else
            {
                Refuse("The network", text, "it must be an address, 203.0.113.7, or a network, 10.0.0.0/8");
            }
        }

        return [.. networks.Distinct()];
    }

    /// <summary>
    /// The page for testers and the endpoint for operators first: without them nobody could get in, or take the site up.
    /// </summary>
    public IReadOnlyList<BypassPath> Bypass()
    {
        var paths = new List<BypassPath>
        {
            new(built.Settings.Value("Bypass:Path") ?? BypassPage, false),
            new(OperatorEndpoint, true),
        };
        if (options.Bypass is { } given)
        {
            paths.AddRange(given.Select(path => path.EndsWith("/*", StringComparison.Ordinal)
                ? new BypassPath(path[..^2], true)
                : new BypassPath(path, false)));
        }
        else
        {
            paths.AddRange(built.Settings.Values("Allow:Paths").Select(path => new BypassPath(path, false)));
            paths.AddRange(built.Settings.Values("Allow:Prefixes").Select(path => new BypassPath(path.TrimEnd('/'), true)));
        }

        foreach (var wrong in paths.Where(path => !PathSyntax().IsMatch(path.Path)))
        {
            Refuse("The path", wrong.Path, "it must start with a slash and have no '?', '#' or control characters: /healthz");
        }

        return [.. paths.Select(Mounted).Distinct()];
    }

    public IReadOnlyList<KeyValuePair<string, string>> Headers()
    {
        foreach (var (name, value) in options.Headers)
        {
            if (!TokenSyntax().IsMatch(name) || value.Any(character => character is < ' ' or > '~'))
            {
                Refuse("The header", $"{name}: {value}", "it must be a name and a value of printable ASCII: "
                    + "Strict-Transport-Security: max-age=31536000");
            }
        }

        return options.Headers;
    }

    /// <summary>The settings' paths are without the path base, the front end's with it.</summary>
    private BypassPath Mounted(BypassPath path) => path with { Path = built.PathBase + path.Path };

    private string Within(string root, string path, string what)
    {
        if (Absolute(path) is { } whole)
        {
            return whole;
        }

        var joined = root + "/" + path.Replace('\\', '/');
        if (joined.Split('/').Any(segment => segment is "." or "..") || joined.Any(char.IsControl))
        {
            Refuse(what, path, "it must be a whole path, or one below the deploy root: maintenance.on");
        }

        return joined;
    }

    private static string? Absolute(string path)
    {
        var slashed = path.Trim().Replace('\\', '/');
        var isWhole = slashed.StartsWith('/') || DriveSyntax().IsMatch(slashed);
        return isWhole && !slashed.Any(char.IsControl) && !slashed.Split('/').Any(segment => segment is "." or "..")
            ? slashed.TrimEnd('/')
            : null;
    }

    private void Refuse(string what, string value, string why)
        => errors.Add(new FrontEndFinding(
            DiagnosticCodes.FrontEndValueInvalid, $"{what} '{value}' cannot be used: {why}."));

    [GeneratedRegex(@"^(/[A-Za-z0-9_-]+)+/?\z")]
    private static partial Regex PrefixSyntax();

    [GeneratedRegex(@"^/[^?#\p{C}]*\z")]
    private static partial Regex PathSyntax();

    [GeneratedRegex(@"^[!#$%&'*+.^_`|~0-9A-Za-z-]+\z")]
    private static partial Regex TokenSyntax();

    [GeneratedRegex("^[A-Za-z]:/")]
    private static partial Regex DriveSyntax();
}
