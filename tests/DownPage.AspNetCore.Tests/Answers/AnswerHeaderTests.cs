using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DownPage.AspNetCore.Tests.Answers;

[TestClass]
public sealed class AnswerHeaderTests
{
    [TestMethod]
    [DataRow("GET")]
    [DataRow("POST")]
    [DataRow("PROPFIND")]
    public async Task Answer_Head_HasTheHeadersAlone(string method)
    {
        using var host = await AnswerHost.StartAsync();

        using var head = await host.SendAsync("HEAD", "/orders");
        using var other = await host.SendAsync(method, "/orders");

        Assert.IsEmpty(await head.Content.ReadAsByteArrayAsync());
        Assert.AreEqual($"{other.Headers}{other.Content.Headers}", $"{head.Headers}{head.Content.Headers}");
        Assert.AreEqual(other.StatusCode, head.StatusCode);
        Assert.IsGreaterThan(0, head.Content.Headers.ContentLength ?? 0);
    }

    [TestMethod]
    [DataRow("Range: bytes=0-9")]
    [DataRow("If-Modified-Since: Sat, 21 Nov 2026 03:00:00 GMT")]
    [DataRow("If-None-Match: *")]
    [DataRow("If-Match: \"a\"")]
    public async Task Answer_RangeOrCondition_IsIgnored(string header)
    {
        using var host = await AnswerHost.StartAsync();

        using var plain = await host.GetAsync();
        using var response = await host.GetAsync(header);

        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        CollectionAssert.AreEqual(await plain.Content.ReadAsByteArrayAsync(),
            await response.Content.ReadAsByteArrayAsync());
    }

    [TestMethod]
    public async Task Answer_HeadersThatAreThere_AreReplacedOrMerged()
    {
        using var host = await AnswerHost.StartAsync(app: before => before.Use((context, next) =>
        {
            var headers = context.Response.Headers;
            headers.RetryAfter = "1";
            headers.ETag = "\"a\"";
            headers.LastModified = "Sat, 21 Nov 2026 03:00:00 GMT";
            headers.Expires = "Sat, 21 Nov 2026 03:00:00 GMT";
            headers.CacheControl = "public";
            headers.Vary = "Cookie, accept";
            headers.StrictTransportSecurity = "max-age=1";
            return next(context);
        }));

        using var response = await host.GetAsync();

        Assert.AreEqual("600", AnswerHost.Header(response, "Retry-After"));
        Assert.AreEqual("no-store", AnswerHost.Header(response, "Cache-Control"));
        Assert.AreEqual("Cookie, accept, Accept-Encoding", AnswerHost.Header(response, "Vary"));
        Assert.AreEqual("max-age=1", AnswerHost.Header(response, "Strict-Transport-Security"));
        Assert.IsNull(AnswerHost.Header(response, "ETag"));
        Assert.IsNull(AnswerHost.Header(response, "Last-Modified"));
        Assert.IsNull(AnswerHost.Header(response, "Expires"));
    }

    [TestMethod]
    public async Task Answer_VaryOfEverything_StaysIt()
    {
        using var host = await AnswerHost.StartAsync(app: before => before.Use((context, next) =>
        {
            context.Response.Headers.Vary = "*";
            return next(context);
        }));

        using var response = await host.GetAsync();

        Assert.AreEqual("*", AnswerHost.Header(response, "Vary"));
    }

    [TestMethod]
    [DataRow(200)]
    [DataRow(404)]
    [DataRow(599)]
    public async Task Answer_StatusCode_IsTheStates(int code)
    {
        using var host = await AnswerHost.StartAsync(AnswerHost.Down with { StatusCode = code });

        using var response = await host.GetAsync();

        Assert.AreEqual(code, (int)response.StatusCode);
    }

