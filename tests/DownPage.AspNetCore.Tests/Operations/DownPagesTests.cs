using System.Net;
using DownPage.AspNetCore.Operations;
using DownPage.AspNetCore.Tests.Bypass;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

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
        await using var app = await StartAsync(context => Results.StatusCode(status).ExecuteAsync(context));

        var response = await app.Client.GetAsync("/", test.CancellationToken);

        Assert.AreEqual(status, (int)response.StatusCode);
        Assert.AreEqual(expected ? FixedPages.TextOf(status) : "", await response.Content.ReadAsStringAsync(test.CancellationToken));
    }

    [TestMethod]
    [DataRow("with a body")]
    [DataRow("with a body in the pipe")]
    [DataRow("with a type")]
    [DataRow("with a length")]
    [DataRow("started")]
    [DataRow("problem details")]
    public async Task Error_ThatTheAppHasMoreToSayOf_IsLeftAlone(string how)
    {
        await using var app = await StartAsync(async context =>
        {
            var response = context.Response;
            response.StatusCode = 503;
            switch (how)
            {
                case "with a body":
                    await response.WriteAsync("the app's");
                    break;
                case "with a body in the pipe":
                    "the app's"u8.CopyTo(response.BodyWriter.GetSpan(9));
                    response.BodyWriter.Advance(9);
                    break;
                case "with a type":
                    response.ContentType = "text/plain";
                    break;
                case "with a length":
                    response.ContentLength = 9;
                    await response.WriteAsync("the app's");
                    break;
                case "started":
                    await response.StartAsync();
                    break;
                default:
                    await Results.Problem(statusCode: 503).ExecuteAsync(context);
                    break;
            }
        });

        var response = await app.Client.GetAsync("/", test.CancellationToken);

        Assert.DoesNotContain("The page", await response.Content.ReadAsStringAsync(test.CancellationToken));
        Assert.IsFalse(response.Headers.Contains("Retry-After"));
    }

    [TestMethod]
    [DataRow("HEAD", null, null)]
    [DataRow("POST", "Content-Type", "application/grpc")]
    [DataRow("POST", "Content-Type", "application/grpc-web+proto")]
    [DataRow("GET", "Upgrade", "websocket")]
    public async Task Request_OfAProgram_IsLeftAlone(string method, string? header, string? value)
    {
        await using var app = await StartAsync(Fail(502));
        using var request = new HttpRequestMessage(new HttpMethod(method), "/");
        if (header == "Content-Type")
        {
            request.Content = new ByteArrayContent([]);
            request.Content.Headers.TryAddWithoutValidation(header, value);
        }
        else if (header is not null)
        {
            request.Headers.TryAddWithoutValidation(header, value);
            request.Headers.Connection.Add("Upgrade");
        }

        var response = await app.Client.SendAsync(request, test.CancellationToken);

        Assert.AreEqual(HttpStatusCode.BadGateway, response.StatusCode);
        Assert.IsNull(response.Content.Headers.ContentType);
        Assert.IsFalse(response.Headers.Contains("Retry-After"));
    }

    [TestMethod]
    [DataRow("POST")]
    [DataRow("DELETE")]
    public async Task OtherMethod_WithAnErrorWithoutABody_GetsThePage(string method)
    {
        await using var app = await StartAsync(Fail(502));

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
        await using var app = await StartAsync(context =>
        {
            context.Response.Headers[name] = value;
            return Fail(status)(context);
        });

        var response = await app.Client.GetAsync("/", test.CancellationToken);

        var headers = response.Headers.Concat(response.Content.Headers);
        Assert.AreEqual(value, headers.Single(header => header.Key == name).Value.Single());
        Assert.AreEqual(FixedPages.TextOf(status), await response.Content.ReadAsStringAsync(test.CancellationToken));
    }

    [TestMethod]
    public async Task Header_OfABodyThatDidNotCome_Goes()
    {
        await using var app = await StartAsync(context =>
        {
            context.Response.ContentLength = 0;
            context.Response.Headers.ContentEncoding = "gzip";
            return Fail(502)(context);
        });

        var response = await app.Client.GetAsync("/", test.CancellationToken);

        Assert.IsEmpty(response.Content.Headers.ContentEncoding);
        Assert.AreEqual(FixedPages.TextOf(502), await response.Content.ReadAsStringAsync(test.CancellationToken));
    }

    [TestMethod]
    public async Task Feature_SwitchedOff_KeepsTheAnswerBare()
    {
        await using var app = await StartAsync(context =>
        {
            (context.Features.Get<IStatusCodePagesFeature>() ?? throw new InvalidOperationException("No feature.")).Enabled = false;
            return Fail(503)(context);
        });

        Assert.AreEqual("", await BodyAsync(app, "/"));
    }

    [TestMethod]
    [DataRow("/skips", "")]
    [DataRow("/shows", "<h1>The page for 503</h1>")]
    public async Task Endpoint_WithSkipStatusCodePages_KeepsTheAnswerBare(string path, string expected)
    {
        await using var app = await StartAsync(null, site =>
        {
            site.MapGet("/skips", () => Results.StatusCode(503)).WithMetadata(new Microsoft.AspNetCore.Mvc.SkipStatusCodePagesAttribute());
            site.MapGet("/shows", () => Results.StatusCode(503));
        });

        Assert.AreEqual(expected, await BodyAsync(app, path));
    }

    [TestMethod]
    public async Task StatusCodePages_Inside_AnswerFirst()
    {
        await using var app = await StartAsync(Fail(503), site => site.UseStatusCodePages("text/plain", "the app's {0}"));

        Assert.AreEqual("the app's 503", await BodyAsync(app, "/"));
    }

    [TestMethod]
    public async Task Exception_OfTheApp_PassesThrough()
    {
        await using var app = await StartAsync(
            async context =>
            {
                context.Response.StatusCode = 502;
                await Task.Yield();
                throw new InvalidOperationException("the app's");
            },
            kestrel: false);

        var failure = await Assert.ThrowsExactlyAsync<InvalidOperationException>(() => app.Client.GetAsync("/", test.CancellationToken));
        Assert.AreEqual("the app's", failure.Message);
    }

    [TestMethod]
    [DataRow(false, 502)]
    [DataRow(true, 504)]
    public async Task Proxy_WithoutItsUpstream_ShowsThePage(bool silent, int expected)
    {
        await using var app = await StartAsync(context => ForwardAsync(context, silent));

        var response = await app.Client.GetAsync("/", test.CancellationToken);

        Assert.AreEqual(expected, (int)response.StatusCode);
        Assert.AreEqual(FixedPages.TextOf(expected), await response.Content.ReadAsStringAsync(test.CancellationToken));
    }

    [TestMethod]
    public async Task Use_WithoutAdd_SaysWhatToAdd()
    {
        var failure = await Assert.ThrowsExactlyAsync<InvalidOperationException>(() => SmallApp.StartAsync(site => site.UseDownPages()));

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

        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromMilliseconds(300) };
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

    private static RequestDelegate Fail(int status) => context =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    };

    private static Task<SmallApp> StartAsync(RequestDelegate? run, Action<WebApplication>? inside = null, bool kestrel = true)
        => SmallApp.StartAsync(
            site =>
            {
                site.UseDownPages();
                inside?.Invoke(site);
                if (run is not null)
                {
                    site.Run(run);
                }
            },
            kestrel,
            build: builder => builder.Services.AddSingleton<IStatusPages>(new FixedPages(404, 502, 503, 504)));

    private async Task<string> BodyAsync(SmallApp app, string path)
    {
        var response = await app.Client.GetAsync(path, test.CancellationToken);
        return await response.Content.ReadAsStringAsync(test.CancellationToken);
    }
}
