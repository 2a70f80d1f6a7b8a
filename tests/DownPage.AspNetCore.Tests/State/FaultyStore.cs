using DownPage.AspNetCore.State;
using DownPage.DownFile;
using DownPage.History;
using DownPage.Switching;

namespace DownPage.AspNetCore.Tests.State;

/// <summary>A store that does what a test wants before it answers.</summary>
internal sealed class FaultyStore : IStateStore
{
    public event Action? Changed
    {
        add { }
        remove { }
    }

    public DownFileDocument? Document { get; set; }

    public DownFileDocument? Held => Document;

    public Action Fault { get; set; } = () => { };

    public StateReading Read()
    {
        Fault();
        return Document is null ? StateReading.Absent : new StateReading(Document, null, []);
    }

    public Task<StateWrite> WriteAsync(StateChange change, CancellationToken cancellationToken)
    {
        var write = new StateWrite(Document, change.Apply(Document, DateTimeOffset.UnixEpoch), null);
        Document = write.After;
        return Task.FromResult(write);
    }

    public Task<IReadOnlyList<HistoryEntry>> ReadHistoryAsync(int most, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyList<HistoryEntry>>([]);
}
