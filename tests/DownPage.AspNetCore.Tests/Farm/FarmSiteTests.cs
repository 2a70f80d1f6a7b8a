using System.Net;
using DownPage.AspNetCore.Farm;
using DownPage.AspNetCore.State;
using DownPage.Status;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DownPage.AspNetCore.Tests.Farm;

/// <summary>Whole apps that share a cache; time passes really.</summary>
[TestClass]
public sealed class FarmSiteTests
{
    private static readonly TimeSpan Quick = TimeSpan.FromMilliseconds(100);

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    [Timeout(60_000)]
    public async Task Nodes_OfAFarm_GoDownAndUpTogetherAndTheStatusSaysSo()
    {
        var cache = Cache();
        await using var one = await StartAsync(cache);
        await using var two = await StartAsync(cache);
        Assert.AreEqual(HttpStatusCode.OK, await AskAsync(one));

        await one.Maintenance.EnterAsync(new MaintenanceRequest { Message = "x", Actor = "anna" }, TestContext.CancellationToken);

        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, await AskAsync(one), "the own node, at once");
        await UntilAsync(async () => await AskAsync(two) == HttpStatusCode.ServiceUnavailable);
        Assert.AreEqual(MaintenanceSource.SharedStore, two.Maintenance.Current.Source);
        Assert.IsFalse(File.Exists(one.DownFile));
        StatusDocument status;
        do
        {
            await Task.Delay(Quick, TestContext.CancellationToken);
            status = await two.Services.GetRequiredService<StatusComposer>().ComposeAsync(TestContext.CancellationToken);
        }
        while (status.Nodes.Count < 2 || status.Nodes.Any(node => node.Revision != status.Revision));
        Assert.AreEqual("sharedStore", status.Source);
        Assert.HasCount(2, status.Nodes.Select(node => node.Name).Distinct());
        Assert.AreEqual("anna", (await two.Services.GetRequiredService<IStateStore>().ReadHistoryAsync(1, TestContext.CancellationToken))[0].Actor);

