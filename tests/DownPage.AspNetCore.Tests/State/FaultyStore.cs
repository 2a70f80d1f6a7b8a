using DownPage.AspNetCore.State;
using DownPage.DownFile;

namespace DownPage.AspNetCore.Tests.State;

/// <summary>A store that does what a test wants before it answers.</summary>
internal sealed class FaultyStore : IStateStore
{
    public DownFileDocument? Document { get; set; }

    public Action Fault { get; set; } = () => { };

    public DownFileReading Read()
    {
        Fault();
        return Document is null ? DownFileReading.Absent : new DownFileReading(Document, null, []);
    }

    public Task WriteAsync(Func<DownFileDocument?, DownFileDocument?> change, CancellationToken cancellationToken)
    {
        Document = change(Document);
        return Task.CompletedTask;
    }
}
