using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using DownPage.AspNetCore.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DownPage.AspNetCore.Tests.Answers;

/// <summary>What a test server cannot show: HTTP/2, WebSockets, clients that go.</summary>
[TestClass]
public sealed class KestrelTests : IDisposable
{
    private readonly RecordingLogger log = new();

    public required TestContext TestContext { get; set; }

    public void Dispose() => log.Dispose();

    [TestMethod]
    [Timeout(60_000)]
    [DataRow("application/grpc", "application/grpc")]
    [DataRow("application/grpc+proto", "application/grpc")]
    public async Task Grpc_OverHttp2_IsUnavailable(string contentType, string expected)
    {
        await using var site = await StartAsync(HttpProtocols.Http2,
            AnswerHost.Down with { Message = "Zurück um 8", StatusCode = 500 });
        using var client = new HttpClient { BaseAddress = Address(site) };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/shop.Orders/List")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent([0, 0, 0, 0, 0]),
        };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        request.Headers.TryAddWithoutValidation("TE", "trailers");

        using var response = await client.SendAsync(request, TestContext.CancellationToken);

        Assert.AreEqual(HttpStatusCode.OK, response.StatusCode);
        Assert.AreEqual(expected, AnswerHost.Header(response, "Content-Type"));
        Assert.AreEqual("14", AnswerHost.Header(response, "grpc-status"));
        Assert.AreEqual("Zur%C3%BCck um 8", AnswerHost.Header(response, "grpc-message"));
        Assert.AreEqual("600000", AnswerHost.Header(response, "grpc-retry-pushback-ms"));
        Assert.IsEmpty(await response.Content.ReadAsByteArrayAsync(TestContext.CancellationToken));
    }

    [TestMethod]
    [Timeout(60_000)]
    public async Task GrpcWeb_OverHttp1_IsUnavailableAndReadable()
    {
        await using var site = await StartAsync(HttpProtocols.Http1,
            configure: options => options.Cors.Origins.Add("https://app.example"));
        using var client = new HttpClient { BaseAddress = Address(site) };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/shop.Orders/List");
        request.Content = new ByteArrayContent([0, 0, 0, 0, 0]);
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/grpc-web+proto");
        request.Headers.TryAddWithoutValidation("Origin", "https://app.example");

        using var response = await client.SendAsync(request, TestContext.CancellationToken);

        Assert.AreEqual(HttpStatusCode.OK, response.StatusCode);
        Assert.AreEqual("application/grpc-web", AnswerHost.Header(response, "Content-Type"));
        Assert.AreEqual("14", AnswerHost.Header(response, "grpc-status"));
        Assert.AreEqual("Retry-After, grpc-status, grpc-message",
            AnswerHost.Header(response, "Access-Control-Expose-Headers"));
    }

    [TestMethod]
    [Timeout(60_000)]
    [DataRow(HttpProtocols.Http1, 503, 503)]
    [DataRow(HttpProtocols.Http2, 503, 503)]
    [DataRow(HttpProtocols.Http1, 200, 503, DisplayName = "HTTP/1.1: 200 would be no refusal")]
    [DataRow(HttpProtocols.Http2, 200, 503, DisplayName = "HTTP/2: 200 would accept the connection")]
    public async Task WebSocket_Connecting_IsRefused(HttpProtocols protocols, int code, int expected)
    {
        await using var site = await StartAsync(protocols, AnswerHost.Down with { StatusCode = code });
        using var invoker = new HttpMessageInvoker(new SocketsHttpHandler());
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.HttpVersion = protocols == HttpProtocols.Http2 ? HttpVersion.Version20 : HttpVersion.Version11;
        socket.Options.HttpVersionPolicy = HttpVersionPolicy.RequestVersionExact;
        var address = new UriBuilder(Address(site)) { Scheme = "ws", Path = "/chat" }.Uri;

        await Assert.ThrowsExactlyAsync<WebSocketException>(() => socket.ConnectAsync(address, invoker,
            TestContext.CancellationToken));

        Assert.AreEqual(expected, (int)socket.HttpStatusCode);
        Assert.AreEqual("600", socket.HttpResponseHeaders?["Retry-After"].Single());
    }

    [TestMethod]
    [Timeout(60_000)]
    [DataRow("Origin: https://\u017Fhop.example", DisplayName = "a letter that is an s in upper case")]
    [DataRow("Origin: https://SHOP.example\r\nOrigin: https://shop.example")]
    [DataRow("X-Request-Id: \u00E4")]
    [DataRow("X-Request-Id: a\r\nX-Request-Id: b")]
    [DataRow("Accept: \u00FC/\u00FC;q=\u0661")]
    [DataRow("Accept-Language: \uD83D\uDEE0-de;q=1, de-\u00E4")]
    [DataRow("Accept-Encoding: br\t;\tq=\t1,,,;")]
    [DataRow("Content-Type: application/grpc-\u00E4")]
    [DataRow("Content-Type: multipart/form-data; boundary=\u00E4\r\nContent-Length: 0")]
    [DataRow("Sec-Fetch-Dest: \u00E4")]
    [DataRow("Upgrade: \u00E4, websocket")]
    [DataRow("X-Requested-With: XMLHttpRequest\r\nX-Requested-With: \u00E4")]
    public async Task Answer_HostileHeader_IsAnAnswer(string header)
    {
        await using var site = await StartAsync(
            HttpProtocols.Http1,
            AnswerHost.Down with { RedirectTo = "/status" },
            options => options.Cors.Origins.Add("https://shop.example"));
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, Address(site).Port, TestContext.CancellationToken);
        await using var stream = client.GetStream();

        await stream.WriteAsync(
            Encoding.UTF8.GetBytes($"POST /a%2F..%5Cb HTTP/1.1\r\nHost: shop.example\r\nConnection: close\r\n{header}\r\n\r\n"),
            TestContext.CancellationToken);

        var answer = await new StreamReader(stream, Encoding.Latin1).ReadToEndAsync(TestContext.CancellationToken);
        Assert.MatchesRegex("^HTTP/1.1 (503|302|200) ", answer);
        Assert.IsEmpty(log.Records.Where(line => line.Level >= LogLevel.Warning));
    }

    [TestMethod]
    [Timeout(60_000)]
    public async Task Answer_ClientsThatGo_LogNothing()
    {
        using var pages = new BuiltPages().Page("503.html", new string('a', 3_000_000), compressed: false).Manifest();
        await using var site = await StartAsync(HttpProtocols.Http1, pages: pages.Load(log: log));

        for (var round = 0; round < 20; round++)
        {
            using var gone = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            gone.LingerState = new LingerOption(true, 0);
            gone.ReceiveBufferSize = 4_096;
            await gone.ConnectAsync(IPAddress.Loopback, Address(site).Port, TestContext.CancellationToken);
            await gone.SendAsync(Encoding.ASCII.GetBytes("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"),
                TestContext.CancellationToken);
            await gone.ReceiveAsync(new byte[100], TestContext.CancellationToken);
        }

        using var client = new HttpClient { BaseAddress = Address(site) };
        using var response = await client.GetAsync("/", TestContext.CancellationToken);
        Assert.HasCount(3_000_000, await response.Content.ReadAsByteArrayAsync(TestContext.CancellationToken));
        await site.StopAsync(TestContext.CancellationToken);
        Assert.IsEmpty(log.Records.Where(line => line.Level >= LogLevel.Warning));
    }

    [TestMethod]
    [Timeout(60_000)]
    public async Task Answer_ManyRequestsOnOneConnection_AreWhole()
    {
        await using var site = await StartAsync(HttpProtocols.Http1);
        using var client = new HttpClient { BaseAddress = Address(site) };
        var first = await Bodies(client).FirstAsync(TestContext.CancellationToken);

        await foreach (var body in Bodies(client).Take(200).WithCancellation(TestContext.CancellationToken))
        {
            CollectionAssert.AreEqual(first, body);
        }
    }

    private async IAsyncEnumerable<byte[]> Bodies(HttpClient client)
    {
        while (true)
        {
            using var response = await client.GetAsync("/", TestContext.CancellationToken);
            Assert.AreEqual(HttpStatusCode.ServiceUnavailable, response.StatusCode);
            yield return await response.Content.ReadAsByteArrayAsync(TestContext.CancellationToken);
        }
    }

    private async Task<WebApplication> StartAsync(
        HttpProtocols protocols, MaintenanceState? state = null, Action<MaintenanceModeOptions>? configure = null,
            PageLibrary? pages = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(log);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0,
            listen => listen.Protocols = protocols));
        var site = builder.Build();
        var answers = AnswerHost.Compose(state, configure, pages);
        site.Run(answers.WriteAsync);
        await site.StartAsync(TestContext.CancellationToken);
        return site;
    }

    private static Uri Address(WebApplication site)
        => new(site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.First()
            ?? "");
}
