using Microsoft.Extensions.Caching.Distributed;

namespace DownPage.AspNetCore.Tests.Farm;

/// <summary>An empty cache that remembers what it was asked to keep for how long.</summary>
internal sealed class RecordingCache : IDistributedCache
{
    public List<DistributedCacheEntryOptions> Options { get; } = [];

    public byte[]? Get(string key) => throw new NotSupportedException("a call that blocks");

    public Task<byte[]?> GetAsync(string key, CancellationToken token = default) => Task.FromResult<byte[]?>(null);

    public void Refresh(string key) => throw new NotSupportedException("a call that blocks");

    public Task RefreshAsync(string key, CancellationToken token = default) => throw new NotSupportedException();

    public void Remove(string key) => throw new NotSupportedException("a call that blocks");

    public Task RemoveAsync(string key, CancellationToken token = default) => throw new NotSupportedException();

    public void Set(string key, byte[] value, DistributedCacheEntryOptions options)
        => throw new NotSupportedException("a call that blocks");

    public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
    {
        Options.Add(options);
        return Task.CompletedTask;
    }
}
