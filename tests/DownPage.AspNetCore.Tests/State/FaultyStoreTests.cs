using System.Net;
using DownPage.AspNetCore.State;
using DownPage.DownFile;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DownPage.AspNetCore.Tests.State;

/// <summary>Whatever the store does, no request fails of it.</summary>
[TestClass]
public sealed class FaultyStoreTests
{
    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public async Task Store_ThatThrowsThoughItMayNot_WhatWasKnownHolds()
    {
        var store = new FaultyStore { Document = DownFileDocument.Empty };
        await using var site = await StartAsync(store);
        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, await Ask(site));

        store.Fault = () => throw new InvalidOperationException("a fault of the store");
        site.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, await Ask(site));
        Assert.Contains(record => record is { EventName: "RefreshFailed", Level: LogLevel.Critical }, site.Log.OfMaintenance);
        store.Fault = () => { };
        store.Document = null;
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.AreEqual(HttpStatusCode.OK, await Ask(site));
    }

    [TestMethod]
    public async Task Store_ThatHangs_RequestsAreAnsweredMeanwhile()
    {
        var store = new FaultyStore { Document = DownFileDocument.Empty };
        await using var site = await StartAsync(store);
        using var hangs = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        store.Fault = () =>
        {
            hangs.Set();
            release.Wait(TestContext.CancellationToken);
        };
        var looking = Task.Run(() => site.Clock.Advance(TimeSpan.FromSeconds(1)), TestContext.CancellationToken);
        Assert.IsTrue(hangs.Wait(TimeSpan.FromSeconds(30), TestContext.CancellationToken));

        var status = await Ask(site);

        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, status);
        Assert.IsTrue(site.Maintenance.Current.IsDown);
        release.Set();
        await looking;
    }

    private static Task<MaintainedSite> StartAsync(FaultyStore store)
        => MaintainedSite.StartAsync(services: builder => builder.Services.AddSingleton<IStateStore>(store));

    private async Task<HttpStatusCode> Ask(MaintainedSite site)
    {
        using var response = await site.Client.GetAsync("/anything", TestContext.CancellationToken);
        return response.StatusCode;
    }
}
