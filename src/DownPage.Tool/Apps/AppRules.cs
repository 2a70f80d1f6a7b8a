namespace DownPage.Tool.Apps;

/// <summary>The settings of who passes that no front-end server can follow.</summary>
internal static class AppRules
{
    private static readonly string[] Lists = ["Globs", "Patterns", "Routes", "Hosts", "Users", "Roles", "Policies"];
    private static readonly string[] Switches = ["Authenticated", "Anonymous"];

    /// <summary>Those that are set, by their names. What an app sets by code is not known here.</summary>
    /// <param name="settings">Null: not known.</param>
    public static IReadOnlyList<string> Of(AppSettings? settings)
        => settings is null
            ? []
            :
            [
                .. Lists.Select(list => "MaintenanceMode:Allow:" + list)
                    .Where(key => settings.Children(key).Any(item => settings[$"{key}:{item}"] is { Length: > 0 })),
                .. Switches.Select(name => "MaintenanceMode:Allow:" + name)
                    .Where(key => bool.TryParse(settings[key], out var isOn) && isOn),
                .. new[] { "MaintenanceMode:SignOut" }
                    .Where(key => settings[key] is { Length: > 0 } who
                        && !who.Equals("Nobody", StringComparison.OrdinalIgnoreCase)),
            ];
}
