using DownPage.FlagFile;

namespace DownPage.Tool.Apps;

/// <summary>A published app, or a project: what its folder and configuration say. Nothing of it is run.</summary>
internal sealed record AppFolder
{
    private const string Section = "MaintenanceMode";

    /// <summary>The content root.</summary>
    public required string Path { get; init; }

    /// <summary>Where its down file is, or would be. Null: its configuration says that it has none.</summary>
    public required string? DownFile { get; init; }

    /// <summary>The flag that front-end servers look at, or would. Null: its configuration says that it has none.</summary>
    public string? FlagFile { get; init; }

    /// <summary>Where its pages are, as <c>MaintenanceMode:Pages:Folder</c> has it; it need not exist.</summary>
    public required string PagesFolder { get; init; }

    /// <summary><c>MaintenanceMode:Enabled</c>, which wins over everything. Null: not set.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Whether the configuration has windows of its own.</summary>
    public bool HasWindows { get; init; }

    /// <summary><c>MaintenanceMode:HonorAppOffline</c>.</summary>
    public bool HonorsAppOffline { get; init; } = true;

    /// <summary><c>MaintenanceMode:Bypass:Path</c>: the page for testers.</summary>
    public string BypassPath { get; init; } = "/_downpage/pass";

    /// <summary>Whether the build has written configuration for front-end servers.</summary>
    public bool HasFrontEnds => Directory.Exists(System.IO.Path.Combine(PagesFolder, "conf"));

    /// <summary>All of the app's settings.</summary>
    public required AppSettings Settings { get; init; }

    /// <summary>IIS's file, which takes the app down; it need not exist.</summary>
    public string AppOffline => System.IO.Path.Combine(Path, "app_offline.htm");

    /// <summary>
    /// Reads <c>appsettings.json</c>, that of the environment (<c>ASPNETCORE_ENVIRONMENT</c>, <c>Production</c>), and
    /// variables (<c>MaintenanceMode__DownFile</c>), as the app does.
    /// </summary>
    /// <param name="path">The folder, from the context's one.</param>
    /// <param name="context">The world.</param>
    /// <exception cref="ToolException">
    /// There is no such folder, no app in it, or its settings cannot be read.
    /// </exception>
    public static AppFolder Open(string path, ToolContext context)
    {
        var folder = System.IO.Path.GetFullPath(path, context.Directory);
        if (!Directory.Exists(folder))
        {
            throw new ToolException(
                DiagnosticCodes.NoAppInFolder,
                $"There is no folder '{folder}'. Name the folder that the app runs in with --app, its down file with "
                + "--file, or its endpoint with --url.");
        }

        if (!AppMarks.AreIn(folder))
        {
            throw new ToolException(
                DiagnosticCodes.NoAppInFolder,
                $"'{folder}' holds no app: none of {AppMarks.Names}. Name the folder that the app runs in with --app, "
                + "its down file with --file, or its endpoint with --url.");
        }

        return Of(folder, AppSettings.Read(folder, context));
    }

    private static AppFolder Of(string folder, AppSettings settings) => new()
    {
        Path = folder,
        Settings = settings,
        DownFile = Place(folder, settings, "DownFile", "maintenance.json"),
        FlagFile = Flag(folder, settings),
        PagesFolder = Place(folder, settings, "Pages:Folder", "_downpage") ?? folder,
        Enabled = Flag(settings, "Enabled"),
        HasWindows = settings.Children(Section + ":Windows").Count > 0,
        HonorsAppOffline = Flag(settings, "HonorAppOffline") ?? true,
        BypassPath = settings[Section + ":Bypass:Path"] ?? "/_downpage/pass",
    };

    private static string? Place(string folder, AppSettings settings, string key, string otherwise)
        => settings[Section + ":" + key] switch
        {
            null => System.IO.Path.Combine(folder, otherwise),
            "" => null,
            var name => System.IO.Path.GetFullPath(name, folder),
        };

    private static string? Flag(string folder, AppSettings settings)
        => FlagFileName.Of(settings[Section + ":FlagFile"], settings[Section + ":DownFile"]) is { } name
            ? System.IO.Path.GetFullPath(name, folder)
            : null;

    private static bool? Flag(AppSettings settings, string key)
        => settings[Section + ":" + key] switch
        {
            null or "" => null,
            var text => bool.TryParse(text, out var flag)
                ? flag
                : throw new ToolException(
                    DiagnosticCodes.SettingsUnreadable,
                    $"{Section}:{key} is '{text}' in the app's configuration; it must be true or false. Mend it, or name "
                    + "the down file itself with --file."),
        };
}
