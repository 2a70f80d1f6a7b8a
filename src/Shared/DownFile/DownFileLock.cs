using System.Diagnostics;
using System.Globalization;

namespace DownPage.DownFile;

/// <summary>
/// Keeps other writers away, of this process and of others: a file beside, open for nobody else. It stays when the lock
/// is gone: deleting it would let two writers in, one by the old file and one by a new one.
/// </summary>
internal static class DownFileLock
{
    private const int WindowsSharingViolation = unchecked((int)0x80070020);
    private const int WindowsLockViolation = unchecked((int)0x80070021);
    private const int LinuxWouldBlock = 11;
    private const int BsdWouldBlock = 35;

    private const UnixFileMode EverybodyReads = UnixFileMode.UserRead | UnixFileMode.UserWrite
        | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>What holds the lock until it is disposed of.</summary>
    /// <exception cref="DownFileException">Another held it for longer than <paramref name="patience"/>.</exception>
    public static async Task<IDisposable> TakeAsync(
        string target, TimeSpan patience, CancellationToken cancellationToken)
    {
        var path = target + ".lock";
        var begin = Stopwatch.GetTimestamp();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                return Open(path);
            }
            catch (IOException held) when (IsHeld(held))
            {
                if (Stopwatch.GetElapsedTime(begin) >= patience)
                {
                    throw new DownFileException(
                        $"'{target}' cannot be written, and nothing has changed: another process has held '{path}' for"
                        + string.Create(CultureInfo.InvariantCulture, $" {patience.TotalSeconds:0.#} s.")
                        + " Look for an instance of this app or a command that hangs;"
                        + $" on Linux `lsof '{path}'` names it.",
                        held);
                }
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }

    private static FileStream Open(string path)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = EverybodyReads;
        }

        try
        {
            return new FileStream(path, options);
        }
        catch (UnauthorizedAccessException) when (File.Exists(path))
        {
            // Made by another user, such as root: it can be locked by who may only read it.
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.None, bufferSize: 0);
        }
    }

    private static bool IsHeld(IOException failure)
        => failure.HResult is WindowsSharingViolation or WindowsLockViolation or LinuxWouldBlock or BsdWouldBlock;
}
