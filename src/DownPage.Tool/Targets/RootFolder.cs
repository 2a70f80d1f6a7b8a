using System.Formats.Tar;
using System.Runtime.Versioning;

namespace DownPage.Tool.Targets;

/// <summary>
/// Knows a folder in which the superuser alone makes and removes files. An app that runs as somebody else cannot remove
/// a flag there when an end passes.
/// </summary>
internal static class RootFolder
{
    private const UnixFileMode OthersWrite = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    /// <summary>Whether the folder of a file is one. False where it cannot be found out.</summary>
    public static bool Holds(string file)
        => !OperatingSystem.IsWindows() && Path.GetDirectoryName(file) is { } folder && IsOfRootAlone(folder);

    /// <summary>Whose it is the framework says nowhere but in archives.</summary>
    [UnsupportedOSPlatform("windows")]
    private static bool IsOfRootAlone(string folder)
    {
        try
        {
            using var archive = new MemoryStream();
            using (var writer = new TarWriter(archive, TarEntryFormat.Ustar, leaveOpen: true))
            {
                writer.WriteEntry(folder, "folder");
            }

            archive.Position = 0;
            using var reader = new TarReader(archive);
            return reader.GetNextEntry() is { EntryType: TarEntryType.Directory, Uid: 0 }
                && (File.GetUnixFileMode(folder) & OthersWrite) == 0;
        }
        catch (Exception failed) when (
            failed is IOException or UnauthorizedAccessException or ArgumentException or FormatException)
        {
            return false;
        }
    }
}
