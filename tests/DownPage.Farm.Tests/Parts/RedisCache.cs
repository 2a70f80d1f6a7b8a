using System.Globalization;
using Microsoft.Extensions.Caching.Distributed;
using StackExchange.Redis;

namespace DownPage.Farm.Tests.Parts;

/// <summary>
/// Redis as an app's cache: a hash of the value and its lifetime for each name. Its client waits forever for an answer
/// and comes back slowly, so every operation has a time limit here, and a connection that broke is replaced.
/// </summary>
internal sealed class RedisCache(int port, TimeSpan timeout) : IDistributedCache, IDisposable
{
    private static readonly RedisValue[] Fields = ["data", "sliding", "until"];

    private readonly SemaphoreSlim connecting = new(1, 1);
    private volatile ConnectionMultiplexer? connection;

    public bool IsConnected => connection is { IsConnected: true };

    public byte[]? Get(string key) => GetAsync(key).GetAwaiter().GetResult();

    public async Task<byte[]?> GetAsync(string key, CancellationToken token = default)
        => await ReadAsync(key, token);

    public void Set(string key, byte[] value, DistributedCacheEntryOptions options)
        => SetAsync(key, value, options).GetAwaiter().GetResult();

    public Task SetAsync(
        string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
    {
        var now = DateTimeOffset.UtcNow;
        var until = options.AbsoluteExpirationRelativeToNow is { } span ? now + span : options.AbsoluteExpiration;
        var sliding = options.SlidingExpiration;
        return DoAsync(
            async database =>
            {
                // Whatever lifetime an earlier value had goes with it.
                var transaction = database.CreateTransaction();
                _ = transaction.KeyDeleteAsync(key);
                _ = transaction.HashSetAsync(
                    key,
                    [
                        new HashEntry("data", value),
                        new HashEntry("sliding", sliding?.Ticks ?? 0),
                        new HashEntry("until", until?.UtcTicks ?? 0),
                    ]);
                if (Lifetime(sliding, until, now) is { } lifetime)
                {
                    _ = transaction.KeyExpireAsync(key, lifetime);
                }

                return await transaction.ExecuteAsync();
            },
            token);
    }

    public void Refresh(string key) => RefreshAsync(key).GetAwaiter().GetResult();

    public Task RefreshAsync(string key, CancellationToken token = default) => ReadAsync(key, token);

    public void Remove(string key) => RemoveAsync(key).GetAwaiter().GetResult();

    public Task RemoveAsync(string key, CancellationToken token = default)
        => DoAsync(database => database.KeyDeleteAsync(key), token);

    public void Dispose()
    {
        // Whoever asked last does not wait for the answer any more.
        connection?.Close(allowCommandsToComplete: false);
        connecting.Dispose();
    }

    /// <summary>The value, whose sliding lifetime begins anew.</summary>
    private Task<byte[]?> ReadAsync(string key, CancellationToken token) => DoAsync(
        async database =>
        {
            var values = await database.HashGetAsync(key, Fields);
            if (values[0].IsNull)
            {
                return null;
            }

            var until = (long)values[2] is > 0 and var ticks
                ? new DateTimeOffset(ticks, TimeSpan.Zero)
                : (DateTimeOffset?)null;
            if ((long)values[1] is > 0 and var sliding
                && Lifetime(TimeSpan.FromTicks(sliding), until, DateTimeOffset.UtcNow) is { } lifetime)
            {
                await database.KeyExpireAsync(key, lifetime);
            }

            return (byte[]?)values[0];
        },
        token);

    private static TimeSpan? Lifetime(TimeSpan? sliding, DateTimeOffset? until, DateTimeOffset now)
    {
        var left = until - now;
        return sliding is null || left < sliding ? left : sliding;
    }

    private async Task<T> DoAsync<T>(Func<IDatabase, Task<T>> operation, CancellationToken token)
    {
        var used = await ConnectAsync(token).WaitAsync(timeout, token);
        try
        {
            return await operation(used.GetDatabase()).WaitAsync(timeout, token);
        }
        catch (Exception fault) when (fault is RedisException or ObjectDisposedException)
        {
            Replace(used);
            throw;
        }
    }

    private async Task<ConnectionMultiplexer> ConnectAsync(CancellationToken token)
    {
        if (connection is { } open)
        {
            return open;
        }

        await connecting.WaitAsync(token);
        try
        {
            return connection ??= await ConnectionMultiplexer.ConnectAsync(
                new ConfigurationOptions
                {
                    EndPoints = { string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}") },
                    AbortOnConnectFail = true,
                    ConnectRetry = 1,
                    ConnectTimeout = (int)timeout.TotalMilliseconds,
                    SyncTimeout = (int)timeout.TotalMilliseconds,
                });
        }
        finally
        {
            connecting.Release();
        }
    }

    /// <summary>The next operation connects anew: the client itself would look once a second only.</summary>
    private void Replace(ConnectionMultiplexer broken)
    {
        if (!broken.IsConnected && Interlocked.CompareExchange(ref connection, null, broken) == broken)
        {
            broken.Close(allowCommandsToComplete: false);
        }
    }
}
