namespace DownPage.Tool.Apps;

/// <summary>A published app, or a project: what its folder and configuration say. Nothing of it is run.</summary>
internal sealed record AppFolder
{
    /// <summary>The content root.</summary>
    public required string Path { get; init; }

    /// <summary>Where its down file is, or would be. Null: its configuration says that it has none.</summary>
    public required string? DownFile { get; init; }

    /// <summary>Where its pages are, as <c>MaintenanceMode:Pages:Folder</c> has it; it need not exist.</summary>
    public required string PagesFolder { get; init; }

    /// <summary><c>MaintenanceMode:Enabled</c>, which wins over everything. Null: not set.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Whether the configuration has windows of its own.</summary>
    public bool HasWindows { get; init; }

    /// <summary>
    /// Reads <c>appsettings.json</c>, that of the environment (<c>ASPNETCORE_ENVIRONMENT</c>, <c>Production</c>), and
    /// variables (<c>MaintenanceMode__DownFile</c>), as the app does.
    /// </summary>
    /// <param name="path">The folder, from the context's one.</param>
    /// <param name="context">The world.</param>
    /// <exception cref="ToolException">There is no such folder, no app in it, or its settings cannot be read.</exception>
    public static AppFolder Open(string path, ToolContext context) => throw new NotImplementedException();
}
