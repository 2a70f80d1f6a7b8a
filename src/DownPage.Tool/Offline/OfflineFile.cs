using DownPage.DownFile;
using DownPage.Tool.Pages;

namespace DownPage.Tool.Offline;

/// <summary>
/// IIS's <c>app_offline.htm</c> in a content root, and the name that it is parked under. Each step is one rename, so
/// that whoever looks, and whatever ends this process, there is no such file, the old one, or the whole new one.
/// </summary>
/// <param name="contentRoot">The folder that IIS looks in; not <c>wwwroot</c>.</param>
/// <param name="isOurs">Whether bytes are a page of this command: others' files are never overwritten.</param>
internal sealed class OfflineFile(string contentRoot, Func<byte[], bool> isOurs)
{
    public const string Name = "app_offline.htm";

    private const int Tries = 5;

    private readonly string parked = Path.Combine(contentRoot, Name + ".parked");

    public string Live { get; } = Path.Combine(contentRoot, Name);

    /// <summary>Puts the page there.</summary>
    /// <exception cref="IOException">It cannot be done: what was there before is there.</exception>
    /// <exception cref="UnauthorizedAccessException">As before.</exception>
    public OfflineChange Raise(byte[] page)
    {
        RemoveTorn();
        var before = Read(Live);
        if (before is not null && before.AsSpan().SequenceEqual(page))
        {
            return new OfflineChange { WasOffline = true };
        }

        var kept = new List<string>();
        Keep(parked, kept);
        if (before is not null && !isOurs(before))
        {
            kept.Add(Copy(before));
        }

        for (var left = Tries; ; left--)
        {
            DownFileTarget.Replace(parked, page, static (file, bytes) => file.Write(bytes));
            try
            {
                DownFileTarget.Rename(parked, Live);
                return new OfflineChange { WasOffline = before is not null, HasChanged = true, Kept = kept };
            }
            catch (FileNotFoundException) when (left > 1)
            {
                // Another run of this command took what we had parked: it is there now, and perhaps gone again.
            }
        }
    }

    /// <summary>Takes the page away: under its parked name, or, of a file that is not ours, under another.</summary>
    /// <exception cref="IOException">It cannot be done: what was there before is there.</exception>
    /// <exception cref="UnauthorizedAccessException">As before.</exception>
    public OfflineChange Lower()
    {
        RemoveTorn();
        if (Read(Live) is not { } page)
        {
            return new OfflineChange();
        }

        var since = File.GetLastWriteTimeUtc(Live);
        var kept = new List<string>();
        try
        {
            if (isOurs(page))
            {
                Keep(parked, kept);
                DownFileTarget.Rename(Live, parked);
                return new OfflineChange { WasOffline = true, HasChanged = true, Kept = kept, Parked = parked, Since = since };
            }

            Keep(Live, kept);
            return new OfflineChange { WasOffline = true, HasChanged = true, Kept = kept };
        }
        catch (FileNotFoundException)
        {
            // Somebody was faster.
            return new OfflineChange { Kept = kept };
        }
    }

    private static byte[]? Read(string path)
    {
        if (Directory.Exists(path))
        {
            throw new IOException($"'{path}' is a folder");
        }

        return PageBytes.Read(path, out var problem) ?? (problem is null ? null : throw new IOException(problem));
    }

    /// <summary>Moves a file that is not ours out of the way.</summary>
    private void Keep(string path, List<string> kept)
    {
        if (Read(path) is not { } content || isOurs(content))
        {
            return;
        }

        for (var number = 1; ; number++)
        {
            var free = Numbered(number);
            if (File.Exists(free) || Directory.Exists(free))
            {
                continue;
            }

            File.Move(path, free);
            kept.Add(free);
            return;
        }
    }

    /// <summary>A copy of a file that is about to be replaced: it stays in its place until then.</summary>
    private string Copy(byte[] content)
    {
        for (var number = 1; ; number++)
        {
            var copy = Numbered(number);
            if (PageBytes.Read(copy, out _) is { } other && other.AsSpan().SequenceEqual(content))
            {
                return copy;
            }

            if (!File.Exists(copy) && !Directory.Exists(copy))
            {
                DownFileTarget.Replace(copy, content, static (file, bytes) => file.Write(bytes));
                return copy;
            }
        }
    }

    private string Numbered(int number) => FormattableString.Invariant($"{parked}-{number}");

    /// <summary>What a run that was killed has left: half a page, under a name of its own.</summary>
    private void RemoveTorn()
    {
        var now = DateTime.UtcNow;
        foreach (var torn in Directory.EnumerateFiles(contentRoot, Name + ".parked*.tmp"))
        {
            if (now - File.GetLastWriteTimeUtc(torn) > TimeSpan.FromMinutes(10))
            {
                File.Delete(torn);
            }
        }
    }
}
