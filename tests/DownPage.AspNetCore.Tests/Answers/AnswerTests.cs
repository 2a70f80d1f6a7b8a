using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DownPage.AspNetCore.Tests.Answers;

[TestClass]
public sealed class AnswerTests
{
    [TestMethod]
    public async Task Answer_AVisitor_IsTheBuiltInPage()
    {
        using var host = await AnswerHost.StartAsync();

        using var response = await host.GetAsync("Accept: text/html");

        var page = await response.Content.ReadAsStringAsync();
        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.AreEqual("text/html; charset=utf-8", AnswerHost.Header(response, "Content-Type"));
        Assert.AreEqual("600", AnswerHost.Header(response, "Retry-After"));
        Assert.AreEqual("no-store", AnswerHost.Header(response, "Cache-Control"));
        Assert.AreEqual("Accept, Accept-Encoding", AnswerHost.Header(response, "Vary"));
        Assert.AreEqual("noindex", AnswerHost.Header(response, "X-Robots-Tag"));
        Assert.AreEqual(System.Text.Encoding.UTF8.GetByteCount(page), response.Content.Headers.ContentLength);
        Assert.IsNull(AnswerHost.Header(response, "Refresh"));
        Assert.IsNull(AnswerHost.Header(response, "ETag"));
        Assert.IsNull(AnswerHost.Header(response, "Last-Modified"));
        Assert.Contains("Please come back in a while.", page);
        Assert.StartsWith("<!DOCTYPE html>", page);
    }

    [TestMethod]
    [DataRow("application/json", "application/json")]
    [DataRow("application/problem+json", "application/problem+json")]
    [DataRow("text/plain", "text/plain; charset=utf-8")]
    [DataRow("image/png", "text/plain; charset=utf-8", DisplayName = "nothing that there is")]
    public async Task Answer_AnotherForm_IsInIt(string accept, string contentType)
    {
        using var host = await AnswerHost.StartAsync(AnswerHost.Down with { Message = "Moving \"house\" <now>.", Reason = "move 42", Until = At(4) });

        using var response = await host.GetAsync("Accept: " + accept);

        var body = await response.Content.ReadAsStringAsync();
        Assert.AreEqual(contentType, AnswerHost.Header(response, "Content-Type"));
        Assert.AreEqual("3600", AnswerHost.Header(response, "Retry-After"));
        if (contentType.StartsWith("text", StringComparison.Ordinal))
        {
            Assert.AreEqual("Service Unavailable\n\nMoving \"house\" <now>.\n\nReason: move 42\nUntil: 2026-11-21T04:00:00Z\n", body);
            return;
        }

        using var problem = JsonDocument.Parse(body);
        var members = string.Join('|', problem.RootElement.EnumerateObject().Select(member => $"{member.Name}={member.Value}"));
        Assert.AreEqual(
            "type=about:blank|title=Service Unavailable|status=503|detail=Moving \"house\" <now>.|reason=move 42|until=2026-11-21T04:00:00Z|retryAfter=3600", members);
    }

