namespace DownPage.AspNetCore.Tests.Proxying;

/// <summary>The proxy takes the site down by itself: only what may pass reaches the upstream.</summary>
[TestClass]
public sealed class ProxyMaintenanceTests(TestContext test)
{
    [TestMethod]
    [DataRow(false, DisplayName = "the upstream is there")]
    [DataRow(true, DisplayName = "the upstream is gone")]
    [Timeout(30_000, CooperativeCancellation = true)]
    public async Task Maintenance_InTheProxy_IsThePageFor503(bool stopped)
    {
        await using var site = await ProxySite.StartAsync();
        if (stopped)
        {
            await site.Upstream.StopAsync();
        }

        await site.Maintenance.EnterAsync(new MaintenanceRequest(), test.CancellationToken);
        using var response = await site.Client.PostAsync("/", new StringContent("form"), test.CancellationToken);

        Assert.AreEqual(503, (int)response.StatusCode);
        Assert.AreEqual("<h1>The page for 503</h1>", await response.Content.ReadAsStringAsync(test.CancellationToken));
        Assert.IsNotNull(response.Headers.RetryAfter);
        Assert.AreEqual(0, site.Upstream.Requests);
    }

    [TestMethod]
    [Timeout(30_000, CooperativeCancellation = true)]
    public async Task Maintenance_InTheProxy_LetsPassWhatMayPass()
    {
        await using var site = await ProxySite.StartAsync(configure: options => options.Allow.Prefixes.Add("/says"));
        await site.Maintenance.EnterAsync(new MaintenanceRequest(), test.CancellationToken);

        using var refused = await site.Client.GetAsync("/", test.CancellationToken);
        using var passed = await site.Client.GetAsync("/says/200", test.CancellationToken);
        await site.Upstream.StopAsync();
        using var gone = await site.Client.GetAsync("/says/200", test.CancellationToken);

        Assert.AreEqual(503, (int)refused.StatusCode);
        Assert.AreEqual("the upstream's 200", await passed.Content.ReadAsStringAsync(test.CancellationToken));
        // It may pass, and there is nobody: that is no maintenance.
        Assert.AreEqual("<h1>The page for 502</h1>", await gone.Content.ReadAsStringAsync(test.CancellationToken));
    }

    [TestMethod]
    [Timeout(30_000, CooperativeCancellation = true)]
    public async Task Maintenance_ThatIsOver_LetsTheUpstreamAnswer()
    {
        await using var site = await ProxySite.StartAsync();
        await site.Maintenance.EnterAsync(new MaintenanceRequest(), test.CancellationToken);
        await site.Maintenance.LeaveAsync(cancellationToken: test.CancellationToken);

        using var response = await site.Client.GetAsync("/", test.CancellationToken);

        Assert.AreEqual("GET: ", await response.Content.ReadAsStringAsync(test.CancellationToken));
        Assert.AreEqual(1, site.Upstream.Requests);
    }
}
