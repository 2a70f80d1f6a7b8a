using DownPage.DownFile;
using DownPage.FlagFile;
using DownPage.Switching;

namespace DownPage.History;

/// <summary>The down file with its history and its flag: a change is written to all of them under one lock.</summary>
/// <param name="path">The down file.</param>
/// <param name="flag">What front-end servers look at. Null: nothing.</param>
internal sealed class StateFile(string path, FlagFileOrder? flag = null)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly DownFileStore file = new(path);

    public string Path { get; } = path;

    /// <summary>What is written; see <see cref="DownFileStore"/>.</summary>
    public DownFileReading Read() => file.Read();

    /// <summary>
    /// Makes the change, all of it or nothing, and puts it into the history. The flag agrees with the state then, even
    /// where nothing was to be changed.
    /// </summary>
    /// <exception cref="ChangeRefusedException">It cannot be made of what is there: nothing has changed.</exception>
    /// <exception cref="IOException">The file cannot be read or written: nothing has changed.</exception>
    public async Task<StateWrite> ChangeAsync(
        StateChange change, TimeProvider clock, CancellationToken cancellationToken)
    {
        StateWrite? write = null;
        var isWanted = false;
        try
        {
            await file.WriteAsync(
                before =>
                {
                    // Under the lock: who waited for it does not write of a time before the other's change.
                    var now = clock.GetUtcNow();
                    var after = change.Apply(before, now);
                    isWanted = flag?.IsWanted(after, now) == true;
                    write = Begun(new StateWrite(before, after, null), isWanted);
                    return after;
                },
                written: () => write = Recorded(change, Flagged(write, isWanted), clock.GetUtcNow()),
                cancellationToken);
        }
        catch (IOException) when (write is not null)
        {
            // What is written holds on, and so does its flag.
            await SettleAsync(clock, CancellationToken.None);
            throw;
        }

        return write ?? throw new InvalidOperationException("The change was not asked for.");
    }

    /// <inheritdoc cref="HistoryFile.Read(int)"/>
    public IReadOnlyList<HistoryEntry> History(int most) => HistoryFile.Of(Path).Read(most);

    /// <summary>
    /// Puts into the history what changed nothing that is written, such as a page laid over the site.
    /// </summary>
    /// <returns>Why it could not be put there. Null: it was.</returns>
    public Task<string?> RecordAsync(HistoryEntry entry, CancellationToken cancellationToken)
        => LockedAsync(() => HistoryFile.Of(Path).Append(entry), cancellationToken);

    /// <summary>
    /// Has the flag agree with the state, where something else than what is written has changed. A state that cannot be
    /// read leaves it as it is.
    /// </summary>
    /// <returns>Why it does not. Null: it does, or there is none.</returns>
    public async Task<string?> SettleAsync(TimeProvider clock, CancellationToken cancellationToken)
        => flag is null
            ? null
            : await LockedAsync(
                () => file.Read() is { Failure: null } reading
                    ? FlagFileWriter.Put(flag.Path, flag.IsWanted(reading.Document, clock.GetUtcNow()))
                    : null,
                cancellationToken);

    private async Task<string?> LockedAsync(Func<string?> step, CancellationToken cancellationToken)
    {
        try
        {
            using var taken = await DownFileLock.TakeAsync(DownFileTarget.Of(Path), Patience, cancellationToken);
            return step();
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            return failed.Message;
        }
    }

    /// <summary>
    /// A flag goes before the state that asked for it, and comes after it: whoever is killed between the two leaves a site
    /// that is down without a flag, which the app shows by itself, and never one that is up with a flag.
    /// </summary>
    private StateWrite Begun(StateWrite write, bool isWanted)
    {
        if (flag is null || (write.Changed && isWanted))
        {
            return write;
        }

        var disagreed = FlagFileWriter.IsThere(flag.Path) != isWanted;
        var begun = Flagged(write, isWanted) ?? write;
        return begun with { FlagMended = disagreed && !write.Changed && begun.FlagProblem is null };
    }

    private StateWrite? Flagged(StateWrite? write, bool isWanted)
        => flag is null || write is null ? write : write with { FlagProblem = FlagFileWriter.Put(flag.Path, isWanted) };

    private StateWrite? Recorded(StateChange change, StateWrite? write, DateTimeOffset now)
        => write is null
            ? null
            : write with
            {
                HistoryProblem = HistoryFile.Of(Path).Append(HistoryEntry.Of(change, write.Before, write.After, now)),
            };
}
