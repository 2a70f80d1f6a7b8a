using System.Net;
using DownPage.AspNetCore.Tests.Bypass;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace DownPage.AspNetCore.Tests.Operations;

[TestClass]
public sealed class DownPagesTests(TestContext test)
{
    [TestMethod]
    [DataRow(404, true)]
    [DataRow(502, true)]
    [DataRow(503, true)]
    [DataRow(504, true)]
    [DataRow(500, false, DisplayName = "no page for the code")]
    [DataRow(200, false)]
    [DataRow(204, false)]
    [DataRow(304, false)]
    [DataRow(302, false)]
    public async Task Status_WithoutABody_GetsThePageForIt(int status, bool expected)
    {
        await using var app =
            await DownPagesSite.StartAsync(context => Results.StatusCode(status).ExecuteAsync(context));

        var response = await app.Client.GetAsync("/", test.CancellationToken);

        Assert.AreEqual(status, (int)response.StatusCode);
        Assert.AreEqual(
            expected ? FixedPages.TextOf(status) : "",
            await response.Content.ReadAsStringAsync(test.CancellationToken));
    }

    [TestMethod]
    [DataRow("POST")]
    [DataRow("DELETE")]
    public async Task OtherMethod_WithAnErrorWithoutABody_GetsThePage(string method)
    {
        await using var app = await DownPagesSite.StartAsync(DownPagesSite.Fail(502));

        using var request = new HttpRequestMessage(new HttpMethod(method), "/");
        var response = await app.Client.SendAsync(request, test.CancellationToken);

        Assert.AreEqual(FixedPages.TextOf(502), await response.Content.ReadAsStringAsync(test.CancellationToken));
    }

    [TestMethod]
    [DataRow("WWW-Authenticate", "Basic realm=\"x\"", 404)]
    [DataRow("Allow", "GET", 404)]
    [DataRow("Retry-After", "7", 503)]
    [DataRow("X-Own", "1", 503)]
    public async Task Header_OfTheApp_Stays(string name, string value, int status)
    {
        await using var app = await DownPagesSite.StartAsync(context =>
        {
            context.Response.Headers[name] = value;
            return DownPagesSite.Fail(status)(context);
        });

        var response = await app.Client.GetAsync("/", test.CancellationToken);

        var headers = response.Headers.Concat(response.Content.Headers);
        Assert.AreEqual(value, headers.Single(header => header.Key == name).Value.Single());
        Assert.AreEqual(FixedPages.TextOf(status), await response.Content.ReadAsStringAsync(test.CancellationToken));
    }

    [TestMethod]
    public async Task Header_OfABodyThatDidNotCome_Goes()
    {
        await using var app = await DownPagesSite.StartAsync(context =>
        {
            context.Response.ContentLength = 0;
            context.Response.Headers.ContentEncoding = "gzip";
            return DownPagesSite.Fail(502)(context);
        });

        var response = await app.Client.GetAsync("/", test.CancellationToken);

        Assert.IsEmpty(response.Content.Headers.ContentEncoding);
        Assert.AreEqual(FixedPages.TextOf(502), await response.Content.ReadAsStringAsync(test.CancellationToken));
    }

    [TestMethod]
    public async Task Exception_OfTheApp_PassesThrough()
    {
        await using var app = await DownPagesSite.StartAsync(
            async context =>
            {
                context.Response.StatusCode = 502;
                await Task.Yield();
                throw new InvalidOperationException("the app's");
            },
            kestrel: false);

        var failure = await Assert.ThrowsExactlyAsync<InvalidOperationException>(
            () => app.Client.GetAsync("/", test.CancellationToken));
        Assert.AreEqual("the app's", failure.Message);
    }

    [TestMethod]
    [DataRow(false, 502)]
    [DataRow(true, 504)]
    public async Task Proxy_WithoutItsUpstream_ShowsThePage(bool silent, int expected)
    {
        await using var app = await DownPagesSite.StartAsync(context => ForwardAsync(context, silent));

        var response = await app.Client.GetAsync("/", test.CancellationToken);

        Assert.AreEqual(expected, (int)response.StatusCode);
        Assert.AreEqual(FixedPages.TextOf(expected), await response.Content.ReadAsStringAsync(test.CancellationToken));
    }

    [TestMethod]
    public async Task Use_WithoutAdd_SaysWhatToAdd()
    {
        var failure = await Assert.ThrowsExactlyAsync<InvalidOperationException>(
            () => SmallApp.StartAsync(site => site.UseDownPages()));

        StringAssert.Contains(failure.Message, "builder.Services.AddMaintenanceMode();", StringComparison.Ordinal);
    }

    /// <summary>As a reverse proxy does it: 502 when nobody is there, 504 when nobody answers in time.</summary>
    private static async Task ForwardAsync(HttpContext context, bool silent)
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var upstream = new Uri($"http://{listener.LocalEndpoint}/");
        if (!silent)
        {
            listener.Stop();
        }

        // Patient with a refusal, which a busy machine may take its time for.
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false })
        {
            Timeout = silent ? TimeSpan.FromMilliseconds(300) : TimeSpan.FromSeconds(60),
        };
        try
        {
            using var response = await client.GetAsync(upstream, context.RequestAborted);
            context.Response.StatusCode = (int)response.StatusCode;
        }
        catch (HttpRequestException)
        {
            context.Response.StatusCode = 502;
        }
        catch (OperationCanceledException)
        {
            context.Response.StatusCode = 504;
        }
    }
}
