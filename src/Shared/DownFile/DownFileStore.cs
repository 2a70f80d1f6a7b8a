namespace DownPage.DownFile;

/// <summary>
/// The down file on the disk. Written by several processes: the nodes of a farm that share a volume, the command, people.
/// Safe to use from several threads.
/// </summary>
/// <param name="path">Where it is. A link is followed: what it leads to is read and replaced, the link stays.</param>
internal sealed class DownFileStore(string path)
{
    private volatile byte[]? settled;
    private volatile bool wasAbsent;

    /// <summary>How long a writer waits for another one.</summary>
    internal TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Waits for a program that empties a file and then fills it, as a shell does; tests fill it.</summary>
    internal Action Settle { get; init; } = static () => Thread.Sleep(20);

    /// <summary>Puts the bytes into the new file; tests let it fail.</summary>
    internal Action<FileStream, byte[]> Fill { get; init; } = static (file, bytes) => file.Write(bytes);

    /// <summary>
    /// What is written. Never throws: a failure is a reading too. Where the file was just found empty or torn, it is read
    /// once more after 20 ms.
    /// </summary>
    public DownFileReading Read()
    {
        var reading = Read(out var bytes);
        if (bytes is null || IsWhole(reading))
        {
            settled = null;
            return reading;
        }

        if (settled is not { } before || !before.AsSpan().SequenceEqual(bytes))
        {
            Settle();
            reading = Read(out bytes);
            settled = bytes;
        }

        return reading;
    }

    /// <summary>Changes what is written, all of it or nothing.</summary>
    /// <param name="change">Makes what is to be written of what is; null: nothing is there, or shall be. The same: nothing is written.</param>
    /// <param name="cancellationToken">Ends waiting for another writer.</param>
    /// <exception cref="IOException">It cannot be written, or what is there cannot be read: nothing has changed.</exception>
    /// <exception cref="OperationCanceledException">Waiting was ended: nothing has changed.</exception>
    public async Task WriteAsync(Func<DownFileDocument?, DownFileDocument?> change, CancellationToken cancellationToken)
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
        catch (Exception failed) when (failed is UnauthorizedAccessException or ArgumentException or NotSupportedException
            || (failed is IOException && failed is not DownFileException))
        {
            throw new DownFileException(
                $"'{path}' cannot be written, and nothing has changed: {failed.Message} The app's user needs the right to make"
                + " and rename files in its folder, which must exist, and be neither full nor read-only. Where only the file is"
                + " mounted, mount its folder; or name another place.",
                failed);
        }
    }

    private DownFileReading Read(out byte[]? bytes)
    {
        bytes = null;

        // Not an exception a second on a site that is up. The first reading was one: it knows a folder that may not be looked into.
        if (wasAbsent && !File.Exists(path) && !Directory.Exists(path))
        {
            return DownFileReading.Absent;
        }

        wasAbsent = false;
        try
        {
            bytes = ReadBytes();
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            wasAbsent = true;
            return DownFileReading.Absent;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or ArgumentException
            or NotSupportedException or System.Security.SecurityException)
        {
            return DownFileReading.Failed(Directory.Exists(path)
                ? $"'{path}' is a folder, where the down file should be"
                : $"'{path}' cannot be read: {failed.Message.TrimEnd('.')}");
        }

        var reading = DownFileReader.Read(bytes);
        return new DownFileReading(
            reading.Document,
            reading.Failure is { } failure ? $"'{path}' cannot be read: {failure}" : null,
            [.. reading.Warnings.Select(warning => $"'{path}': {warning}")]);
    }

    // One byte more than is allowed shows that there are too many; what a file says of its length need not be true.
    private byte[] ReadBytes()
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        var length = Math.Min(file.Length, DownFileReader.MaximumBytes);
        var bytes = new byte[(length > 0 ? length : DownFileReader.MaximumBytes) + 1];
        return bytes[..file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
    }

    private static bool IsWhole(DownFileReading reading)
        => reading.Failure is null && !ReferenceEquals(reading.Document, DownFileDocument.Empty);
}
