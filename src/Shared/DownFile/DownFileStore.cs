using System.Security;

namespace DownPage.DownFile;

/// <summary>
/// The down file on the disk. Written by several processes: the nodes of a farm that share a volume, the command,
/// people. Safe to use from several threads.
/// </summary>
/// <param name="path">Where it is. A link is followed: what it leads to is read and replaced, the link stays.</param>
internal sealed class DownFileStore(string path)
{
    private volatile Contents? last;

    /// <summary>How long a writer waits for another one.</summary>
    internal TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Waits for a program that empties a file and then fills it, as a shell does; tests fill it.</summary>
    internal Action Settle { get; init; } = static () => Thread.Sleep(20);

    /// <summary>Puts the bytes into the new file; tests let it fail.</summary>
    internal Action<FileStream, byte[]> Fill { get; init; } = static (file, bytes) => file.Write(bytes);

    /// <summary>
    /// What is written. Never throws: a failure is a reading too. The same reading again as long as the file holds the
    /// same bytes. Where it is found empty or torn, it is read once more after 20 ms.
    /// </summary>
    public DownFileReading Read()
    {
        var before = last;
        var now = Read(before);
        if (!ReferenceEquals(now, before) && now.Bytes is not null && !IsWhole(now.Reading))
        {
            Settle();
            now = Read(now);
        }

        last = now;
        return now.Reading;
    }

    /// <summary>Changes what is written, all of it or nothing.</summary>
    /// <param name="change">
    /// Makes what is to be written of what is; null: nothing is there, or shall be. The same: nothing is written.
    /// </param>
    /// <param name="cancellationToken">Ends waiting for another writer.</param>
    /// <exception cref="IOException">
    /// It cannot be written, or what is there cannot be read: nothing has changed.
    /// </exception>
    /// <exception cref="OperationCanceledException">Waiting was ended: nothing has changed.</exception>
    public Task WriteAsync(Func<DownFileDocument?, DownFileDocument?> change, CancellationToken cancellationToken)
        => WriteAsync(change, static () => { }, cancellationToken);

    /// <inheritdoc cref="WriteAsync(Func{DownFileDocument?, DownFileDocument?}, CancellationToken)"/>
    /// <param name="change">
    /// Makes what is to be written of what is; null: nothing is there, or shall be. The same: nothing is written.
    /// </param>
    /// <param name="written">Called once the change stands, while the lock is still held.</param>
    /// <param name="cancellationToken">Ends waiting for another writer.</param>
    public async Task WriteAsync(
        Func<DownFileDocument?, DownFileDocument?> change, Action written, CancellationToken cancellationToken)
    {
        var target = "";
        using var taken = await TryAsync(() =>
        {
            target = DownFileTarget.Of(path);
            return DownFileLock.TakeAsync(target, Patience, cancellationToken);
        });

        // What the caller throws is the caller's.
        var before = Readable();
        var after = change(before);
        if (!ReferenceEquals(before, after))
        {
            await TryAsync(() => Task.FromResult(Put(target, after)));
            written();
        }
    }

    private DownFileDocument? Readable()
    {
        var reading = Read();
        return reading.Failure is { } failure
            ? throw new DownFileException(
                $"{failure}. What it holds is not written over: mend it, or delete it, and try again.")
            : reading.Document;
    }

    private bool Put(string target, DownFileDocument? document)
    {
        if (document is null)
        {
            File.Delete(target);
            return true;
        }

        var bytes = DownFileWriter.Write(document);
        if (bytes.Length > DownFileReader.MaximumBytes)
        {
            throw new DownFileException(
                $"'{path}' would be larger than 256 KiB, and nothing has changed: shorten what it is to hold.");
        }

        DownFileTarget.Replace(target, bytes, Fill);
        return true;
    }

    private async Task<T> TryAsync<T>(Func<Task<T>> step)
    {
        try
        {
            return await step();
        }
        catch (Exception failed) when (
            failed is UnauthorizedAccessException or ArgumentException or NotSupportedException
            || (failed is IOException && failed is not DownFileException))
        {
            throw new DownFileException(
                $"'{path}' cannot be written, and nothing has changed: {failed.Message.TrimEnd('.')}."
                + " The app's user needs the right to make and rename files in its folder, which must exist,"
                + " and be neither full nor read-only. Where only the file is mounted, mount its folder;"
                + " or name another place.",
                failed);
        }
    }

    private Contents Read(Contents? before)
    {
        // Not an exception a second on a site that is up. The first reading was one: it knows a folder that may not be
        // looked into.
        if (ReferenceEquals(before?.Reading, DownFileReading.Absent) && !File.Exists(path) && !Directory.Exists(path))
        {
            return before;
        }

        try
        {
            if (Special(before) is { } kind)
            {
                return new Contents(null, DownFileReading.Failed($"'{path}' is {kind}, where the down file should be"));
            }

            var bytes = ReadBytes(out var writtenAt);
            if (before?.Bytes is { } same && same.AsSpan().SequenceEqual(bytes))
            {
                return before.WrittenAt == writtenAt ? before : before with { WrittenAt = writtenAt };
            }

            return new Contents(bytes, Named(DownFileReader.Read(bytes))) { WrittenAt = writtenAt };
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return new Contents(null, DownFileReading.Absent);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or ArgumentException
            or NotSupportedException or SecurityException)
        {
            return new Contents(null, DownFileReading.Failed(Directory.Exists(path)
                ? $"'{path}' is a folder, where the down file should be"
                : $"'{path}' cannot be read: {failed.Message.TrimEnd('.')}"));
        }
    }

    private DownFileReading Named(DownFileReading reading) => new(
        reading.Document,
        reading.Failure is { } failure ? $"'{path}' cannot be read: {failure}" : null,
        [.. reading.Warnings.Select(warning => $"'{path}': {warning}")]);

    // A file that was read and has not been written to since is one still.
    private string? Special(Contents? before)
        => before?.Bytes is not null && before.WrittenAt == File.GetLastWriteTimeUtc(path) ? null : SpecialFile.KindOf(path);

    // One byte more than there should be shows that there are more: what a file says of its length need not be true.
    private byte[] ReadBytes(out DateTime writtenAt)
    {
        using var file = new FileStream(
            path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        writtenAt = File.GetLastWriteTimeUtc(file.SafeFileHandle);
        var bytes = new byte[Math.Min(file.Length, DownFileReader.MaximumBytes) + 1];
        var count = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (count == bytes.Length && count <= DownFileReader.MaximumBytes)
        {
            Array.Resize(ref bytes, DownFileReader.MaximumBytes + 1);
            count += file.ReadAtLeast(bytes.AsSpan(count), bytes.Length - count, throwOnEndOfStream: false);
        }

        return bytes[..count];
    }

    private static bool IsWhole(DownFileReading reading)
        => reading.Failure is null && !ReferenceEquals(reading.Document, DownFileDocument.Empty);

    private sealed record Contents(byte[]? Bytes, DownFileReading Reading)
    {
        public DateTime WrittenAt { get; init; }
    }
}
