using DownPage.Farm.Tests.Parts;
using Microsoft.Extensions.Caching.Distributed;

namespace DownPage.Farm.Tests;

/// <summary>The cache that the farm is proven with does what a cache must.</summary>
[TestClass]
public sealed class RedisCacheTests
{
    private static readonly TimeSpan StoreTimeout = TimeSpan.FromMilliseconds(500);

    public required TestContext TestContext { get; init; }

    private CancellationToken Token => TestContext.CancellationToken;

    [TestMethod]
    [Timeout(30_000, CooperativeCancellation = true)]
    public async Task Value_SetAndRemoved_IsThereUntilThen()
    {
        await using var redis = await RedisServer.StartAsync();
        using var cache = new RedisCache(redis.Port, StoreTimeout);

        Assert.IsNull(await cache.GetAsync("a", Token));
        await cache.SetAsync("a", [1, 0, 255], new DistributedCacheEntryOptions(), Token);
        Assert.AreSequenceEqual<byte>([1, 0, 255], await cache.GetAsync("a", Token) ?? []);
        await cache.RemoveAsync("a", Token);
        Assert.IsNull(await cache.GetAsync("a", Token));
    }

    [TestMethod]
    [Timeout(30_000, CooperativeCancellation = true)]
    public async Task Value_WithALifetime_GoesAndOneWithoutStays()
    {
        await using var redis = await RedisServer.StartAsync();
        using var cache = new RedisCache(redis.Port, StoreTimeout);
        var brief = new DistributedCacheEntryOptions
        {
            AbsoluteExpirationRelativeToNow = TimeSpan.FromMilliseconds(150),
        };

        await cache.SetAsync("brief", [1], brief, Token);
        await cache.SetAsync("stays", [1], brief, Token);
        await cache.SetAsync("stays", [2], new DistributedCacheEntryOptions(), Token);
        await Task.Delay(300, Token);

        Assert.IsNull(await cache.GetAsync("brief", Token));
        Assert.AreSequenceEqual<byte>([2], await cache.GetAsync("stays", Token) ?? []);
    }

    [TestMethod]
    [Timeout(30_000, CooperativeCancellation = true)]
    public async Task Value_WithASlidingLifetime_StaysWhileItIsRead()
    {
        await using var redis = await RedisServer.StartAsync();
        using var cache = new RedisCache(redis.Port, StoreTimeout);
        var sliding = new DistributedCacheEntryOptions { SlidingExpiration = TimeSpan.FromMilliseconds(600) };
        await cache.SetAsync("a", [1], sliding, Token);

        for (var reading = 0; reading < 8; reading++)
        {
            await Task.Delay(100, Token);
            await cache.RefreshAsync("a", Token);
        }

        Assert.IsNotNull(await cache.GetAsync("a", Token));
        await Task.Delay(900, Token);
        Assert.IsNull(await cache.GetAsync("a", Token));
    }

    [TestMethod]
    [Timeout(30_000, CooperativeCancellation = true)]
    public async Task Operation_WhileRedisIsPaused_FailsAfterItsTimeAndGoesOnAfterwards()
    {
        await using var redis = await RedisServer.StartAsync();
        using var cache = new RedisCache(redis.Port, StoreTimeout);
        await cache.SetAsync("a", [1], new DistributedCacheEntryOptions(), Token);

        await redis.PauseAsync();
        await Assert.ThrowsExactlyAsync<TimeoutException>(() => cache.GetAsync("a", Token));
        await redis.ContinueAsync();

        Assert.IsNotNull(await cache.GetAsync("a", Token));
    }

    [TestMethod]
    [DataRow(false, DisplayName = "stopped")]
    [DataRow(true, DisplayName = "killed")]
    [Timeout(30_000, CooperativeCancellation = true)]
    public async Task Operation_AfterRedisCameBack_Connects(bool killed)
    {
        await using var redis = await RedisServer.StartAsync(keepsData: true);
        using var cache = new RedisCache(redis.Port, StoreTimeout);
        await cache.SetAsync("a", [1], new DistributedCacheEntryOptions(), Token);

        await (killed ? redis.KillAsync() : redis.StopAsync());
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await Assert.ThrowsAsync<Exception>(() => cache.GetAsync("a", Token));
        }

        await redis.StartAgainAsync();
        await SoonAsync(cache);
        Assert.IsNotNull(await cache.GetAsync("a", Token));
    }

    [TestMethod]
    [DataRow(LineState.Cut)]
    [DataRow(LineState.Silent)]
    [Timeout(30_000, CooperativeCancellation = true)]
    public async Task Operation_AfterTheLineCameBack_Goes(object state)
    {
        await using var redis = await RedisServer.StartAsync();
        await using var line = new SlowProxy(redis.Port);
        using var cache = new RedisCache(line.Port, StoreTimeout);
        await cache.SetAsync("a", [1], new DistributedCacheEntryOptions(), Token);

        line.State = (LineState)state;
        await Assert.ThrowsAsync<Exception>(() => cache.GetAsync("a", Token));
        line.State = LineState.Open;

        await SoonAsync(cache);
        Assert.IsNotNull(await cache.GetAsync("a", Token));
    }

    /// <summary>The first operation may still find the broken connection; the next ones do not.</summary>
    private async Task SoonAsync(RedisCache cache)
    {
        for (var attempt = 0; attempt < 20; attempt++)
        {
            try
            {
                await cache.GetAsync("a", Token);
                return;
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                await Task.Delay(50, Token);
            }
        }

        Assert.Fail("It has not come back.");
    }
}
