using System.Net;
using Microsoft.AspNetCore.Builder;

namespace DownPage.AspNetCore.Tests.Answers;

[TestClass]
public sealed class RedirectTests
{
    [TestMethod]
    [DataRow("GET")]
    [DataRow("HEAD")]
    [DataRow("GET", "Sec-Fetch-Dest: document", "Accept: text/html,*/*;q=0.8")]
    [DataRow("POST", "Content-Type: application/x-www-form-urlencoded")]
    [DataRow("POST", "Content-Type: multipart/form-data; boundary=a")]
    public async Task Redirect_Visitor_IsSentAway(string method, params string[] headers)
    {
        using var host = await StartAsync();

        using var response = await host.SendAsync(method, "/orders?a=b", headers);

        Assert.AreEqual(HttpStatusCode.Found, response.StatusCode);
        Assert.AreEqual("/status", AnswerHost.Header(response, "Location"));
        Assert.AreEqual("no-store", AnswerHost.Header(response, "Cache-Control"));
        Assert.AreEqual("600", AnswerHost.Header(response, "Retry-After"));
        Assert.AreEqual("Accept", AnswerHost.Header(response, "Vary"));
        Assert.AreEqual(0, response.Content.Headers.ContentLength);
    }

    [TestMethod]
    [DataRow("GET", "/status", DisplayName = "the target")]
    [DataRow("GET", "/Status/now", DisplayName = "below the target")]
    [DataRow("GET", "/orders", "Accept: application/json")]
    [DataRow("GET", "/orders", "Accept: text/plain")]
    [DataRow("GET", "/orders", "X-Requested-With: XMLHttpRequest")]
    [DataRow("GET", "/orders", "Sec-Fetch-Dest: empty", "Accept: text/html")]
    [DataRow("GET", "/orders", "Sec-Fetch-Dest: image")]
    [DataRow("PUT", "/orders")]
    [DataRow("DELETE", "/orders")]
    [DataRow("POST", "/orders")]
    [DataRow("POST", "/orders", "Content-Type: application/json")]
    [DataRow("OPTIONS", "/orders")]
    [DataRow("GET", "/orders", "Upgrade: websocket")]
    public async Task Redirect_Others_GetTheAnswer(string method, string path, params string[] headers)
    {
        using var host = await StartAsync();

        using var response = await host.SendAsync(method, path, headers);

        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.IsNull(AnswerHost.Header(response, "Location"));
    }

    [TestMethod]
    [DataRow("PUT")]
    [DataRow("POST")]
    public async Task Redirect_307_KeepsTheMethod(string method)
    {
        using var host = await StartAsync(options => options.RedirectStatusCode = 307);

        using var response = await host.SendAsync(method, "/orders");

        Assert.AreEqual(HttpStatusCode.TemporaryRedirect, response.StatusCode);
    }

    [TestMethod]
    [DataRow("//evil.example")]
    [DataRow("/\\evil.example")]
    [DataRow("javascript:alert(1)")]
    [DataRow("/a\r\nSet-Cookie: a=b")]
    public async Task Redirect_TargetOfTheDownFileThatCannotBe_IsThePage(string target)
    {
        var log = new RecordingLogger();
        using var pages = new BuiltPages();
        using var host = await AnswerHost.StartAsync(AnswerHost.Down with { RedirectTo = target },
            pages: pages.Load(log: log));

        using var response = await host.GetAsync();

        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Contains(target, log.Records.Single(line => line.EventName == "DownFileValueIgnored").Message);
    }

    [TestMethod]
    public async Task Redirect_PathBase_IsRespected()
    {
        using var host = await StartAsync(app: before => before.UsePathBase("/shop"));

        using var response = await host.SendAsync("GET", "/shop/orders");
        using var target = await host.SendAsync("GET", "/shop/status");

        Assert.AreEqual("/shop/status", AnswerHost.Header(response, "Location"));
        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, target.StatusCode);
    }

    private static Task<AnswerHost> StartAsync(Action<MaintenanceModeOptions>? configure = null,
        Action<IApplicationBuilder>? app = null)
        => AnswerHost.StartAsync(AnswerHost.Down with { RedirectTo = "/status" }, configure, app: app);
}
