namespace DownPage.Testing;

/// <summary>Programs of the machine that some tests need.</summary>
public static class Command
{
    /// <summary>Whether there is a program of that name in the path.</summary>
    /// <param name="name">Without the extension that Windows adds.</param>
    public static bool IsInstalled(string name)
        => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, name))
                || OperatingSystem.IsWindows()
                && (File.Exists(Path.Combine(folder, name + ".exe")) || File.Exists(Path.Combine(folder, name + ".cmd"))));
}
