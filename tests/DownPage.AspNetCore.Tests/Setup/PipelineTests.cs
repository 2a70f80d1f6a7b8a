using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DownPage.AspNetCore.Tests.Setup;

/// <summary>Wherever it stands in the pipeline, it sees the endpoint that a request is for.</summary>
[TestClass]
public sealed class PipelineTests
{
    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public async Task MinimalApi_AfterImplicitRouting_MetadataHolds()
    {
        await using var site = await MaintainedSite.StartAsync(Down, pipeline: Map);

        await AssertMetadataHoldsAsync(site.Client);
    }

    [TestMethod]
    public async Task MinimalApi_BeforeExplicitRouting_MetadataHolds()
    {
        await using var site = await MaintainedSite.StartAsync(Down, pipeline: app =>
        {
            app.UseRouting();
            Map(app);
        });

        await AssertMetadataHoldsAsync(site.Client);
    }

    [TestMethod]
    public async Task MinimalApi_AfterExplicitRouting_MetadataHolds()
    {
        await using var site = await MaintainedSite.StartAsync(Down, before: app => app.UseRouting(), pipeline: Map);

        await AssertMetadataHoldsAsync(site.Client);
    }

    [TestMethod]
    [DataRow(true, DisplayName = "before UseRouting")]
    [DataRow(false, DisplayName = "after UseRouting")]
    public async Task Startup_WithEndpoints_MetadataHolds(bool before)
    {
        using var host = new HostBuilder().ConfigureWebHost(web => web
            .UseTestServer()
            .ConfigureServices(services => services.AddRouting().AddMaintenanceMode(Down))
            .Configure(app =>
            {
                if (before)
                {
                    app.UseMaintenanceMode().UseRouting();
                }
                else
                {
                    app.UseRouting().UseMaintenanceMode();
                }

                app.UseEndpoints(endpoints =>
                {
                    endpoints.MapGet("/open", () => "open").AllowDuringMaintenance();
                    endpoints.MapGet("/shut", () => "shut");
                });
            })).Build();
        await host.StartAsync(TestContext.CancellationToken);

        await AssertMetadataHoldsAsync(host.GetTestClient());
    }

    [TestMethod]
    public async Task BeforeRouting_PathRewrittenAfterwards_IsRoutedByTheNewPath()
    {
        await using var site = await MaintainedSite.StartAsync(
            options =>
            {
                Down(options);
                options.Allow.Paths.Add("/old");
            },
            pipeline: app =>
            {
                app.Use((context, next) =>
                {
                    context.Request.Path = "/new";
                    return next(context);
                });
                app.UseRouting();
                app.MapGet("/old", () => "old");
                app.MapGet("/new", () => "new");
            });

        Assert.AreEqual("new", await site.Client.GetStringAsync("/old", TestContext.CancellationToken));
    }

    [TestMethod]
    public async Task BareRun_WithoutRouting_IsDown()
    {
        using var host = new HostBuilder().ConfigureWebHost(web => web
            .UseTestServer()
            .ConfigureServices(services => services.AddMaintenanceMode(Down))
            .Configure(app => app.UseMaintenanceMode().Run(_ => throw new InvalidOperationException("reached")))).Build();
        await host.StartAsync(TestContext.CancellationToken);

        using var response = await host.GetTestClient().GetAsync("/", TestContext.CancellationToken);

        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, response.StatusCode);
    }

    [TestMethod]
    public async Task UnderMaintenance_WhileTheSiteIsUp_OnlyThatEndpointIsDown()
    {
        await using var site = await MaintainedSite.StartAsync(pipeline: app =>
        {
            app.MapGet("/reports", () => "reports").UnderMaintenance("being moved");
            app.MapGet("/shop", () => "shop");
        });

        using var reports = await site.Client.GetAsync("/reports", TestContext.CancellationToken);
        using var shop = await site.Client.GetAsync("/shop", TestContext.CancellationToken);

        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, reports.StatusCode);
        Assert.Contains("being moved", await reports.Content.ReadAsStringAsync(TestContext.CancellationToken));
        Assert.AreEqual(HttpStatusCode.OK, shop.StatusCode);
    }

    [TestMethod]
    public async Task Up_NoEndpointDown_AsksNothing()
    {
        await using var site = await MaintainedSite.StartAsync(pipeline: Map);

        Assert.IsTrue(site.Services.GetRequiredService<AspNetCore.State.MaintenanceMonitor>().Snapshot.IsQuiet);
    }

    private static void Down(MaintenanceModeOptions options) => options.Enabled = true;

    private static void Map(WebApplication app)
    {
        app.MapGet("/open", () => "open").AllowDuringMaintenance();
        app.MapGet("/shut", () => "shut");
    }

    private async Task AssertMetadataHoldsAsync(HttpClient client)
    {
        using var open = await client.GetAsync("/open", TestContext.CancellationToken);
        using var shut = await client.GetAsync("/shut", TestContext.CancellationToken);
        Assert.AreEqual(HttpStatusCode.OK, open.StatusCode);
        Assert.AreEqual("open", await open.Content.ReadAsStringAsync(TestContext.CancellationToken));
        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, shut.StatusCode);
    }
}
