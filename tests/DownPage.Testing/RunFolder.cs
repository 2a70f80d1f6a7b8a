namespace DownPage.Testing;

/// <summary>
/// The temporary folder of one test run. What nobody kept is deleted when the run ends, and the folder a day later by
/// another run: test hosts are often ended before they have tidied up.
/// </summary>
internal static class RunFolder
{
    private const string Prefix = "downpage-tests-";

    private static readonly Lazy<string> LazyPath = new(Create);

    public static string Path => LazyPath.Value;

    /// <summary>True when <c>DOWNPAGE_KEEP</c> is 1: nothing is deleted.</summary>
    public static bool KeepEverything { get; } = Environment.GetEnvironmentVariable("DOWNPAGE_KEEP") == "1";

    /// <summary>A folder for one site; never used before.</summary>
    public static string CreateUnique(string name)
    {
        var suffix = Guid.NewGuid().ToString("N")[..8];
        return Directory.CreateDirectory(System.IO.Path.Combine(Path, $"{name}-{suffix}")).FullName;
    }

    private static string Create()
    {
        foreach (var old in Directory.EnumerateDirectories(System.IO.Path.GetTempPath(), Prefix + "*"))
        {
            if (Directory.GetLastWriteTimeUtc(old) < DateTime.UtcNow.AddDays(-1))
                TryDelete(old);
        }

        var folder = Directory.CreateTempSubdirectory(Prefix).FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => DeleteAllButKept(folder);
        return folder;
    }

    private static void DeleteAllButKept(string folder)
    {
        if (KeepEverything)
            return;

        foreach (var name in (string[])["templates", "packages", "feed"])
            TryDelete(System.IO.Path.Combine(folder, name));
        if (!Directory.EnumerateFileSystemEntries(folder).Any())
            TryDelete(folder);
    }

    internal static void TryDelete(string folder)
    {
        try
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A process that has not quite ended holds a file, or another user's run made it: no failure of a test.
        }
    }
}
