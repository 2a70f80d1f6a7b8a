using DownPage.DownFile;

namespace DownPage.AspNetCore.State;

/// <summary>In the memory of this process: for tests of apps.</summary>
internal sealed class MemoryStateStore : IStateStore
{
    private readonly object writing = new();
    private volatile DownFileDocument? document;

    public DownFileReading Read()
        => document is { } known ? new DownFileReading(known, null, []) : DownFileReading.Absent;

    public Task WriteAsync(Func<DownFileDocument?, DownFileDocument?> change, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (writing)
        {
            document = change(document);
        }

        return Task.CompletedTask;
    }
}
