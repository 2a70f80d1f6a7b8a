using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DownPage.AspNetCore.Tests.Endpoints;

/// <summary>An endpoint that everybody may use does not start, and does not answer.</summary>
[TestClass]
public sealed class EndpointProtectionTests
{
    public required TestContext TestContext { get; init; }

    public static IEnumerable<object[]> Open =>
    [
        ["nothing", (Action<WebApplication>)(app => app.MapMaintenanceMode())],
        ["AllowAnonymous", (Action<WebApplication>)(app =>
            app.MapMaintenanceMode().RequireAuthorization().AllowAnonymous())],
        ["AllowAnonymous of a group", (Action<WebApplication>)(app =>
            app.MapGroup("/ops").AllowAnonymous().MapMaintenanceMode().RequireAuthorization())],
        ["AllowAnonymous with a token", (Action<WebApplication>)(app =>
            app.MapMaintenanceMode().RequireOperatorToken().AllowAnonymous())],
        ["a policy object without authorize data", (Action<WebApplication>)(app => app.MapMaintenanceMode().WithMetadata(
            new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build()))],
        ["the second of two", (Action<WebApplication>)(app =>
        {
            app.MapMaintenanceMode().RequireAuthorization();
            app.MapMaintenanceMode("/other");
        })],
    ];

    public static IEnumerable<object[]> Shut =>
    [
        ["a policy", (Action<WebApplication>)(app => app.MapMaintenanceMode().RequireAuthorization())],
        ["a policy of a group", (Action<WebApplication>)(app =>
            app.MapGroup("/ops").RequireAuthorization().MapMaintenanceMode())],
        ["a policy object", (Action<WebApplication>)(app =>
            app.MapMaintenanceMode().RequireAuthorization(policy => policy.RequireAuthenticatedUser()))],
        ["a token", (Action<WebApplication>)(app => app.MapMaintenanceMode().RequireOperatorToken())],
        ["both", (Action<WebApplication>)(app =>
            app.MapMaintenanceMode().RequireOperatorToken().RequireAuthorization())],
    ];

    [TestMethod]
    [DynamicData(nameof(Open))]
    public async Task Start_OfAnEndpointThatIsOpen_IsRefusedWithTheRemedy(string why, Action<WebApplication> map)
    {
        var refused = await Assert.ThrowsExactlyAsync<InvalidOperationException>(
            () => OperatorSite.StartAsync(pipeline: map), why);

        Assert.StartsWith("DP0601: ", refused.Message);
        Assert.Contains("RequireAuthorization", refused.Message);
        Assert.Contains("RequireOperatorToken", refused.Message);
    }

    [TestMethod]
    [DynamicData(nameof(Shut))]
    public async Task Start_OfAnEndpointThatIsProtected_StrangersAreRefused(string why, Action<WebApplication> map)
    {
        await using var site = await OperatorSite.StartAsync(pipeline: map);

        foreach (var address in new[] { "/maintenance-mode", "/ops/maintenance-mode/history" })
        {
            using var answer = await site.Client.GetAsync(address, TestContext.CancellationToken);
            Assert.Contains(
                answer.StatusCode, [HttpStatusCode.Unauthorized, HttpStatusCode.NotFound], $"{why}: {address}");
        }
    }

    [TestMethod]
    public async Task Start_WithAFallbackPolicyAlone_IsRefused()
    {
        await Assert.ThrowsExactlyAsync<InvalidOperationException>(() => OperatorSite.StartAsync(
            services: builder => builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(
                new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build()),
            pipeline: app => app.MapMaintenanceMode()));
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public async Task Start_OfAStartupClassWithUseEndpoints_DependsOnProtection(bool isProtected)
    {
        using var host = new HostBuilder().ConfigureWebHost(web => web
            .UseTestServer()
            .ConfigureServices(services =>
            {
                OperatorSite.AddUsers(services);
                services.AddRouting().AddMaintenanceMode();
            })
            .Configure(app => app.UseMaintenanceMode().UseRouting().UseAuthentication().UseAuthorization().UseEndpoints(
                endpoints =>
                {
                    var mapped = endpoints.MapMaintenanceMode();
                    _ = isProtected ? mapped.RequireAuthorization() : mapped;
                }))).Build();

        if (isProtected)
        {
            await host.StartAsync(TestContext.CancellationToken);
            using var answer = await host.GetTestClient().GetAsync("/maintenance-mode", TestContext.CancellationToken);
            Assert.AreEqual(HttpStatusCode.Unauthorized, answer.StatusCode);
            return;
        }

        var refused = await Assert.ThrowsExactlyAsync<InvalidOperationException>(
            () => host.StartAsync(TestContext.CancellationToken));
        Assert.Contains("DP0601", refused.Message);
    }

    [TestMethod]
    public async Task Request_ToAnEndpointThatWasMappedOpenAfterTheStart_IsRefused()
    {
        WebApplication? running = null;
        await using var site = await OperatorSite.StartAsync(pipeline: app =>
        {
            running = app;
            app.MapGet("/shop", () => "shop");
        });
        running?.MapMaintenanceMode();

        var read = await site.AskAsync("GET");
        var change = await site.AskAsync("PUT");

        Assert.AreEqual(HttpStatusCode.Forbidden, read.Status);
        Assert.AreEqual("DP0601", read.Code);
        Assert.AreEqual(HttpStatusCode.Forbidden, change.Status);
        Assert.IsFalse(site.Maintenance.Current.IsDown);
        Assert.HasCount(2, site.Log.Of("EndpointUnprotected"));
    }

    [TestMethod]
    [DataRow(false, HttpStatusCode.Forbidden)]
    [DataRow(true, HttpStatusCode.OK)]
    public async Task Request_WhereTheFrameworkDoesNotLookForAuthorization_NeedsThatItRan(
        bool runs, HttpStatusCode expected)
    {
        using var host = new HostBuilder().ConfigureWebHost(web => web
            .UseTestServer()
            .ConfigureServices(services =>
            {
                OperatorSite.AddUsers(services);
                services.AddRouting(options => options.SuppressCheckForUnhandledSecurityMetadata = true);
                services.AddMaintenanceMode();
            })
            .Configure(app =>
            {
                app.UseRouting();
                _ = runs ? app.UseAuthorization() : app;
                app.UseEndpoints(endpoints => endpoints.MapMaintenanceMode().RequireAuthorization());
            })).Build();
        await host.StartAsync(TestContext.CancellationToken);
        using var client = host.GetTestClient();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Test anna");

        using var answer = await client.GetAsync("/maintenance-mode", TestContext.CancellationToken);

        Assert.AreEqual(expected, answer.StatusCode);
    }

    [TestMethod]
    public void Map_WithoutTheServices_SaysWhatToAdd()
    {
        var app = WebApplication.CreateBuilder().Build();

        var refused = Assert.ThrowsExactly<InvalidOperationException>(() => app.MapMaintenanceMode());

        Assert.Contains("AddMaintenanceMode()", refused.Message);
    }
}
