using System.Formats.Tar;

namespace DownPage.DownFile;

/// <summary>
/// Knows what is no file though it stands where one should. A named pipe keeps whoever opens it waiting until somebody
/// writes to it; renaming over <c>/dev/null</c>, as the superuser, takes it from the whole machine.
/// </summary>
internal static class SpecialFile
{
    /// <summary>
    /// What it is, with its article; null: a file, a folder, nothing, or it cannot be found out. Never opens what would
    /// keep it waiting.
    /// </summary>
    /// <param name="path">Links are followed.</param>
    /// <exception cref="IOException">The links lead in a circle.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be looked at.</exception>
    public static string? KindOf(string path)
    {
        // What has a length is none of them.
        if (OperatingSystem.IsWindows() || new FileInfo(DownFileTarget.Of(path)) is not { Exists: true, Length: 0 } file)
        {
            return null;
        }

        return EntryType(file.FullName) switch
        {
            TarEntryType.Fifo => "a named pipe",
            TarEntryType.CharacterDevice or TarEntryType.BlockDevice => "a device",
            _ => null,
        };
    }

    /// <summary>
    /// The framework tells kinds of files apart nowhere but in archives, which have an entry for each.
    /// </summary>
    private static TarEntryType? EntryType(string path)
    {
        try
        {
            using var archive = new MemoryStream();
            using (var writer = new TarWriter(archive, TarEntryFormat.Ustar, leaveOpen: true))
            {
                writer.WriteEntry(path, "file");
            }

            archive.Position = 0;
            using var reader = new TarReader(archive);
            return reader.GetNextEntry()?.EntryType;
        }
        catch (Exception failed) when (
            failed is IOException or UnauthorizedAccessException or ArgumentException or FormatException)
        {
            // A socket, for one, which cannot be opened either: whoever reads it says why.
            return null;
        }
    }
}