    [TestMethod]
    [DataRow(302)]
    [DataRow(0)]
    [DataRow(1_000)]
    public async Task Answer_StatusCodeThatCannotBe_Is503(int code)
    {
        using var host = await AnswerHost.StartAsync(AnswerHost.Down with { StatusCode = code });

        using var response = await host.GetAsync();

        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, response.StatusCode);
    }

    [TestMethod]
    public async Task Answer_200_IsKeptOutOfTheAppsOutputCache()
    {
        var isDown = true;
        var answers = AnswerHost.Compose(AnswerHost.Down with { StatusCode = 200 });
        using var host = await AnswerHost.StartAsync(
            context => isDown ? answers.WriteAsync(context) : context.Response.WriteAsync("the app's"),
            before => before.UseOutputCache(),
            services => services.AddLogging().AddOutputCache(cache => cache.AddBasePolicy(policy => policy.Cache())));

        using var down = await host.GetAsync();
        isDown = false;
        using var up = await host.GetAsync();

        Assert.AreEqual(HttpStatusCode.OK, down.StatusCode);
        Assert.AreEqual("the app's", await up.Content.ReadAsStringAsync());
    }

    [TestMethod]
    public async Task Answer_Refresh_IsForPages()
    {
        using var host = await AnswerHost.StartAsync(AnswerHost.Down with { Refresh = TimeSpan.FromSeconds(30) });

        using var page = await host.GetAsync("Accept: text/html");
        using var json = await host.GetAsync("Accept: application/json");

        Assert.AreEqual("30", AnswerHost.Header(page, "Refresh"));
        Assert.IsNull(AnswerHost.Header(json, "Refresh"));
    }

    [TestMethod]
    public async Task Answer_NoDelay_HasNoRetryAfter()
    {
        using var host = await AnswerHost.StartAsync(AnswerHost.Down with { RetryAfter = null });

        using var response = await host.GetAsync("Accept: application/json");

        Assert.IsNull(AnswerHost.Header(response, "Retry-After"));
        Assert.DoesNotContain("retryAfter", await response.Content.ReadAsStringAsync());
    }

    [TestMethod]
    public async Task Answer_AsTimePasses_SaysWhatIsLeft()
    {
        var clock = new ManualClock(At(3));
        var answers = AnswerHost.Compose(AnswerHost.Down with { Until = At(4) }, clock: clock);
        using var host = await AnswerHost.StartAsync(answers.WriteAsync);

        clock.Jump(At(3).AddMinutes(59));
        using var response = await host.GetAsync("Accept: application/json");

        Assert.AreEqual("60", AnswerHost.Header(response, "Retry-After"));
        Assert.EndsWith("\"retryAfter\":60}\n", await response.Content.ReadAsStringAsync());
    }

    [TestMethod]
    [DataRow("X-Request-Id: abc-123", "X-Request-Id", "abc-123")]
    [DataRow("X-Correlation-Id: abc", "X-Correlation-Id", "abc")]
    [DataRow("X-Other: abc", "X-Other", null, DisplayName = "not listed")]
    [DataRow("X-Request-Id: a b", "X-Request-Id", null, DisplayName = "a space")]
    [DataRow("X-Request-Id: ", "X-Request-Id", null, DisplayName = "empty")]
    public async Task Answer_CorrelationHeader_IsEchoed(string header, string name, string? expected)
    {
        using var host = await AnswerHost.StartAsync();

        using var response = await host.GetAsync(header);

        Assert.AreEqual(expected, AnswerHost.Header(response, name));
    }

    [TestMethod]
    [DataRow(128, true)]
    [DataRow(129, false)]
    public async Task Answer_LongCorrelation_IsNotEchoed(int length, bool isEchoed)
    {
        using var host = await AnswerHost.StartAsync(configure: options => options.CorrelationHeaders.Add("traceparent"));

        using var response = await host.GetAsync("traceparent: " + new string('a', length), "X-Request-Id: a");

        Assert.AreEqual(isEchoed, AnswerHost.Header(response, "traceparent") is not null);
        Assert.IsNull(AnswerHost.Header(response, "X-Request-Id"), "Those of the options replace the usual ones.");
    }

    [TestMethod]
    public async Task Answer_HostileHeaders_IsThePage()
    {
        using var host = await AnswerHost.StartAsync();
        var long64 = string.Concat(Enumerable.Repeat("a;q=0.5,\"", 8_000));

        using var response = await host.GetAsync(
            "Accept: " + long64, "Accept-Language: " + long64, "Accept-Encoding: " + long64, "X-Request-Id: " + long64,
                "Sec-Fetch-Dest: \u0001", "Origin: " + long64);

        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, response.StatusCode);
    }

    private static DateTimeOffset At(int hour) => new(2026, 11, 21, hour, 0, 0, TimeSpan.Zero);
}
