using System.Net;
using Microsoft.AspNetCore.Builder;

namespace DownPage.AspNetCore.Tests.Setup;

/// <summary>The order in which a request is decided, as docs/maintenance-mode.md says it.</summary>
[TestClass]
public sealed class DecisionOrderTests
{
    private const string Secret = "a secret of some length";

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public async Task PassPage_WhileDown_IsAnsweredBeforeAnythingElse()
    {
        await using var site = await MaintainedSite.StartAsync(options =>
        {
            options.Enabled = true;
            options.Bypass.Secret = Secret;
        });

        Assert.AreEqual(HttpStatusCode.OK, await Ask(site, "/_downpage/pass"));
        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, await Ask(site, "/_downpage/502.html"));
    }

    [TestMethod]
    public async Task AllowedEndpoint_OutsideOfEveryRule_Passes()
    {
        await using var site = await MaintainedSite.StartAsync(
            options =>
            {
                options.Enabled = true;
                options.Mode = MaintenanceKind.ReadOnly;
                options.ReadOnly.BlockPrefixes.Add("/open");
            },
            pipeline: app => app.MapGet("/open", () => "open").AllowDuringMaintenance());

        Assert.AreEqual(HttpStatusCode.OK, await Ask(site, "/open"));
    }

    [TestMethod]
    public async Task EndpointUnderMaintenance_AllowedByPath_IsDownAllTheSame()
    {
        await using var site = await MaintainedSite.StartAsync(
            options => options.Allow.Paths.Add("/reports"),
            pipeline: app => app.MapGet("/reports", () => "reports").UnderMaintenance());

        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, await Ask(site, "/reports"));
    }

    [TestMethod]
    public async Task EndpointUnderMaintenance_ForAnInsider_Passes()
    {
        await using var site = await MaintainedSite.StartAsync(
            options => options.Allow.Networks.Add("203.0.113.0/24"),
            before: app => app.Use((context, next) =>
            {
                context.Connection.RemoteIpAddress = IPAddress.Parse("203.0.113.9");
                return next(context);
            }),
            pipeline: app => app.MapGet("/reports", () => "reports").UnderMaintenance());

        Assert.AreEqual(HttpStatusCode.OK, await Ask(site, "/reports"));
    }

    [TestMethod]
    public async Task OutOfScope_WhileAPartIsDown_Passes()
    {
        await using var site = await MaintainedSite.StartAsync(options =>
        {
            options.Enabled = true;
            options.Scopes.Add("path:/billing");
        });

        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, await Ask(site, "/billing/invoices"));
        Assert.AreEqual(HttpStatusCode.OK, await Ask(site, "/billingx"));
    }

    [TestMethod]
    public async Task ReadOnly_AWriteThatAnAllowRuleNames_Passes()
    {
        await using var site = await MaintainedSite.StartAsync(options =>
        {
            options.Enabled = true;
            options.Mode = MaintenanceKind.ReadOnly;
            options.ReadOnly.BlockPrefixes.Add("/export");
            options.Allow.Paths.Add("/orders");
        });

        Assert.AreEqual(HttpStatusCode.OK, await Ask(site, "/shop"));
        Assert.AreEqual(HttpStatusCode.OK, await Ask(site, "/orders", HttpMethod.Post));
        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, await Ask(site, "/shop", HttpMethod.Post));
        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, await Ask(site, "/export"));
    }

    [TestMethod]
    public async Task Tester_WithTheCookie_SeesTheSiteAndTheHeader()
    {
        await using var site = await MaintainedSite.StartAsync(options =>
        {
            options.Enabled = true;
            options.Bypass.Secret = Secret;
        });
        using var form = new FormUrlEncodedContent([new("secret", Secret)]);
        using var entered = await site.Client.PostAsync("/_downpage/pass", form, TestContext.CancellationToken);
        var cookie = Assert.ContainsSingle(entered.Headers.GetValues("Set-Cookie")).Split(';')[0];

        using var request = new HttpRequestMessage(HttpMethod.Get, "/shop");
        request.Headers.Add("Cookie", cookie);
        using var response = await site.Client.SendAsync(request, TestContext.CancellationToken);

        Assert.AreEqual(HttpStatusCode.OK, response.StatusCode);
        Assert.AreEqual("down", Assert.ContainsSingle(response.Headers.GetValues("X-Maintenance-Mode")));
    }

    [TestMethod]
    public async Task Refused_Request_ReachesNothingOfTheApp()
    {
        await using var site = await MaintainedSite.StartAsync(
            options => options.Enabled = true,
            pipeline: app => app.Run(_ => throw new InvalidOperationException("reached")));

        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, await Ask(site, "/shop", HttpMethod.Post));
    }

    private async Task<HttpStatusCode> Ask(MaintainedSite site, string path, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, path);
        using var response = await site.Client.SendAsync(request, TestContext.CancellationToken);
        return response.StatusCode;
    }
}
