using DownPage.AspNetCore;
using DownPage.AspNetCore.Farm;
using DownPage.Farm.Tests.Parts;

namespace DownPage.Farm.Tests;

/// <summary>What <see cref="MaintenanceModeStoreContract"/> says of a real cache.</summary>
[TestClass]
public sealed class ContractTests
{
    public required TestContext TestContext { get; init; }

    [TestMethod]
    [Timeout(90_000, CooperativeCancellation = true)]
    public async Task Contract_OfRedisAsACache_IsKept()
    {
        await using var redis = await RedisServer.StartAsync();
        List<RedisCache> caches = [];
        try
        {
            await MaintenanceModeStoreContract.VerifyAsync(
                () =>
                {
                    caches.Add(new RedisCache(redis.Port, RedisFarm.StoreTimeout));
                    return new DistributedCacheStore(caches[^1]);
                },
                TestContext.CancellationToken);
        }
        finally
        {
            caches.ForEach(cache => cache.Dispose());
        }

        // One for each rule at least, or it has looked at nothing.
        Assert.IsGreaterThan(10, caches.Count);
    }

    [TestMethod]
    [Timeout(90_000, CooperativeCancellation = true)]
    public async Task Contract_OfARedisThatIsEmptiedAllTheTime_IsNot()
    {
        await using var redis = await RedisServer.StartAsync();
        using var cache = new RedisCache(redis.Port, RedisFarm.StoreTimeout);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(TestContext.CancellationToken);
        var emptying = EmptyAsync(redis, enough.Token);

        var failure = await Assert.ThrowsExactlyAsync<InvalidOperationException>(
            () => MaintenanceModeStoreContract.VerifyAsync(
                () => new DistributedCacheStore(cache), TestContext.CancellationToken));
        await enough.CancelAsync();
        await emptying;

        Assert.Contains("does not do what", failure.Message);
    }

    private static async Task EmptyAsync(RedisServer redis, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            await redis.FlushAsync();
        }
    }
}
