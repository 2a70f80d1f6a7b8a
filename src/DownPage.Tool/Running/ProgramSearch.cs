namespace DownPage.Tool.Running;

/// <summary>
/// Finds a program as a shell does. The framework would look into its own folder and the current one first.
/// </summary>
internal static class ProgramSearch
{
    private const UnixFileMode Executable =
        UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <exception cref="ToolException">There is none, or it is none.</exception>
    public static string Find(string name, ToolContext context)
    {
        if (name.Contains('/', StringComparison.Ordinal) || Path.IsPathRooted(name) || OperatingSystem.IsWindows())
        {
            return OperatingSystem.IsWindows() && !name.AsSpan().ContainsAny('/', '\\')
                ? name
                : Checked(name, Path.GetFullPath(name, context.Directory));
        }

        var folders = (context.Variable("PATH") ?? "/usr/local/bin:/usr/bin:/bin").Split(Path.PathSeparator);
        var found = folders
            .Select(folder => Path.GetFullPath(Path.Combine(folder, name), context.Directory))
            .Where(File.Exists)
            .ToArray();
        return found.FirstOrDefault(IsExecutable) ?? found.FirstOrDefault() switch
        {
            null => throw NotFound(name),
            var file => throw NotRunnable(name, $"'{file}' may not be executed"),
        };
    }

    public static ToolException NotRunnable(string name, string why) => new(
        DiagnosticCodes.CommandNotStarted, $"'{name}' cannot be run: {why}. The site is as it was before.")
    {
        ExitCode = ExitCode.CommandNotRunnable,
    };

    private static string Checked(string name, string path)
        => Directory.Exists(path) ? throw NotRunnable(name, "it is a folder")
            : !File.Exists(path) ? throw NotFound(name)
            : IsExecutable(path) ? path
            : throw NotRunnable(name, "it may not be executed (chmod +x)");

    private static ToolException NotFound(string name) => new(
        DiagnosticCodes.CommandNotStarted,
        $"There is no program '{name}', neither as a path nor in PATH. The site is as it was before.")
    {
        ExitCode = ExitCode.CommandNotFound,
    };

    private static bool IsExecutable(string path)
        => OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & Executable) != 0;
}
