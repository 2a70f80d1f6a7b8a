using System.Net;
using System.Text;
using DownPage.Status;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DownPage.AspNetCore.Tests.Endpoints;

/// <summary>What the endpoint says, and where.</summary>
[TestClass]
public sealed class StatusRequestTests
{
    public required TestContext TestContext { get; init; }

    [TestMethod]
    public async Task Get_OfASiteThatIsUp_IsAStatusWithATag()
    {
        await using var site = await OperatorSite.StartAsync();

        var answer = await site.AskAsync("GET");

        Assert.AreEqual(HttpStatusCode.OK, answer.Status);
        Assert.AreEqual("application/json", answer.ContentType);
        Assert.AreEqual("\"none\"", answer.ETag);
        Assert.AreEqual("no-store", answer.Headers["Cache-Control"]);
        Assert.AreEqual("nosniff", answer.Headers["X-Content-Type-Options"]);
        var status = StatusReader.Read(Encoding.UTF8.GetBytes(answer.Text));
        Assert.IsFalse(status.Down);
        Assert.AreEqual("none", status.Revision);
        Assert.HasCount(1, status.Nodes);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("/history")]
    [DataRow("/schedule")]
    [DataRow("/preview")]
    [DataRow("/openapi.json")]
    public async Task Head_OfAnAddress_HasTheHeadersOfGetAndNoBody(string path)
    {
        await using var site = await OperatorSite.StartAsync();

        var get = await site.AskAsync("GET", path);
        var head = await site.AskAsync("HEAD", path);

        Assert.AreEqual(HttpStatusCode.OK, get.Status);
        Assert.AreEqual(HttpStatusCode.OK, head.Status);
        Assert.AreEqual("", head.Text);
        Assert.AreEqual(get.Headers["Content-Type"], head.Headers["Content-Type"]);
        Assert.AreEqual(get.Headers["Content-Length"], head.Headers["Content-Length"]);
        Assert.AreEqual(get.ETag, head.ETag);
    }

    [TestMethod]
    [DataRow("POST", "", "GET, HEAD, PUT, PATCH, DELETE")]
    [DataRow("OPTIONS", "", "GET, HEAD, PUT, PATCH, DELETE")]
    [DataRow("BREW", "", "GET, HEAD, PUT, PATCH, DELETE")]
    [DataRow("DELETE", "/history", "GET, HEAD")]
    [DataRow("PUT", "/schedule", "GET, HEAD, POST")]
    [DataRow("GET", "/schedule/backup", "DELETE")]
    [DataRow("POST", "/preview", "GET, HEAD")]
    [DataRow("PUT", "/openapi.json", "GET, HEAD")]
    public async Task Method_ThatIsNotTaken_IsRefusedWithThoseThatAre(string method, string path, string allowed)
    {
        await using var site = await OperatorSite.StartAsync();

        var answer = await site.AskAsync(method, path);

        Assert.AreEqual(HttpStatusCode.MethodNotAllowed, answer.Status);
        Assert.AreEqual(allowed, answer.Headers["Allow"]);
        Assert.AreEqual("application/problem+json", answer.ContentType);
        Assert.AreEqual("DP0614", answer.Code);
    }

    [TestMethod]
    [DataRow("/nothing")]
    [DataRow("/history/more")]
    [DataRow("/openapi")]
    [DataRow("/%2e%2e%2fshop")]
    [DataRow("/..%2f..%2fshop")]
    [DataRow("/%0d%0aX-Injected:1")]
    [DataRow("/preview/x")]
    public async Task Address_ThatIsNotThere_Is404AndOfTheEndpoint(string path)
    {
        await using var site = await OperatorSite.StartAsync(options => options.Enabled = true);

        var answer = await site.AskAsync("GET", path);

        Assert.AreEqual(HttpStatusCode.NotFound, answer.Status);
        Assert.AreEqual("DP0613", answer.Code);
        Assert.DoesNotContain("X-Injected", answer.Headers.Keys);
    }

