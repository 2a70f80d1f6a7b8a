
namespace DownPage.Tool.Targets;

/// <summary>How the app of a folder is started.</summary>
/// <param name="File">The program.</param>
/// <param name="Arguments">What comes after it.</param>
internal sealed record AppProgram(string File, IReadOnlyList<string> Arguments)
{
    private const string RuntimeConfig = ".runtimeconfig.json";
    private const string Package = "DownPage.AspNetCore/";

    // What a publish puts beside a program of native code or of one file, and what is no program of its own.
    private static readonly string[] NoPrograms = [".so", ".dbg", ".dll", ".dylib", ".dwarf", ".sh", ".json", ".pdb"];

    /// <param name="folder">Where the app is published.</param>
    /// <exception cref="ToolException">There is none, there are several, or it has no maintenance mode.</exception>
    public static AppProgram Find(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw NotFound($"There is no folder '{folder}'.");
        }

        var names = Directory.GetFiles(folder, "*" + RuntimeConfig)
            .Select(file => Path.GetFileName(file)[..^RuntimeConfig.Length])
            .Where(name => System.IO.File.Exists(Path.Combine(folder, name + ".dll")))
            .Order(StringComparer.Ordinal)
            .ToArray();
        if (names.Length == 0)
        {
            return Alone(folder);
        }

        var apps = Array.FindAll(names, name => HasMaintenance(folder, name));
        return apps.Length switch
        {
            1 => Of(folder, apps[0]),
            0 => throw new ToolException(
                DiagnosticCodes.AppWithoutMaintenance,
                $"'{folder}' has the app {string.Join(", ", names)}, without the package DownPage.AspNetCore: nothing "
                + "in it could answer. Leave --through-app out to use the down file, or add the package."),
            _ => throw NotFound($"'{folder}' has several apps ({string.Join(", ", apps)}): publish each to its own folder."),
        };
    }

    private static AppProgram Of(string folder, string name)
    {
        var host = Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name);
        return IsProgram(host)
            ? new AppProgram(host, [])
            : new AppProgram(Dotnet(), [Path.Combine(folder, name + ".dll")]);
    }

    /// <summary>Published as one file, or as native code: nothing but the program says what it is.</summary>
    private static AppProgram Alone(string folder)
    {
        var programs = Directory.GetFiles(folder).Where(IsProgram).Order(StringComparer.Ordinal).ToArray();
        return programs.Length == 1
            ? new AppProgram(programs[0], [])
            : throw NotFound(
                Directory.EnumerateFiles(folder, "*.csproj").Any()
                    ? $"'{folder}' is a project: publish it, and give --app the folder of the published app."
                    : programs.Length == 0
                        ? $"There is no published app in '{folder}': --app is the folder that it is published to."
                        : $"'{folder}' has several programs ({string.Join(", ", programs.Select(Path.GetFileName))}), and "
                        + "which is the app is not known: publish it to a folder of its own.");
    }

    private static bool IsProgram(string file)
        => OperatingSystem.IsWindows()
            ? System.IO.File.Exists(file) && file.EndsWith(".exe", StringComparison.OrdinalIgnoreCase)
            : System.IO.File.Exists(file)
                && System.IO.File.GetUnixFileMode(file).HasFlag(UnixFileMode.UserExecute)
                && !NoPrograms.Contains(Path.GetExtension(file), StringComparer.Ordinal)
                && Path.GetFileName(file) != "createdump";

    /// <summary>Where nothing is said about libraries, the app may have it.</summary>
    private static bool HasMaintenance(string folder, string name)
    {
        try
        {
            return System.IO.File.ReadAllText(Path.Combine(folder, name + ".deps.json"))
                .Contains(Package, StringComparison.OrdinalIgnoreCase);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    /// <summary>The one that runs this command, where it does.</summary>
    private static string Dotnet()
        => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host
            : Environment.ProcessPath is { } own && Path.GetFileNameWithoutExtension(own) == "dotnet" ? own
            : "dotnet";

    private static ToolException NotFound(string message) => new(DiagnosticCodes.AppNotFound, message);
}
