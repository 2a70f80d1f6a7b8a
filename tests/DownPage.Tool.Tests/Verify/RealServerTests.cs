namespace DownPage.Tool.Tests.Verify;

/// <summary>Real servers in front of an app that is gone: with their own pages, and with ours.</summary>
[TestClass]
public sealed class RealServerTests(TestContext test)
{
    private const string NginxHead =
        """
        pid {DIR}/nginx.pid; error_log {DIR}/error.log; daemon off; master_process off; events { }
        http {
            access_log off; client_body_temp_path {DIR}/a; proxy_temp_path {DIR}/b; fastcgi_temp_path {DIR}/c;
            uwsgi_temp_path {DIR}/d; scgi_temp_path {DIR}/e;
        """;

    private static readonly Dictionary<string, (string Configuration, string Arguments)> Servers = new()
    {
        ["nginx"] = (
            NginxHead + " server { listen 127.0.0.1:{PORT}; location / { proxy_pass http://127.0.0.1:{APP}; } } }",
            "-c {CONF} -p {DIR} -e {DIR}/error.log"),
        ["apache2"] = (
            """
            LoadModule mpm_event_module /usr/lib/apache2/modules/mod_mpm_event.so
            LoadModule authz_core_module /usr/lib/apache2/modules/mod_authz_core.so
            LoadModule proxy_module /usr/lib/apache2/modules/mod_proxy.so
            LoadModule proxy_http_module /usr/lib/apache2/modules/mod_proxy_http.so
            ServerName localhost
            User nobody
            Group nogroup
            DefaultRuntimeDir {DIR}
            PidFile {DIR}/httpd.pid
            ErrorLog {DIR}/error.log
            Listen 127.0.0.1:{PORT}
            ProxyPass / http://127.0.0.1:{APP}/
            """,
            "-f {CONF} -D FOREGROUND"),
        ["haproxy"] = (
            """
            defaults
              mode http
              timeout connect 2s
              timeout client 5s
              timeout server 5s
            frontend visitors
              bind 127.0.0.1:{PORT}
              default_backend app
            backend app
              server app 127.0.0.1:{APP}

            """,
            "-f {CONF} -db"),
        ["caddy"] = (
            """
            {
                admin off
                auto_https off
            }
            http://127.0.0.1:{PORT} {
                reverse_proxy 127.0.0.1:{APP}
            }
            """,
            "run --config {CONF} --adapter caddyfile"),
        ["lighttpd"] = (
            """
            server.modules = ("mod_proxy")
            server.document-root = "{DIR}"
            server.bind = "127.0.0.1"
            server.port = {PORT}
            proxy.server = ("" => (("host" => "127.0.0.1", "port" => {APP})))
            """,
            "-D -f {CONF}"),
        ["varnishd"] = ("", "-F -a 127.0.0.1:{PORT} -b 127.0.0.1:{APP} -n {DIR}/v"),
    };

    [TestMethod]
    [Timeout(120_000)]
    [DataRow("nginx", "nginx")]
    [DataRow("apache2", "Apache")]
    [DataRow("haproxy", "HAProxy")]
    [DataRow("caddy", "Caddy")]
    [DataRow("lighttpd", "lighttpd")]
    [DataRow("varnishd", "Varnish")]
    public async Task Verify_ServerWithItsOwnPage_IsNamed(string program, string name)
    {
        Require(program);
        using var pages = PublishedPages.Usual();
        var (configuration, arguments) = Servers[program];
        await using var server = await RealServer.StartAsync(program, configuration, arguments, test.CancellationToken);

        var run = await VerifyTests.RunAsync(pages.Root, "verify", server.Address);

        Assert.AreEqual(ExitCode.Differs, run.ExitCode, run.Out + run.Error);
        Assert.Contains($"the page of {name}", run.Out);
    }

    [TestMethod]
    [Timeout(120_000)]
    public async Task Verify_NginxWithThePagesOfTheBuild_IsAsItShouldBe()
    {
        Require("nginx");
        using var pages = new PublishedPages()
            .Page("502.html", PublishedPages.Html("en", "Down.", head: "<meta name=robots content=noindex>"), 502, "en")
            .Manifest();
        var own = NginxHead + """
            gzip_vary on;
            server {
                listen 127.0.0.1:{PORT};
                location / { proxy_pass http://127.0.0.1:{APP}; }
                error_page 502 /_downpage/502.html;
                location = /_downpage/502.html {
                    internal; root ROOT; charset utf-8; default_type text/html; etag off; gzip_static on;
                    add_header Retry-After 600 always; add_header Cache-Control no-store always;
                }
            }
        }
        """.Replace("ROOT", pages.Root, StringComparison.Ordinal);
        await using var server = await RealServer.StartAsync(
            "nginx", own, Servers["nginx"].Arguments, test.CancellationToken);

        var run = await VerifyTests.RunAsync(pages.Root, "verify", server.Address, "--status", "502");

        Assert.AreEqual(ExitCode.Success, run.ExitCode, run.Out + run.Error);
    }

    private static void Require(string program)
    {
        if (!Command.IsInstalled(program))
        {
            Assert.Inconclusive($"{program} is not installed.");
        }
    }
}
