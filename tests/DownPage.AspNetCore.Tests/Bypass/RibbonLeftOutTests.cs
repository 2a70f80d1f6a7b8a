using System.Net;
using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Builder;

namespace DownPage.AspNetCore.Tests.Bypass;

/// <summary>What is no page that a person looks at, or cannot take a bar, arrives as the app sent it.</summary>
[TestClass]
public sealed class RibbonLeftOutTests(TestContext test)
{
    [TestMethod]
    [DataRow("text/html", 200, null, true, DisplayName = "a page")]
    [DataRow("text/html;charset=iso-8859-1", 200, null, true)]
    [DataRow("TEXT/HTML; charset=UTF-8", 200, null, true)]
    [DataRow("text/html", 404, null, false)]
    [DataRow("text/html", 201, null, false)]
    [DataRow("text/html", 500, null, false)]
    [DataRow("text/html", 200, "br", false, DisplayName = "compressed")]
    [DataRow("text/html; charset=utf-16", 200, null, false)]
    [DataRow("text/htmlx", 200, null, false)]
    [DataRow("text/vnd.turbo-stream.html", 200, null, false)]
    [DataRow("application/xhtml+xml", 200, null, false)]
    [DataRow("application/json", 200, null, false)]
    [DataRow("text/plain", 200, null, false)]
    [DataRow("text/event-stream", 200, null, false)]
    [DataRow(null, 200, null, false)]
    public async Task Response_OfAKind_TakesTheBarOrIsAsItWas(string? type, int status, string? encoding, bool expected)
    {
        await using var site = await RibbonSite.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = type;
            context.Response.Headers.ETag = "\"1\"";
            context.Response.Headers.ContentEncoding = encoding;
            return context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(RibbonSite.Page)).AsTask();
        });

        using var request = RibbonSite.Navigation();
        var response = await site.Client.SendAsync(request, test.CancellationToken);

        var body = Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(test.CancellationToken));
        Assert.AreEqual(expected, body.Contains(RibbonSite.Mark, StringComparison.Ordinal));
        Assert.AreEqual(expected, response.Headers.ETag is null);
        Assert.IsTrue(expected || body == RibbonSite.Page);
        Assert.AreEqual("down", response.Headers.GetValues("X-Maintenance-Mode").Single());
    }

    [TestMethod]
    [DataRow("GET", "document", "text/html", null, true)]
    [DataRow("GET", "document", "*/*", null, true)]
    [DataRow("GET", null, "text/html,*/*;q=0.8", null, true, DisplayName = "a browser without a secure connection")]
    [DataRow("GET", "empty", "text/html", null, false, DisplayName = "fetch, htmx, Turbo, Blazor")]
    [DataRow("GET", "iframe", "text/html", null, false)]
    [DataRow("GET", "image", "text/html", null, false)]
    [DataRow("GET", null, "text/html", "XMLHttpRequest", false)]
    [DataRow("GET", null, "*/*", null, false, DisplayName = "curl")]
    [DataRow("GET", null, "application/json", null, false)]
    [DataRow("POST", "document", "text/html", null, false)]
    public async Task Request_OfAKind_IsAPersonsOrNot(
        string method, string? purpose, string accept, string? requestedWith, bool expected)
    {
        await using var site = await RibbonSite.StartAsync(RibbonSite.Html(RibbonSite.Page, withLength: true));
        using var request = new HttpRequestMessage(new HttpMethod(method), "/");
        request.Headers.Add("Accept", accept);
        Add("Sec-Fetch-Dest", purpose);
        Add("X-Requested-With", requestedWith);

        var response = await site.Client.SendAsync(request, test.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(test.CancellationToken);

        Assert.AreEqual(expected, body.Contains(RibbonSite.Mark, StringComparison.Ordinal));
        Assert.IsTrue(expected || body == RibbonSite.Page);

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                request.Headers.Add(name, value);
            }
        }
    }

    [TestMethod]
    public async Task Head_OfAPage_HasTheAppsLength()
    {
        await using var site = await RibbonSite.StartAsync(RibbonSite.Html(RibbonSite.Page, withLength: true));

        using var request = RibbonSite.Navigation(HttpMethod.Head);
        var response = await site.Client.SendAsync(request, test.CancellationToken);

        Assert.AreEqual(RibbonSite.Page.Length, response.Content.Headers.ContentLength);
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public async Task Page_WithoutABody_StaysEmpty(bool withLength)
    {
        await using var site = await RibbonSite.StartAsync(context =>
        {
            context.Response.ContentType = "text/html";
            context.Response.ContentLength = withLength ? 0 : null;
            return Task.CompletedTask;
        });

        using var request = RibbonSite.Navigation();
        var response = await site.Client.SendAsync(request, test.CancellationToken);

        Assert.IsEmpty(await response.Content.ReadAsByteArrayAsync(test.CancellationToken));
    }

    [TestMethod]
    [DataRow(HttpStatusCode.NoContent)]
    [DataRow(HttpStatusCode.NotModified)]
    [DataRow(HttpStatusCode.Redirect)]
    public async Task Answer_ThatHasNoBody_HasNone(HttpStatusCode status)
    {
        await using var site = await RibbonSite.StartAsync(context =>
        {
            context.Response.StatusCode = (int)status;
            return Task.CompletedTask;
        });

        using var request = RibbonSite.Navigation();
        var response = await site.Client.SendAsync(request, test.CancellationToken);

        Assert.AreEqual(status, response.StatusCode);
        Assert.AreEqual("down", response.Headers.GetValues("X-Maintenance-Mode").Single());
        Assert.IsEmpty(await response.Content.ReadAsByteArrayAsync(test.CancellationToken));
    }

    [TestMethod]
    public async Task WebSocket_OfAnInsider_Works()
    {
        await using var site = await RibbonSite.StartAsync(
            async context =>
            {
                using var socket = await context.WebSockets.AcceptWebSocketAsync();
                await socket.SendAsync(
                    "hello"u8.ToArray(), WebSocketMessageType.Text, endOfMessage: true, test.CancellationToken);
                await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, test.CancellationToken);
            },
            inside: app => app.UseWebSockets());
        using var client = new ClientWebSocket();

        var address = site.Client.BaseAddress ?? throw new InvalidOperationException("No address.");
        await client.ConnectAsync(new UriBuilder(address) { Scheme = "ws" }.Uri, test.CancellationToken);
        var buffer = new byte[16];
        var received = await client.ReceiveAsync(buffer, test.CancellationToken);
        await client.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, test.CancellationToken);

        Assert.AreEqual("hello", Encoding.UTF8.GetString(buffer, 0, received.Count));
    }
}
