namespace DownPage.FrontEnds.Tests.Nginx;

/// <summary>What users have beside the include line, and what it must not do to the pages.</summary>
[TestClass]
public sealed class NginxSettingsTests(TestContext test)
{
    private const string ToApp = "location / { proxy_pass APP; }";
    private const string ToNobody = "location / { proxy_pass GONE; }";

    [TestMethod]
    [Timeout(60_000)]
    [DataRow(true, ToNobody, DisplayName = "nothing: full")]
    [DataRow(false, ToNobody, DisplayName = "nothing")]
    [DataRow(false, "deny all; location / { allow all; proxy_pass GONE; }", DisplayName = "deny all")]
    [DataRow(true, "auth_basic a; auth_basic_user_file /none; location / { auth_basic off; proxy_pass GONE; }", DisplayName = "a password")]
    [DataRow(false, "rewrite ^(.*)$ /index?q=$1 last; " + ToNobody, DisplayName = "a rewrite of everything")]
    [DataRow(false, "location /x { proxy_pass GONE; } location / { return 418; }", DisplayName = "other locations")]
    [DataRow(true, "location ~ \\.(html|json|txt)$ { return 418; } location ~ ^/_downpage { return 418; } " + ToNobody, DisplayName = "regular expressions that match pages")]
    [DataRow(false, "error_page 502 503 504 /50x.html; location = /50x.html { return 418; } " + ToNobody, DisplayName = "error_page, as in the default configuration")]
    [DataRow(false, "root /var/www/html; index index.html; location / { try_files $uri @app; } location @app { proxy_pass GONE; }", DisplayName = "files first, and a named location")]
    [DataRow(false, "charset iso-8859-1; default_type application/octet-stream; expires 1h; etag on; " + ToNobody, DisplayName = "other defaults")]
    [DataRow(false, "location / { proxy_pass http://two; }", DisplayName = "two servers upstream")]
    public async Task App_ThatIsGone_IsThePageWhateverStandsBeside(bool isFull, string server)
    {
        using var site = await NginxSite.StartAsync(
            isFull, server, "upstream two { server 127.0.0.1:9; server 127.0.0.1:7; }", false, test.CancellationToken);

        using var answer = await site.Nginx.SendAsync("POST", "/x", test.CancellationToken);

        Assert.AreEqual("page 502", await answer.Content.ReadAsStringAsync(test.CancellationToken));
        Assert.AreEqual(502, (int)answer.StatusCode);
        Assert.AreEqual("text/html; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.AreEqual("no-store", answer.Headers.CacheControl?.ToString());
        Assert.IsNull(answer.Headers.ETag);
    }

    [TestMethod]
    [Timeout(60_000)]
    [DataRow("", false, DisplayName = "as it is: the switch is seen late")]
    [DataRow("open_file_cache off; ", true, DisplayName = "turned off in the server, as the file says")]
    public async Task CacheOfFiles_AboveTheServer_DelaysTheSwitchUnlessTurnedOff(string off, bool isAtOnce)
    {
        const string Cache = "open_file_cache max=100; open_file_cache_valid 60s; open_file_cache_errors on;";
        using var site = await NginxSite.StartAsync(false, off + ToApp, Cache, false, test.CancellationToken);
        var up = await site.AskAsync("/", test.CancellationToken);

        site.TakeDown();
        var down = await site.AskAsync("/", test.CancellationToken);

        Assert.AreEqual(200, up.Status);
        Assert.AreEqual(isAtOnce ? 503 : 200, down.Status);
    }

    [TestMethod]
    [Timeout(60_000)]
    [DataRow(true, "deny all; auth_basic a; auth_basic_user_file /none; " + ToApp, 403, DisplayName = "nobody may in")]
    [DataRow(false, "rewrite ^ https://other.example/ permanent; " + ToApp, 301, DisplayName = "a redirect of everything")]
    [DataRow(false, "return 302 https://other.example/;", 302, DisplayName = "a redirect, and no location")]
    [DataRow(false, "client_max_body_size 1; error_page 413 /413; " + ToApp, 200, DisplayName = "no body allowed")]
    public async Task Maintenance_SetWhileRunning_IsThePageAtOnce(bool isFull, string server, int up)
    {
        using var site = await NginxSite.StartAsync(isFull, server, "", false, test.CancellationToken);
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        var address = $"http://127.0.0.1:{site.Nginx.Port}/x";
        using var before = await client.GetAsync(address, test.CancellationToken);

        site.TakeDown();
        using var content = new ByteArrayContent(new byte[100_000]);
        using var down = await client.PostAsync(address, content, test.CancellationToken);

        Assert.AreEqual(up, (int)before.StatusCode);
        Assert.AreEqual(503, (int)down.StatusCode);
        Assert.AreEqual("page 503", await down.Content.ReadAsStringAsync(test.CancellationToken));
    }

    [TestMethod]
    [Timeout(60_000)]
    public async Task PathWithANumberSign_WhenDown_IsNoBypass()
    {
        using var site = await NginxSite.StartAsync(true, ToApp, "", false, test.CancellationToken);
        site.TakeDown();

        Assert.StartsWith("HTTP/1.1 200", await site.AskRawAsync("/healthz", test.CancellationToken));
        Assert.StartsWith("HTTP/1.1 503", await site.AskRawAsync("/healthz#/../shop", test.CancellationToken));
    }

    [TestMethod]
    [Timeout(60_000)]
    public async Task Failure_OfNginxItself_IsThePageFor500()
    {
        using var site = await NginxSite.StartAsync(
            false, "auth_request /auth; location = /auth { internal; proxy_pass GONE; } " + ToApp, "", false, test.CancellationToken);

        Assert.AreEqual((500, "page 503"), await site.AskAsync("/", test.CancellationToken));
    }

    [TestMethod]
    [Timeout(60_000)]
    public async Task Body_LargerThanTheServersLimit_GetsThePageToo()
    {
        using var site = await NginxSite.StartAsync(
            false, "client_max_body_size 1k; location / { client_max_body_size 1m; proxy_pass GONE; }", "", false, test.CancellationToken);
        using var client = new HttpClient();
        using var content = new ByteArrayContent(new byte[100_000]);

        using var answer = await client.PostAsync($"http://127.0.0.1:{site.Nginx.Port}/", content, test.CancellationToken);

        Assert.AreEqual("page 502", await answer.Content.ReadAsStringAsync(test.CancellationToken));
        Assert.AreEqual(502, (int)answer.StatusCode);
    }

    [TestMethod]
    [Timeout(60_000)]
    public async Task LimitOfRequests_WhenReached_IsThe503PageAndNotMaintenance()
    {
        using var site = await NginxSite.StartAsync(
            true, "location / { limit_req zone=one; proxy_pass APP; }", "limit_req_zone $binary_remote_addr zone=one:1m rate=1r/m;", false,
            test.CancellationToken);

        var first = await site.AskAsync("/", test.CancellationToken);
        var second = await site.AskAsync("/", test.CancellationToken);

        Assert.AreEqual((200, "app /"), first);
        Assert.AreEqual((503, "page 503"), second);
    }

    [TestMethod]
    [Timeout(60_000)]
    [DataRow(false, "own 503", DisplayName = "by default")]
    [DataRow(true, "page 503", DisplayName = "with DownPageIntercept")]
    public async Task Answer_OfTheAppItself_IsReplacedOnlyWhereThatIsAskedFor(bool intercept, string expected)
    {
        using var site = await NginxSite.StartAsync(true, ToApp, "", intercept, test.CancellationToken);

        Assert.AreEqual((503, expected), await site.AskAsync("/status/503", test.CancellationToken));
        Assert.AreEqual((500, "own 500"), await site.AskAsync("/status/500", test.CancellationToken));
        Assert.AreEqual((404, "own 404"), await site.AskAsync("/status/404", test.CancellationToken));
    }

    [TestMethod]
    [Timeout(60_000)]
    [DataRow(true)]
    [DataRow(false)]
    public async Task AddressOfTheClient_BehindAnotherProxy_IsWhatRealIpSays(bool isFull)
    {
        using var site = await NginxSite.StartAsync(
            isFull, "set_real_ip_from 127.0.0.1; real_ip_header X-Forwarded-For; " + ToApp, "", false, test.CancellationToken);
        site.TakeDown();

        Assert.AreEqual((503, "page 503"), await site.AskAsync("/", test.CancellationToken));
        Assert.AreEqual((503, "page 503"), await site.AskAsync("/", test.CancellationToken, ("X-Forwarded-For", "198.51.100.128")));
        Assert.AreEqual((200, "app /"), await site.AskAsync("/", test.CancellationToken, ("X-Forwarded-For", "198.51.100.127")));
    }

    [TestMethod]
    [Timeout(60_000)]
    [DataRow(true)]
    [DataRow(false)]
    public async Task Maintenance_WithoutItsPage_IsStillA503(bool isFull)
    {
        using var site = await NginxSite.StartAsync(isFull, ToApp, "", false, test.CancellationToken);
        site.RemovePages();
        site.TakeDown();

        var (status, text) = await site.AskAsync("/", test.CancellationToken);

        Assert.AreEqual(503, status);
        Assert.Contains("503 Service Temporarily Unavailable", text);
    }
}