        await two.Maintenance.LeaveAsync("ben", TestContext.CancellationToken);
        await UntilAsync(async () => await AskAsync(one) == HttpStatusCode.OK);
    }

    [TestMethod]
    [Timeout(60_000)]
    public async Task Node_ThatStartsWhileTheFarmIsDown_IsDownFromItsFirstRequestOn()
    {
        var cache = Cache();
        await using var one = await StartAsync(cache);
        await one.Maintenance.EnterAsync(cancellationToken: TestContext.CancellationToken);

        await using var two = await StartAsync(cache, options => options.Farm.Interval = TimeSpan.FromHours(1));

        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, await AskAsync(two));
    }

    [TestMethod]
    [Timeout(60_000)]
    [DataRow(StoreFailurePolicy.Down, HttpStatusCode.ServiceUnavailable)]
    [DataRow(StoreFailurePolicy.Up, HttpStatusCode.OK)]
    [DataRow(StoreFailurePolicy.KeepLast, HttpStatusCode.OK)]
    public async Task Node_ThatStartsWhileTheStoreIsDead_StartsAndDoesWhatThePolicySays(
        StoreFailurePolicy policy, HttpStatusCode expected)
    {
        await using var site = await StartAsync(new DeadStore(), options => options.OnStoreFailure = policy);

        Assert.AreEqual(expected, await AskAsync(site));
        Assert.Contains("it is dead", site.Services.GetRequiredService<MaintenanceMonitor>().Problem ?? "");
        var failed = await Assert.ThrowsExactlyAsync<IOException>(
            () => site.Maintenance.EnterAsync(cancellationToken: TestContext.CancellationToken));
        Assert.Contains("it is dead", failed.Message);
    }

    [TestMethod]
    [Timeout(60_000)]
    [DataRow(StoreFailurePolicy.Up)]
    [DataRow(StoreFailurePolicy.KeepLast)]
    [DataRow(StoreFailurePolicy.Down)]
    public async Task DownFile_OfANodeWhoseStoreIsDead_TakesItDownWhateverThePolicySays(StoreFailurePolicy policy)
    {
        await using var site = await StartAsync(new DeadStore(), options => options.OnStoreFailure = policy);

        await File.WriteAllTextAsync(site.DownFile, """{ "message": "by hand" }""", TestContext.CancellationToken);
        await UntilAsync(() => Task.FromResult(site.Maintenance.Current.Source == MaintenanceSource.DownFile));

        Assert.AreEqual("by hand", site.Maintenance.Current.Message);
        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, await AskAsync(site));
        Assert.IsNotNull(site.Services.GetRequiredService<MaintenanceMonitor>().Problem);
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.CancellationToken);
        Assert.HasCount(1, site.Log.Of("StateUnreadable"));
    }

    [TestMethod]
    [Timeout(60_000)]
    public async Task Store_ThatBlocksItsCallers_HoldsNeitherTheStartNorAnyRequest()
    {
        using var store = new BlockingStore();
        await using var site = await StartAsync(store, options => options.Farm.Timeout = Quick);

        Assert.AreEqual(HttpStatusCode.OK, await AskAsync(site));
        Assert.Contains("it did not answer", site.Services.GetRequiredService<MaintenanceMonitor>().Problem ?? "");
        await Task.Delay(TimeSpan.FromSeconds(2), TestContext.CancellationToken);

        Assert.IsLessThanOrEqualTo(2 * StoreLane.Most, store.Blocked, "the reading and the reporting, four each");
        Assert.AreEqual(HttpStatusCode.OK, await AskAsync(site));
        store.Release();
        await UntilAsync(() => Task.FromResult(site.Services.GetRequiredService<MaintenanceMonitor>().Problem is null));
    }

    [TestMethod]
    [Timeout(60_000)]
    public async Task Cache_OfThisProcess_IsUsedWithAWarning()
    {
        await using var site = await StartAsync(Cache());

        Assert.HasCount(1, site.Log.Of("CacheNotShared"));
    }

    [TestMethod]
    [Timeout(60_000)]
    public async Task Cache_ThatIsMissing_KeepsTheAppFromStartingAndSaysWhatToAdd()
    {
        var refused = await Assert.ThrowsExactlyAsync<InvalidOperationException>(
            () => MaintainedSite.StartAsync(services: builder => builder.Services.AddMaintenanceMode().UseDistributedCache()));

        Assert.Contains("AddStackExchangeRedisCache", refused.Message);
        Assert.Contains("UseDistributedCache()", refused.Message);
    }

    [TestMethod]
    [Timeout(60_000)]
    public async Task UseMemory_AfterUseDistributedCache_NeedsNoCacheAndFollowsNothing()
    {
        await using var site = await MaintainedSite.StartAsync(
            services: builder => builder.Services.AddMaintenanceMode().UseDistributedCache().UseMemory());

        await site.Maintenance.EnterAsync(cancellationToken: TestContext.CancellationToken);

        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, await AskAsync(site));
        Assert.IsInstanceOfType<OnlyNode>(site.Services.GetRequiredService<INodes>());
    }

    [TestMethod]
    [Timeout(60_000)]
    public async Task UseStore_OfAType_MakesItOfTheAppsServices()
    {
        await using var site = await MaintainedSite.StartAsync(services: builder =>
        {
            builder.Services.AddSingleton(TimeProvider.System);
            builder.Services.AddSingleton(new SharedPlace(TimeProvider.System));
            builder.Services.AddMaintenanceMode().UseStore<PlaceClient>();
        });

        await site.Maintenance.EnterAsync(cancellationToken: TestContext.CancellationToken);

        Assert.AreEqual(MaintenanceSource.SharedStore, site.Maintenance.Current.Source);
        Assert.Contains(
            key => key.EndsWith(":state", StringComparison.Ordinal) && key.StartsWith("downpage:", StringComparison.Ordinal),
            site.Services.GetRequiredService<SharedPlace>().Keys);
    }

    [TestMethod]
    public void UseStore_WithoutAFunction_IsRefused()
        => Assert.ThrowsExactly<ArgumentNullException>(() => new ServiceCollection().AddMaintenanceMode().UseStore(null!));

    private static MemoryDistributedCache Cache() => new(Options.Create(new MemoryDistributedCacheOptions()));

    private static Task<MaintainedSite> StartAsync(IDistributedCache cache, Action<MaintenanceModeOptions>? more = null)
        => StartAsync(
            builder =>
            {
                builder.Services.AddSingleton(cache);
                builder.Services.AddMaintenanceMode().UseDistributedCache();
            },
            more);

    private static Task<MaintainedSite> StartAsync(IMaintenanceModeStore store, Action<MaintenanceModeOptions> more)
        => StartAsync(builder => builder.Services.AddMaintenanceMode().UseStore(_ => store), more);

    private static Task<MaintainedSite> StartAsync(
        Action<WebApplicationBuilder> services, Action<MaintenanceModeOptions>? more)
        => MaintainedSite.StartAsync(
            options =>
            {
                options.PollInterval = Quick;
                options.Farm.Interval = TimeSpan.FromMilliseconds(200);
                options.Farm.Heartbeat = TimeSpan.FromSeconds(1);
                more?.Invoke(options);
            },
            builder =>
            {
                builder.Services.AddSingleton(TimeProvider.System);
                services(builder);
            });

    private async Task UntilAsync(Func<Task<bool>> holds)
    {
        while (!await holds())
        {
            await Task.Delay(Quick, TestContext.CancellationToken);
        }
    }

    private async Task<HttpStatusCode> AskAsync(MaintainedSite site)
    {
        using var response = await site.Client.GetAsync("/anything", TestContext.CancellationToken);
        return response.StatusCode;
    }
}
