using DownPage.DownFile;
using DownPage.Switching;

namespace DownPage.History;

/// <summary>The down file with its history: a change is written to both under one lock.</summary>
internal sealed class StateFile(string path)
{
    private readonly DownFileStore file = new(path);

    public string Path { get; } = path;

    /// <summary>What is written; see <see cref="DownFileStore"/>.</summary>
    public DownFileReading Read() => file.Read();

    /// <summary>Makes the change, all of it or nothing, and puts it into the history.</summary>
    /// <exception cref="ChangeRefusedException">It cannot be made of what is there: nothing has changed.</exception>
    /// <exception cref="IOException">The file cannot be read or written: nothing has changed.</exception>
    public async Task<StateWrite> ChangeAsync(
        StateChange change, TimeProvider clock, CancellationToken cancellationToken)
    {
        StateWrite? write = null;
        await file.WriteAsync(
            before =>
            {
                // Under the lock: who waited for it does not write of a time before the other's change.
                var now = clock.GetUtcNow();
                var after = change.Apply(before, now);
                write = new StateWrite(before, after, null);
                return after;
            },
            written: () => write = Recorded(change, write, clock.GetUtcNow()),
            cancellationToken);
        return write ?? throw new InvalidOperationException("The change was not asked for.");
    }

    /// <inheritdoc cref="HistoryFile.Read(int)"/>
    public IReadOnlyList<HistoryEntry> History(int most) => HistoryFile.Of(Path).Read(most);

    /// <summary>
    /// Puts into the history what changed nothing that is written, such as a page laid over the site.
    /// </summary>
    /// <returns>Why it could not be put there. Null: it was.</returns>
    public async Task<string?> RecordAsync(HistoryEntry entry, CancellationToken cancellationToken)
    {
        try
        {
            using var taken = await DownFileLock.TakeAsync(
                DownFileTarget.Of(Path), TimeSpan.FromSeconds(10), cancellationToken);
            return HistoryFile.Of(Path).Append(entry);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            return failed.Message;
        }
    }

    private StateWrite? Recorded(StateChange change, StateWrite? write, DateTimeOffset now)
        => write is null
            ? null
            : write with
            {
                HistoryProblem = HistoryFile.Of(Path).Append(HistoryEntry.Of(change, write.Before, write.After, now)),
            };
}
