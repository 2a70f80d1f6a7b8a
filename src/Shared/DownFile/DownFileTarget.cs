namespace DownPage.DownFile;

/// <summary>Puts a new file in the place of an old one so that nobody ever meets half of it.</summary>
internal static class DownFileTarget
{
    private const UnixFileMode EverybodyReads = UnixFileMode.UserRead | UnixFileMode.UserWrite
        | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    // Windows does not rename over a file that somebody, such as a virus scanner, has open at the moment.
    private const int Tries = 40;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    /// <summary>The file that is to be replaced: where the links end.</summary>
    /// <exception cref="IOException">The links lead in a circle.</exception>
    public static string Of(string path)
        => new FileInfo(path).LinkTarget is not null && File.ResolveLinkTarget(path, returnFinalTarget: true) is { } end
            ? end.FullName
            : Path.GetFullPath(path);

    /// <summary>Writes beside, through to the disk, and renames.</summary>
    public static void Replace(string target, byte[] bytes, Action<FileStream, byte[]> fill)
    {
        var beside = $"{target}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var file = new FileStream(
                beside, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0))
            {
                if (!OperatingSystem.IsWindows())
                {
                    File.SetUnixFileMode(file.SafeFileHandle, EverybodyReads);
                }

                fill(file, bytes);
                file.Flush(flushToDisk: true);
            }

            Rename(beside, target);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }

    /// <summary>Renames in one step, over a file that is there; on Windows again while somebody has it open.</summary>
    public static void Rename(string beside, string target)
    {
        for (var left = Tries; ; left--)
        {
            try
            {
                File.Move(beside, target, overwrite: true);
                return;
            }
            catch (Exception busy) when (
                left > 1 && OperatingSystem.IsWindows() && busy is IOException or UnauthorizedAccessException)
            {
                Thread.Sleep(Pause);
            }
        }
    }
}
