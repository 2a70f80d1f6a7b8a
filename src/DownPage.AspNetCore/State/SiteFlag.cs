using DownPage.DownFile;
using DownPage.FlagFile;
using Microsoft.Extensions.Hosting;

namespace DownPage.AspNetCore.State;

/// <summary>The flag for front-end servers, as the options have it now.</summary>
internal sealed class SiteFlag(OptionsSource options, AppOffline appOffline, IHostEnvironment environment)
{
    /// <summary>Where it is. Null: there is none.</summary>
    public string? Path => Whole(FlagFileName.Of(options.Current.FlagFile, options.Current.DownFile));

    /// <summary>The file whose lock whoever changes the flag holds. Null: nobody writes one.</summary>
    public string? DownFile => Whole(options.Current.DownFile);

    /// <summary>For whoever writes the down file. Null: there is no flag.</summary>
    public FlagFileOrder? Order => Path is { } path ? new FlagFileOrder(path, IsWanted) : null;

    public bool IsWanted(MaintenanceState state)
        => FlagFileRule.IsWanted(StatusComposer.Of(state, ""), Rules(options.Current));

    private bool IsWanted(DownFileDocument? document, DateTimeOffset now)
    {
        var current = options.Current;
        var offline = current.HonorAppOffline ? appOffline.Read() : null;
        return IsWanted(StateResolver.Create(current, document).At(now, failed: false, offline));
    }

    private string? Whole(string? name)
        => name is { Length: > 0 } ? System.IO.Path.GetFullPath(name, environment.ContentRootPath) : null;

    /// <summary>Who passes by what no front end knows; named as the command names it.</summary>
    private static string[] Rules(MaintenanceModeOptions options)
    {
        var allow = options.Allow;
        (string Name, bool IsSet)[] rules =
        [
            ("Allow:Globs", allow.Globs.Count > 0),
            ("Allow:Patterns", allow.Patterns.Count > 0),
            ("Allow:Routes", allow.Routes.Count > 0),
            ("Allow:Hosts", allow.Hosts.Count > 0),
            ("Allow:Users", allow.Users.Count > 0),
            ("Allow:Roles", allow.Roles.Count > 0),
            ("Allow:Policies", allow.Policies.Count > 0),
            ("Allow:Authenticated", allow.Authenticated),
            ("Allow:Anonymous", allow.Anonymous),
            ("Allow:Predicate", allow.Predicate is not null),
            ("SignOut", options.SignOut != MaintenanceSignOut.Nobody),
        ];
        return [.. rules.Where(rule => rule.IsSet).Select(rule => "MaintenanceMode:" + rule.Name)];
    }
}
