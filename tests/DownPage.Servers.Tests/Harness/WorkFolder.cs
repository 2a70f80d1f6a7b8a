namespace DownPage.Servers.Tests.Harness;

/// <summary>
/// The folder of the run's servers. Others than its owner can read it: servers run as users of their own, and what they
/// may not read is a case of its own.
/// </summary>
internal static class WorkFolder
{
    public const UnixFileMode Readable =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    public const UnixFileMode Open =
        Readable | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    public const UnixFileMode Writable = Open | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    private static readonly Lazy<string> LazyRoot = new(Create);

    /// <summary>True when <c>DOWNPAGE_KEEP</c> is 1: it stays, to be looked at.</summary>
    public static bool Keep { get; } = Environment.GetEnvironmentVariable("DOWNPAGE_KEEP") == "1";

    public static string Root => LazyRoot.Value;

    /// <summary>A folder below it.</summary>
    public static string Make(string name, UnixFileMode mode)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Root, name)).FullName;
        File.SetUnixFileMode(folder, mode);
        return folder;
    }

    private static string Create()
    {
        var folder = Directory.CreateTempSubdirectory("downpage-servers-").FullName;
        File.SetUnixFileMode(folder, Open);
        return folder;
    }
}
