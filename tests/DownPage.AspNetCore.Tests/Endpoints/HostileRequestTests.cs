using System.Net;
using System.Net.Sockets;
using System.Text;
using DownPage.AspNetCore.Tests.Bypass;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace DownPage.AspNetCore.Tests.Endpoints;

/// <summary>On the wire of Kestrel: what no client of good will sends.</summary>
[TestClass]
public sealed class HostileRequestTests : IDisposable
{
    private readonly TempFolder folder = new();

    public required TestContext TestContext { get; init; }

    public void Dispose() => folder.Dispose();

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    [DataRow("GET /maintenance-mode/history%00 HTTP/1.1", 400)]
    [DataRow("GET /maintenance-mode/../shop HTTP/1.1", 404)]
    [DataRow("GET /maintenance-mode/%2e%2e/shop HTTP/1.1", 404)]
    [DataRow("GET /shop/../maintenance-mode HTTP/1.1", 401)]
    [DataRow("GET //maintenance-mode HTTP/1.1", 404)]
    [DataRow("GET /maintenance-mode//history HTTP/1.1", 401)]
    [DataRow("GET /MAINTENANCE-MODE/ HTTP/1.1", 401)]
    [DataRow("GET /maintenance-mode%2fhistory HTTP/1.1", 404)]
    [DataRow("GET /maintenance%2Dmode HTTP/1.1", 401)]
    [DataRow("GET /maintenance-mode/..;/history HTTP/1.1", 401)]
    [DataRow("GET /maintenance-mode\\history HTTP/1.1", 404)]
    [DataRow("GET http://127.0.0.1/maintenance-mode HTTP/1.1", 401)]
    [DataRow("DELETE /maintenance-mode/schedule/%2e%2e%2f HTTP/1.1", 401)]
    public async Task Path_ThatTriesToGetAround_MeetsTheTokenOrNothing(string line, int expected)
    {
        await using var site = await StartAsync();

        var answer = await SendAsync(site, $"{line}\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");

        Assert.StartsWith($"HTTP/1.1 {expected} ", answer);
    }

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    public async Task Body_OfAMegabyteInChunks_IsRefusedAndTheSiteStaysUp()
    {
        await using var site = await StartAsync();
        using var request = Put(new StreamContent(new MemoryStream(new byte[1024 * 1024])));
        request.Headers.TransferEncodingChunked = true;

        using var answer = await site.Client.SendAsync(request, TestContext.CancellationToken);

        Assert.AreEqual(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("DP0605", await answer.Content.ReadAsStringAsync(TestContext.CancellationToken));
    }

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    public async Task Body_OfBrokenChunks_IsUnreadable()
    {
        await using var site = await StartAsync();

        var answer = await SendAsync(
            site,
            "PUT /maintenance-mode HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n"
            + $"Content-Type: application/json\r\nAuthorization: Bearer {OperatorSite.Token}\r\n\r\nzz\r\n");

        Assert.StartsWith("HTTP/1.1 400 ", answer);
    }

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    public async Task Texts_WithLineBreaksAndMarkup_StayTexts()
    {
        await using var site = await StartAsync();
        using var request = Put(new StringContent(
            """{"message":"</script>\r\nX-Injected: 1","reason":"<b>","actor":"\"};//","redirectTo":"/a\r\nX-Injected:1"}""",
            Encoding.UTF8,
            "application/json"));
        using var second = Put(new StringContent(
            """{"message":"</script>\r\nX-Injected: 1","reason":"<b>","actor":"\"};//"}""",
            Encoding.UTF8,
            "application/json"));

        using var refused = await site.Client.SendAsync(request, TestContext.CancellationToken);
        using var down = await site.Client.SendAsync(second, TestContext.CancellationToken);
        using var page = await site.Client.GetAsync("/shop", TestContext.CancellationToken);

        Assert.AreEqual(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.AreEqual(HttpStatusCode.OK, down.StatusCode);
        foreach (var answer in new[] { refused, down, page })
        {
            Assert.IsFalse(answer.Headers.Contains("X-Injected"));
        }

        Assert.Contains("&lt;/script&gt;", await page.Content.ReadAsStringAsync(TestContext.CancellationToken));
    }

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    public async Task Client_ThatGoesAwayWhileItSends_LeavesTheStateAsItWas()
    {
        await using var site = await StartAsync();
        using (var client = await ConnectAsync(site))
        {
            await client.GetStream().WriteAsync(
                Encoding.ASCII.GetBytes(
                    "PUT /maintenance-mode HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\nContent-Type: application/json\r\n"
                    + $"Authorization: Bearer {OperatorSite.Token}\r\n\r\n{{\"message\":"),
                TestContext.CancellationToken);
        }

        using var status = new HttpRequestMessage(HttpMethod.Get, "/maintenance-mode");
        status.Headers.TryAddWithoutValidation("Authorization", "Bearer " + OperatorSite.Token);
        using var answer = await site.Client.SendAsync(status, TestContext.CancellationToken);
        Assert.Contains("\"down\": false", await answer.Content.ReadAsStringAsync(TestContext.CancellationToken));
    }

    private Task<SmallApp> StartAsync() => SmallApp.StartAsync(
        app =>
        {
            app.UseMaintenanceMode();
            app.MapMaintenanceMode().RequireOperatorToken();
        },
        kestrel: true,
        build: builder => builder.Services.AddMaintenanceMode(options =>
        {
            options.DownFile = folder.PathOf("maintenance.json");
            options.Endpoint.TokenHashes.Add("anna", OperatorSite.HashOf(OperatorSite.Token));
        }));

    private static HttpRequestMessage Put(HttpContent content)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, "/maintenance-mode") { Content = content };
        request.Content.Headers.ContentType ??= new("application/json");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + OperatorSite.Token);
        return request;
    }

    private async Task<TcpClient> ConnectAsync(SmallApp site)
    {
        var client = new TcpClient();
        await client.ConnectAsync(
            IPAddress.Loopback, site.Client.BaseAddress?.Port ?? 0, TestContext.CancellationToken);
        return client;
    }

    private async Task<string> SendAsync(SmallApp site, string text)
    {
        using var client = await ConnectAsync(site);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(text), TestContext.CancellationToken);
        using var reader = new StreamReader(client.GetStream());
        return await reader.ReadToEndAsync(TestContext.CancellationToken);
    }
}
