using DownPage.AspNetCore.Farm;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace DownPage.AspNetCore.Tests.Farm;

/// <summary>The contract finds every way in which a store can be wrong, and nothing in one that is right.</summary>
[TestClass]
public sealed class ContractTests
{
    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public async Task Cache_OfTheFramework_KeepsTheContract()
    {
        var cache = new MemoryDistributedCache(Options.Create(new MemoryDistributedCacheOptions()));

        await MaintenanceModeStoreContract.VerifyAsync(() => new DistributedCacheStore(cache), TestContext.CancellationToken);
    }

    [TestMethod]
    public async Task Store_ThatComparesAndWritesInOne_KeepsTheContract()
    {
        var place = new SharedPlace(TimeProvider.System);

        await MaintenanceModeStoreContract.VerifyAsync(() => new BrokenStore(place, ""), TestContext.CancellationToken);
    }

    [TestMethod]
    [DataRow("missing is empty", "a name that was never written: ReadAsync is an entry")]
    [DataRow("null always writes", "replacing nothing: ReplaceAsync with no version was true though a value was there")]
    [DataRow("null never writes", "replacing nothing: ReplaceAsync with no version was false though nothing was there")]
    [DataRow("false but written", "replacing nothing: after a ReplaceAsync that was false")]
    [DataRow("never replaces", "replacing what is there: ReplaceAsync with the version that was read was false")]
    [DataRow("true but not written", "replacing what is there: after ReplaceAsync with the version that was read")]
    [DataRow("stale writes", "replacing what was there before: ReplaceAsync with a version that is no more was true")]
    [DataRow("version for nothing", "replacing what was there before: ReplaceAsync with a version was true though nothing")]
    [DataRow("one version", "versions: another value has the version of the one before")]
    [DataRow("version empty", "versions: a version is empty")]
    [DataRow("version per reading", "versions: a value that nobody has changed has another version")]
    [DataRow("put keeps version", "versions: a value that was put has the version of the one before")]
    [DataRow("cuts at zero", "bytes: a value of 1 B comes back as another from")]
    [DataRow("empty is missing", "bytes: a value of 0 B comes back as another from")]
    [DataRow("64 KiB", "bytes: a value of 262144 B comes back as another from")]
    [DataRow("keeps the buffer", "a buffer that is used again: after the caller has used its buffer")]
    [DataRow("upper case", "names: after values under names that are much alike")]
    [DataRow("own place", "two clients: another client does not see what was written")]
    [DataRow("put only once", "putting: after PutAsync where a value was")]
    [DataRow("lives for ever", "a lifetime: a value with a lifetime of 1 s is still there")]
    [DataRow("lifetime stays", "replacing what has a lifetime: 2.5 s after ReplaceAsync")]
    [DataRow("no token", "an operation that was ended: ReadAsync with a cancelled token came to its end")]
    [DataRow("race lost", "two that replace at once: the value afterwards is of none of those")]
    [DataRow("throws", "a name that was never written: the store threw TimeoutException: it is dead")]
    public async Task Store_ThatBreaksARule_IsFoundOut(string fault, string finding)
    {
        var place = new SharedPlace(TimeProvider.System);

        var found = await Assert.ThrowsExactlyAsync<InvalidOperationException>(
            () => MaintenanceModeStoreContract.VerifyAsync(
                () => new BrokenStore(fault == "own place" ? new SharedPlace(TimeProvider.System) : place, fault),
                TestContext.CancellationToken));

        Assert.Contains("- " + finding, found.Message);
    }

    [TestMethod]
    public async Task Contract_ThatIsEnded_SaysNothingOfTheStore()
    {
        using var ended = new CancellationTokenSource();
        await ended.CancelAsync();

        await Assert.ThrowsAsync<OperationCanceledException>(
            () => MaintenanceModeStoreContract.VerifyAsync(
                () => new BrokenStore(new SharedPlace(TimeProvider.System), ""), ended.Token));
    }

    [TestMethod]
    public async Task Cache_OfADatabase_IsGivenALifetimeSoThatItDoesNotTakeItsOwn()
    {
        var cache = new RecordingCache();
        var store = new DistributedCacheStore(cache);

        await store.ReplaceAsync("key", new byte[1], null, TestContext.CancellationToken);
        await store.PutAsync("key", new byte[1], TimeSpan.FromSeconds(30), TestContext.CancellationToken);

        Assert.IsGreaterThan(TimeSpan.FromDays(3000), cache.Options[0].AbsoluteExpirationRelativeToNow ?? default);
        Assert.IsNull(cache.Options[0].SlidingExpiration);
        Assert.AreEqual(TimeSpan.FromSeconds(30), cache.Options[1].AbsoluteExpirationRelativeToNow);
    }
}
