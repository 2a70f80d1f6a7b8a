using System.Security.Cryptography;
using Microsoft.Extensions.Caching.Distributed;

namespace DownPage.AspNetCore.Farm;

/// <summary>
/// Whatever cache the app has. A version is the hash of the value. A cache cannot compare and write at once: whoever
/// replaces has to look again later, as <see cref="SharedValue"/> does.
/// </summary>
internal sealed class DistributedCacheStore(IDistributedCache cache) : IMaintenanceModeStore
{
    /// <summary>
    /// As good as none. Without a lifetime the caches in databases would give it one of their own, of 20 minutes
    /// without a reading, and a farm that rests for the night would come up.
    /// </summary>
    private static readonly TimeSpan ForGood = TimeSpan.FromDays(3650);

    /// <summary>Whether nobody but this process sees what is in it.</summary>
    public bool IsOfThisProcess => cache is MemoryDistributedCache;

    public async Task<MaintenanceModeStoreEntry?> ReadAsync(string key, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return await cache.GetAsync(key, cancellationToken) is { } value
            ? new MaintenanceModeStoreEntry(value, Convert.ToHexString(SHA256.HashData(value)))
            : null;
    }

    public async Task<bool> ReplaceAsync(
        string key, ReadOnlyMemory<byte> value, string? version, CancellationToken cancellationToken)
    {
        var there = await ReadAsync(key, cancellationToken);
        if (!string.Equals(there?.Version, version, StringComparison.Ordinal))
        {
            return false;
        }

        await PutAsync(key, value, ForGood, cancellationToken);
        return true;
    }

    public Task PutAsync(
        string key, ReadOnlyMemory<byte> value, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var options = new DistributedCacheEntryOptions { AbsoluteExpirationRelativeToNow = lifetime };
        return cache.SetAsync(key, value.ToArray(), options, cancellationToken);
    }
}
