using DownPage.DownFile;

namespace DownPage.History;

/// <summary>
/// The changes of the state, a line of JSON each, beside the down file. Grows to 1 MiB, then begins anew; the one
/// before stays.
/// </summary>
internal sealed class HistoryFile(string path)
{
    private const int MaximumBytes = 1024 * 1024;

    private const UnixFileMode EverybodyReads = UnixFileMode.UserRead | UnixFileMode.UserWrite
        | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    public string Path { get; } = path;

    private string Older => Path + ".1";

    /// <summary>The history of a down file: <c>maintenance.history.jsonl</c> beside <c>maintenance.json</c>.</summary>
    public static HistoryFile Of(string downFile)
        => new(System.IO.Path.ChangeExtension(DownFileTarget.Of(downFile), ".history.jsonl"));

    /// <summary>Adds a line, through to the disk. To be called under the down file's lock.</summary>
    /// <returns>Why it could not be added. Null: it was.</returns>
    public string? Append(HistoryEntry entry)
    {
        try
        {
            if (new FileInfo(Path) is { Exists: true, Length: > MaximumBytes })
            {
                File.Move(Path, Older, overwrite: true);
            }

            Add(HistoryLine.Write(entry));
            return null;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return $"'{Path}' cannot be written: {failed.Message}";
        }
    }

    /// <summary>The youngest entries first. Torn lines are passed over; no file is no entry.</summary>
    /// <param name="most">How many are wanted.</param>
    /// <exception cref="DownFileException">It cannot be read.</exception>
    public IReadOnlyList<HistoryEntry> Read(int most)
    {
        var entries = Read(Path, most);
        return entries.Count < most ? [.. entries, .. Read(Older, most - entries.Count)] : entries;
    }

    private static IReadOnlyList<HistoryEntry> Read(string file, int most)
    {
        try
        {
            if (SpecialFile.KindOf(file) is { } kind)
            {
                throw new DownFileException($"'{file}' is {kind}, where the history should be");
            }

            return HistoryLines.Last(File.ReadAllBytes(file), most);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return [];
        }
        catch (Exception failed) when (failed is UnauthorizedAccessException
            || (failed is IOException && failed is not DownFileException))
        {
            throw new DownFileException($"'{file}' cannot be read: {failed.Message}", failed);
        }
    }

    private void Add(byte[] line)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = FileShare.ReadWrite | FileShare.Delete,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = EverybodyReads;
        }

        using var file = new FileStream(Path, options);

        // A line that was torn, as its writer died, ends here.
        if (file.Length > 0)
        {
            file.Seek(-1, SeekOrigin.End);
            if (file.ReadByte() != '\n')
            {
                line = [(byte)'\n', .. line];
            }
        }

        file.Seek(0, SeekOrigin.End);
        file.Write(line);
        file.Flush(flushToDisk: true);
    }
}