    [TestMethod]
    public async Task Answer_MessageReasonUntil_StandInThePage()
    {
        using var host = await AnswerHost.StartAsync(AnswerHost.Down with { Message = "<b>Moving</b>", Reason = "move 42", Until = At(4) });

        var page = await (await host.GetAsync()).Content.ReadAsStringAsync();

        Assert.Contains("""<p data-downpage="message" role="status">&lt;b&gt;Moving&lt;/b&gt;</p>""", page);
        Assert.Contains("""<time datetime="2026-11-21T04:00:00Z" data-downpage="until">2026-11-21 04:00 UTC</time>""", page);
        Assert.Contains("""<small data-downpage="reason">move 42</small>""", page);
    }

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
        CollectionAssert.AreEqual(await plain.Content.ReadAsByteArrayAsync(), await response.Content.ReadAsByteArrayAsync());
    }

    [TestMethod]
    [DataRow("X-Requested-With: XMLHttpRequest")]
    [DataRow("Sec-Fetch-Dest: empty")]
    [DataRow("Content-Type: application/json")]
    public async Task Answer_AProgramWithoutPreference_IsJson(string header)
    {
        using var host = await AnswerHost.StartAsync();

        using var response = await host.SendAsync("POST", "/orders", "Accept: */*", header);

        Assert.AreEqual("application/problem+json", AnswerHost.Header(response, "Content-Type"));
    }

    [TestMethod]
    public async Task Answer_SignalRNegotiation_IsJson()
    {
        using var host = await AnswerHost.StartAsync();

        using var response = await host.SendAsync("POST", "/chat/negotiate?negotiateVersion=1");

        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.AreEqual("application/problem+json", AnswerHost.Header(response, "Content-Type"));
    }

    [TestMethod]
    [DataRow("image")]
    [DataRow("script")]
    [DataRow("style")]
    [DataRow("font")]
    public async Task Answer_ASubresource_IsALine(string destination)
    {
        using var host = await AnswerHost.StartAsync();

        using var response = await host.GetAsync("Sec-Fetch-Dest: " + destination, "Accept: image/avif,image/webp,*/*;q=0.8");

        Assert.AreEqual("The site is down for maintenance.\n", await response.Content.ReadAsStringAsync());
        Assert.AreEqual("text/plain; charset=utf-8", AnswerHost.Header(response, "Content-Type"));
        Assert.AreEqual("600", AnswerHost.Header(response, "Retry-After"));
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
    public async Task Answer_ReadOnly_SaysSo()
    {
        using var host = await AnswerHost.StartAsync(AnswerHost.Down with { Mode = MaintenanceKind.ReadOnly });

        using var response = await host.SendAsync("POST", "/orders", "Accept: text/plain");

        Assert.Contains("nothing can be changed", await response.Content.ReadAsStringAsync());
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
        var clock = new FakeClock(At(3));
        var answers = AnswerHost.Compose(AnswerHost.Down with { Until = At(4) }, clock: clock);
        using var host = await AnswerHost.StartAsync(answers.WriteAsync);

        clock.Now = At(3).AddMinutes(59);
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
    public async Task Answer_ResponseThatHasStarted_IsLeftAlone()
    {
        var answers = AnswerHost.Compose();
        using var host = await AnswerHost.StartAsync(async context =>
        {
            await context.Response.WriteAsync("begun");
            await answers.WriteAsync(context);
        });

        using var response = await host.GetAsync();

        Assert.AreEqual(HttpStatusCode.OK, response.StatusCode);
        Assert.AreEqual("begun", await response.Content.ReadAsStringAsync());
    }

    [TestMethod]
    public async Task Answer_HostileHeaders_IsThePage()
    {
        using var host = await AnswerHost.StartAsync();
        var long64 = string.Concat(Enumerable.Repeat("a;q=0.5,\"", 8_000));

        using var response = await host.GetAsync(
            "Accept: " + long64, "Accept-Language: " + long64, "Accept-Encoding: " + long64, "X-Request-Id: " + long64, "Sec-Fetch-Dest: \u0001", "Origin: " + long64);

        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, response.StatusCode);
    }

    [TestMethod]
    public async Task Answer_AnEndpointsMessage_IsInItsPlace()
    {
        using var host = await AnswerHost.StartAsync(AnswerHost.Down with { Message = "The site." }, message: "Only <billing>.");

        using var page = await host.GetAsync();
        using var json = await host.GetAsync("Accept: application/json");

        Assert.Contains("Only &lt;billing&gt;.", await page.Content.ReadAsStringAsync());
        Assert.Contains("\"detail\":\"Only \\u003Cbilling\\u003E.\"", await json.Content.ReadAsStringAsync());
    }

    [TestMethod]
    public async Task Answer_AnEndpointWhileTheSiteIsUp_HasTheOptionsAnswer()
    {
        using var host = await AnswerHost.StartAsync(
            MaintenanceState.Up with { RedirectTo = "/never" },
            options =>
            {
                options.StatusCode = 500;
                options.RetryAfter = TimeSpan.FromSeconds(7);
                options.Message = "The site.";
                options.RedirectTo = "/status";
            },
            message: "Billing.");

        using var response = await host.GetAsync();

        Assert.AreEqual(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.AreEqual("7", AnswerHost.Header(response, "Retry-After"));
        Assert.Contains("Billing.", await response.Content.ReadAsStringAsync());
    }

    [TestMethod]
    public async Task Answer_AnEndpointWithoutMessage_SaysNoneOfTheSite()
    {
        var answers = AnswerHost.Compose(AnswerHost.Down with { Message = "The site." });
        using var host = await AnswerHost.StartAsync(context => answers.WriteAsync(context, null));

        using var response = await host.GetAsync("Accept: text/plain");

        Assert.AreEqual("Service Unavailable\n\nThe site is down for maintenance.\n", await response.Content.ReadAsStringAsync());
    }

    [TestMethod]
    public async Task Answer_ManyMessages_AreAllSaid()
    {
        var number = 0;
        var answers = AnswerHost.Compose();
        using var host = await AnswerHost.StartAsync(context => answers.WriteAsync(context, $"Message {Interlocked.Increment(ref number)}."));

        for (var expected = 1; expected <= 150; expected++)
        {
            using var response = await host.GetAsync("Accept: text/plain");
            Assert.Contains($"Message {expected}.", await response.Content.ReadAsStringAsync());
        }
    }

    private static DateTimeOffset At(int hour) => new(2026, 11, 21, hour, 0, 0, TimeSpan.Zero);
}