    [TestMethod]
    public async Task Strangers_AtEveryAddress_AreRefused()
    {
        await using var site = await OperatorSite.StartAsync();

        foreach (var path in new[] { "", "/", "/history", "/schedule", "/schedule/x", "/preview", "/openapi.json", "/x" })
        {
            foreach (var method in new[] { "GET", "PUT", "POST", "DELETE", "TRACE" })
            {
                var answer = await site.AskAsync(method, path, change: request => request.Headers.Authorization = null);
                Assert.AreEqual(HttpStatusCode.Unauthorized, answer.Status, $"{method} {path}");
            }
        }
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public async Task Get_WhileTheSiteIsDown_IsAnswered(bool routingComesAfter)
    {
        using var folder = new TempFolder();
        folder.Write("maintenance.json", "");
        using var host = new HostBuilder().UseContentRoot(folder.Root).ConfigureWebHost(web => web
            .UseTestServer()
            .ConfigureServices(services =>
            {
                OperatorSite.AddUsers(services);
                services.AddRouting().AddMaintenanceMode();
            })
            .Configure(app =>
            {
                _ = routingComesAfter ? app.UseMaintenanceMode().UseRouting() : app.UseRouting().UseMaintenanceMode();
                app.UseAuthentication().UseAuthorization().UseEndpoints(endpoints =>
                {
                    endpoints.MapMaintenanceMode().RequireAuthorization();
                    endpoints.MapGet("/shop", () => "shop");
                });
            })).Build();
        await host.StartAsync(TestContext.CancellationToken);
        using var client = host.GetTestClient();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Test anna");

        using var shop = await client.GetAsync("/shop", TestContext.CancellationToken);
        using var status = await client.GetAsync("/maintenance-mode", TestContext.CancellationToken);
        using var up = await client.DeleteAsync("/maintenance-mode", TestContext.CancellationToken);
        using var shopAgain = await client.GetAsync("/shop", TestContext.CancellationToken);

        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, shop.StatusCode);
        Assert.AreEqual(HttpStatusCode.OK, status.StatusCode);
        Assert.AreEqual(HttpStatusCode.OK, up.StatusCode);
        Assert.AreEqual(HttpStatusCode.OK, shopAgain.StatusCode);
    }

    [TestMethod]
    public async Task Post_BelowAPathBaseAndAnotherPattern_SaysWhereTheWindowIs()
    {
        await using var site = await MaintainedSite.StartAsync(
            services: builder => OperatorSite.AddUsers(builder.Services),
            before: app => app.UsePathBase("/base"),
            pipeline: app =>
            {
                app.UseRouting();
                app.UseAuthentication().UseAuthorization();
                app.MapGroup("/ops").MapMaintenanceMode("/down/{site}").RequireAuthorization();
            });
        using var request = new HttpRequestMessage(HttpMethod.Post, "/base/ops/down/shop/schedule/");
        request.Headers.TryAddWithoutValidation("Authorization", "Test anna");
        request.Content = new StringContent(
            """{"name":"a b/c","days":["sunday"],"time":"03:00","duration":"30m"}""",
            Encoding.UTF8,
            "application/json");

        using var made = await site.Client.SendAsync(request, TestContext.CancellationToken);

        Assert.AreEqual(HttpStatusCode.Created, made.StatusCode);
        Assert.AreEqual("/base/ops/down/shop/schedule/a%20b%2Fc", made.Headers.Location?.OriginalString);
        using var removal = new HttpRequestMessage(HttpMethod.Delete, made.Headers.Location);
        removal.Headers.TryAddWithoutValidation("Authorization", "Test anna");
        using var removed = await site.Client.SendAsync(removal, TestContext.CancellationToken);
        Assert.AreEqual(HttpStatusCode.OK, removed.StatusCode);
    }
}
