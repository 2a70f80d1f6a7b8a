using DownPage.DownFile;
using DownPage.History;
using DownPage.Switching;

namespace DownPage.AspNetCore.State;

/// <summary>In the memory of this process: for tests of apps.</summary>
internal sealed class MemoryStateStore(TimeProvider clock) : IStateStore
{
    private readonly object writing = new();
    private readonly List<HistoryEntry> history = [];
    private volatile DownFileDocument? document;

    /// <summary>Whoever writes looks at once.</summary>
    public event Action? Changed
    {
        add { }
        remove { }
    }

    public DownFileDocument? Held => document;

    public StateReading Read()
        => document is { } known ? new StateReading(known, null, []) : StateReading.Absent;

    public Task<StateWrite> WriteAsync(StateChange change, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (writing)
        {
            var now = clock.GetUtcNow();
            var write = new StateWrite(document, change.Apply(document, now), null);
            if (write.Changed)
            {
                document = write.After;
                history.Insert(0, HistoryEntry.Of(change, write.Before, write.After, now));
            }

            return Task.FromResult(write);
        }
    }

    public Task<IReadOnlyList<HistoryEntry>> ReadHistoryAsync(int most, CancellationToken cancellationToken)
    {
        lock (writing)
        {
            return Task.FromResult<IReadOnlyList<HistoryEntry>>([.. history.Take(most)]);
        }
    }
}
