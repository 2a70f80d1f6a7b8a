namespace DownPage.AspNetCore.Tests.Farm;

/// <summary>A store that nobody reaches.</summary>
internal sealed class DeadStore : IMaintenanceModeStore
{
    public Task<MaintenanceModeStoreEntry?> ReadAsync(string key, CancellationToken cancellationToken)
        => throw new TimeoutException("it is dead");

    public Task<bool> ReplaceAsync(
        string key, ReadOnlyMemory<byte> value, string? version, CancellationToken cancellationToken)
        => throw new TimeoutException("it is dead");

    public Task PutAsync(string key, ReadOnlyMemory<byte> value, TimeSpan lifetime, CancellationToken cancellationToken)
        => throw new TimeoutException("it is dead");
}
