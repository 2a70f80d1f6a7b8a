using DownPage.Servers.Tests.Harness;

namespace DownPage.Servers.Tests.Servers;

/// <summary>
/// HAProxy as the guide has it: in master-worker mode, with a user of its own, and with the line that chooses by language
/// and form as soon as a server is known to be gone.
/// </summary>
internal sealed class HaproxyServer : FrontServer
{
    public override string Name => "haproxy";

    public override string Title => "HAProxy";

    public override string Program => "haproxy";

    public override ServerFacts Facts { get; } = new()
    {
        Refused = 503,
        Hanging = 504,
        Aborted = 502,
        Forms = Choosing.Weighted,
        Languages = Choosing.Weighted,
        Encodings = ["br", "gzip"],
        PagesNeedReload = true,
    };

    public override void Write(ServerSetup setup) => setup.Write("haproxy.cfg", $$"""
        global
            stats socket {{setup.PathOf("admin.sock")}} mode 660 level admin
            maxconn 256
            user haproxy
            group haproxy
        defaults
            mode http
            timeout connect 1s
            timeout client 10s
            timeout server 1s
            timeout tunnel 1m
            option forwardfor
            errorfile 502 /etc/haproxy/errors/502.http
            errorfile 503 /etc/haproxy/errors/503.http
            errorfile 504 /etc/haproxy/errors/504.http
        frontend site
            bind 127.0.0.1:{{setup.Port}}
            bind 127.0.0.1:{{setup.TlsPort}} ssl crt {{setup.CertificateAndKey}} alpn h2,http/1.1
            use_backend downpage if { lua.downpage -m bool }
            use_backend downpage_gone if { nbsrv(app) lt 1 }
            default_backend app
        backend app
            errorfiles downpage
            server app1 127.0.0.1:{{setup.AppPort}} check inter 100ms fall 1 rise 1 observe layer4 error-limit 1 on-error mark-down

        """);

    public override IReadOnlyList<string> Arguments(ServerSetup setup) => ["-W", "-db", .. Files(setup)];

    public override IReadOnlyList<string> CheckArguments(ServerSetup setup) => ["-c", .. Files(setup)];

    public override async Task ReloadAsync(ServerSetup setup, ChildProcess process, CancellationToken cancellationToken)
    {
        HaproxyErrorFiles.Publish(setup);
        await process.SignalAsync("USR2", cancellationToken);
    }

    private static string[] Files(ServerSetup setup)
        => ["-f", Path.Combine(setup.ConfigRoot, "downpage.cfg"), "-f", setup.PathOf("haproxy.cfg")];
}
