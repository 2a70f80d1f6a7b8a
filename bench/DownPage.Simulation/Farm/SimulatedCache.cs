using DownPage.Simulation.Time;
using Microsoft.Extensions.Caching.Distributed;

namespace DownPage.Simulation.Farm;

/// <summary>A cache that answers after a while, in virtual time, and counts how often it is asked.</summary>
internal sealed class SimulatedCache(VirtualClock clock, Random random) : IDistributedCache
{
    private static readonly TimeSpan Fastest = TimeSpan.FromMilliseconds(0.5);
    private static readonly TimeSpan Slowest = TimeSpan.FromMilliseconds(2);

    private readonly Dictionary<string, (byte[] Value, TimeSpan? Until)> values = new(StringComparer.Ordinal);

    public StoreLoad Reads { get; } = new();

    public StoreLoad Writes { get; } = new();

    /// <summary>It says nothing any more: operations end when whoever asked gives up.</summary>
    public bool IsSilent { get; set; }

    public async Task<byte[]?> GetAsync(string key, CancellationToken token = default)
    {
        Reads.Add(clock.Now);
        await WayAsync(token);
        var value = values.TryGetValue(key, out var entry) && !(entry.Until <= clock.Now) ? entry.Value : null;
        await WayAsync(token);
        return value;
    }

    public async Task SetAsync(
        string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
    {
        Writes.Add(clock.Now);
        await WayAsync(token);
        values[key] = (value, clock.Now + options.AbsoluteExpirationRelativeToNow);
        await WayAsync(token);
    }

    public Task RefreshAsync(string key, CancellationToken token = default) => Task.CompletedTask;

    public Task RemoveAsync(string key, CancellationToken token = default)
    {
        values.Remove(key);
        return Task.CompletedTask;
    }

    public byte[]? Get(string key) => throw new NotSupportedException();

    public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => throw new NotSupportedException();

    public void Refresh(string key) => throw new NotSupportedException();

    public void Remove(string key) => throw new NotSupportedException();

    private Task WayAsync(CancellationToken token) => Task.Delay(
        IsSilent ? Timeout.InfiniteTimeSpan : Fastest + ((Slowest - Fastest) * random.NextDouble()), clock, token);
}
