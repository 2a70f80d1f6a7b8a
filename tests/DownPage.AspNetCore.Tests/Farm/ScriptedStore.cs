using DownPage.AspNetCore.State;
using DownPage.DownFile;
using DownPage.History;
using DownPage.Switching;

namespace DownPage.AspNetCore.Tests.Farm;

/// <summary>A store whose readings a test makes up.</summary>
internal sealed class ScriptedStore(Func<StateReading> read) : IStateStore
{
    public event Action? Changed
    {
        add { }
        remove { }
    }

    public DownFileDocument? Held => read().Document;

    public StateReading Read() => read();

    public Task<StateWrite> WriteAsync(StateChange change, CancellationToken cancellationToken)
        => throw new NotSupportedException();

    public Task<IReadOnlyList<HistoryEntry>> ReadHistoryAsync(int most, CancellationToken cancellationToken)
        => throw new NotSupportedException();
}
