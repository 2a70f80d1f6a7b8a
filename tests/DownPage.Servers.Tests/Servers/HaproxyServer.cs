using System.Net.Sockets;
using System.Text;
using DownPage.Servers.Tests.Harness;

namespace DownPage.Servers.Tests.Servers;

/// <summary>
/// HAProxy as the guide has it: in master-worker mode, with a user of its own, and with the line that chooses by
/// language and form as soon as a server is known to be gone.
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
        var before = await WorkerAsync(setup, cancellationToken);
        await process.SignalAsync("USR2", cancellationToken);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(10));
        while (Directory.Exists("/proc/" + before))
        {
            await Task.Delay(20, patience.Token);
        }
    }

    /// <summary>What the runtime API answers.</summary>
    public static async Task<string> AskAsync(ServerSetup setup, string command, CancellationToken cancellationToken)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(setup.PathOf("admin.sock")), cancellationToken);
        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync(Encoding.UTF8.GetBytes(command + "\n"), cancellationToken);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(cancellationToken);
    }

    // The master is another process, and stays.
    private static async Task<string> WorkerAsync(ServerSetup setup, CancellationToken cancellationToken)
        => (await AskAsync(setup, "show info", cancellationToken)).Split('\n')
            .Single(line => line.StartsWith("Pid:", StringComparison.Ordinal))["Pid:".Length..].Trim();

    private static string[] Files(ServerSetup setup)
        => ["-f", Path.Combine(setup.ConfigRoot, "downpage.cfg"), "-f", setup.PathOf("haproxy.cfg")];
}
