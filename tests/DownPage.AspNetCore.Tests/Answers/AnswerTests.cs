using System.Net;
using System.Text.Json;

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
        using var host = await AnswerHost.StartAsync(AnswerHost.Down with
        {
            Message = "Moving \"house\" <now>.",
            Reason = "move 42",
            Until = At(4)
        });

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
        var members = string.Join('|', problem.RootElement.EnumerateObject()
            .Select(member => $"{member.Name}={member.Value}"));
        Assert.AreEqual(
            "type=about:blank|title=Service Unavailable|status=503|detail=Moving \"house\" <now>.|reason=move 42|until=2026-11-21T04:00:00Z|retryAfter=3600", members);
    }

    [TestMethod]
    public async Task Answer_MessageAndUntil_StandInTheBuiltInPageAndTheReasonDoesNot()
    {
        using var host = await AnswerHost.StartAsync(AnswerHost.Down with
        {
            Message = "<b>Moving</b>",
            Reason = "move 42",
            Until = At(4)
        });

        var page = await (await host.GetAsync()).Content.ReadAsStringAsync();

        Assert.Contains("""<p data-downpage="message" role="status">&lt;b&gt;Moving&lt;/b&gt;</p>""", page);
        Assert.Contains("""<time datetime="2026-11-21T04:00:00Z" data-downpage="until">2026-11-21 04:00 UTC</time>""", page);
        Assert.DoesNotContain("move 42", page);
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

        using var response = await host.GetAsync("Sec-Fetch-Dest: " + destination,
            "Accept: image/avif,image/webp,*/*;q=0.8");

        Assert.AreEqual("The site is down for maintenance.\n", await response.Content.ReadAsStringAsync());
        Assert.AreEqual("text/plain; charset=utf-8", AnswerHost.Header(response, "Content-Type"));
        Assert.AreEqual("600", AnswerHost.Header(response, "Retry-After"));
    }

    private static DateTimeOffset At(int hour) => new(2026, 11, 21, hour, 0, 0, TimeSpan.Zero);
}
