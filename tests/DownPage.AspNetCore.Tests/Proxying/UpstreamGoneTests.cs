using System.Net.Sockets;
using System.Text;

namespace DownPage.AspNetCore.Tests.Proxying;

/// <summary>The proxy's own failures get the page, whatever was asked and however.</summary>
[TestClass]
public sealed class UpstreamGoneTests(TestContext test)
{
    [TestMethod]
    [DataRow("GET", "<h1>The page for 502</h1>")]
    [DataRow("POST", "<h1>The page for 502</h1>")]
    [DataRow("PUT", "<h1>The page for 502</h1>")]
    [DataRow("DELETE", "<h1>The page for 502</h1>")]
    [DataRow("OPTIONS", "<h1>The page for 502</h1>")]
    [DataRow("HEAD", "")]
    [Timeout(30_000, CooperativeCancellation = true)]
    public async Task Upstream_Stopped_IsThePageForEveryMethod(string method, string body)
    {
        await using var site = await ProxySite.StartAsync();
        await site.Upstream.StopAsync();

        using var response = await SendAsync(site, method, "/");

        Assert.AreEqual(502, (int)response.StatusCode);
        Assert.AreEqual(body, await response.Content.ReadAsStringAsync(test.CancellationToken));
        Assert.AreEqual("<h1>The page for 502</h1>".Length, response.Content.Headers.ContentLength);
        Assert.AreEqual("text/html; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.AreEqual(TimeSpan.FromMinutes(20), response.Headers.RetryAfter?.Delta);
        Assert.IsTrue(response.Headers.CacheControl?.NoStore);
        Assert.IsFalse(response.Headers.Contains("X-App"));
    }

    [TestMethod]
    [DataRow("/hangs", 504)]
    [DataRow("/aborts", 502)]
    [Timeout(30_000, CooperativeCancellation = true)]
    public async Task Upstream_ThatDoesNotAnswer_IsThePage(string path, int status)
    {
        await using var site = await ProxySite.StartAsync();

        using var response = await SendAsync(site, "GET", path);

        Assert.AreEqual(status, (int)response.StatusCode);
        Assert.AreEqual(
            $"<h1>The page for {status}</h1>", await response.Content.ReadAsStringAsync(test.CancellationToken));
        Assert.AreEqual(1, site.Upstream.Requests);
    }

    [TestMethod]
    [DataRow("Accept", "application/json", "{\"status\":502}", "application/json")]
    [DataRow("Accept", "application/problem+json", "{\"status\":502}", "application/problem+json")]
    [DataRow("Accept-Language", "de-AT, en;q=0.5", "<h1>Die Seite zu 502</h1>", "text/html")]
    [DataRow("If-None-Match", "*", "<h1>The page for 502</h1>", "text/html")]
    [DataRow("If-Modified-Since", "Fri, 01 Jan 2100 00:00:00 GMT", "<h1>The page for 502</h1>", "text/html")]
    [DataRow("Range", "bytes=0-3", "<h1>The page for 502</h1>", "text/html")]
    [Timeout(30_000, CooperativeCancellation = true)]
    public async Task Upstream_Stopped_IsThePageAsItIsAskedFor(string name, string value, string body, string mediaType)
    {
        await using var site = await ProxySite.StartAsync();
        await site.Upstream.StopAsync();

        using var response = await SendAsync(site, "GET", "/", (name, value));

        Assert.AreEqual(502, (int)response.StatusCode);
        Assert.AreEqual(body, await response.Content.ReadAsStringAsync(test.CancellationToken));
        Assert.AreEqual(mediaType, response.Content.Headers.ContentType?.MediaType);
    }

    [TestMethod]
    [Timeout(30_000, CooperativeCancellation = true)]
    public async Task Upstream_ThatComesBack_AnswersAtOnce()
    {
        await using var site = await ProxySite.StartAsync();
        await site.Upstream.StopAsync();
        using var gone = await SendAsync(site, "POST", "/?a=b");
        await site.Upstream.ComeBackAsync();

        using var response = await SendAsync(site, "POST", "/?a=b");

        Assert.AreEqual(502, (int)gone.StatusCode);
        Assert.AreEqual(200, (int)response.StatusCode);
        Assert.AreEqual("POST?a=b: form", await response.Content.ReadAsStringAsync(test.CancellationToken));
    }

    [TestMethod]
    [DataRow("/_downpage/assets/logo-0123.svg", "<svg/>", 0)]
    [DataRow("/_downpage/assets/another.svg", "", 1)]
    [DataRow("/_downpage/502.html", "", 1)]
    [Timeout(30_000, CooperativeCancellation = true)]
    public async Task FileBesideThePages_IsTheProxys(string path, string body, int requests)
    {
        await using var site = await ProxySite.StartAsync();
        using var whileUp = await SendAsync(site, "GET", path);
        await site.Upstream.StopAsync();

        using var whileGone = await SendAsync(site, "GET", path);

        Assert.AreEqual(requests, site.Upstream.Requests);
        Assert.AreEqual(requests == 0 ? 200 : 404, (int)whileUp.StatusCode);
        Assert.AreEqual(requests == 0 ? 200 : 502, (int)whileGone.StatusCode);
        Assert.AreEqual(body, await whileUp.Content.ReadAsStringAsync(test.CancellationToken));
        Assert.AreEqual(requests == 0, whileUp.Headers.CacheControl?.Public == true);
    }

    /// <summary>What has begun cannot be replaced: the visitor has half, and sees that.</summary>
    [TestMethod]
    [Timeout(30_000, CooperativeCancellation = true)]
    public async Task Upstream_ThatBreaksOff_IsBrokenOff()
    {
        await using var site = await ProxySite.StartAsync();
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", site.Client.BaseAddress?.Port ?? 0, test.CancellationToken);
        await using var stream = client.GetStream();

        await stream.WriteAsync("GET /breaks-off HTTP/1.1\r\nHost: a\r\n\r\n"u8.ToArray(), test.CancellationToken);
        var received = await ReadAsync(stream);

        Assert.StartsWith("HTTP/1.1 200 OK", received);
        Assert.Contains("the upstream's first half", received);
        Assert.DoesNotContain("The page", received);
        // The chunk that says that all has come.
        Assert.DoesNotContain("\r\n0\r\n", received);
    }

    private async Task<string> ReadAsync(NetworkStream stream)
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        try
        {
            while (await stream.ReadAsync(buffer, test.CancellationToken) is > 0 and var read)
            {
                text.Append(Encoding.ASCII.GetString(buffer, 0, read));
            }
        }
        catch (IOException)
        {
            // Reset: that is how a connection is broken off.
        }

        return text.ToString();
    }

    private async Task<HttpResponseMessage> SendAsync(
        ProxySite site, string method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (method is "POST" or "PUT")
        {
            request.Content = new StringContent("form");
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await site.Client.SendAsync(request, test.CancellationToken);
    }
}
