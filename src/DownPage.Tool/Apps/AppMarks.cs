namespace DownPage.Tool.Apps;

/// <summary>What a folder has that an app runs in, published or as a project.</summary>
internal static class AppMarks
{
    public const string Names =
        "appsettings.json, web.config, *.runtimeconfig.json, *.deps.json, *.csproj, _downpage/";

    private static readonly string[] Files = ["appsettings.json", "web.config"];

    private static readonly string[] Patterns = ["*.runtimeconfig.json", "*.deps.json", "*.csproj"];

    public static bool AreIn(string folder)
    {
        try
        {
            return Files.Any(name => File.Exists(Path.Combine(folder, name)))
                || Directory.Exists(Path.Combine(folder, "_downpage"))
                || Patterns.Any(pattern => Directory.EnumerateFiles(folder, pattern).Any());
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new ToolException(
                DiagnosticCodes.NoAppInFolder,
                $"'{folder}' cannot be looked into: {failed.Message.TrimEnd('.')}. Run the command as a user who may, or "
                + "name the down file with --file.");
        }
    }
}
