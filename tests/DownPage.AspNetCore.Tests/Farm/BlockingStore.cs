namespace DownPage.AspNetCore.Tests.Farm;

/// <summary>A store that holds the threads of its callers until it is released; then it is empty.</summary>
internal sealed class BlockingStore : IMaintenanceModeStore, IDisposable
{
    private readonly ManualResetEventSlim released = new();
    private volatile int blocked;

    /// <summary>How many threads it holds.</summary>
    public int Blocked => blocked;

    public void Release() => released.Set();

    public Task<MaintenanceModeStoreEntry?> ReadAsync(string key, CancellationToken cancellationToken)
        => Task.FromResult(Block<MaintenanceModeStoreEntry?>(null));

    public Task<bool> ReplaceAsync(
        string key, ReadOnlyMemory<byte> value, string? version, CancellationToken cancellationToken)
        => Task.FromResult(Block(true));

    public Task PutAsync(string key, ReadOnlyMemory<byte> value, TimeSpan lifetime, CancellationToken cancellationToken)
        => Task.FromResult(Block(true));

    public void Dispose()
    {
        released.Set();
        released.Dispose();
    }

    private T Block<T>(T answer)
    {
        Interlocked.Increment(ref blocked);
        released.Wait();
        Interlocked.Decrement(ref blocked);
        return answer;
    }
}
