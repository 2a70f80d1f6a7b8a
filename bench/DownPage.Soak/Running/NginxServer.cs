using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace DownPage.Soak.Running;

/// <summary>nginx in the foreground, with the configuration of the published site included as a user includes it.</summary>
internal sealed class NginxServer : IDisposable
{
    private const string ErrorLog = "error.log";

    private readonly Process process;
    private readonly string folder;

    private NginxServer(Process process, string folder, int port)
    {
        this.process = process;
        this.folder = folder;
        Port = port;
    }

    public int Port { get; }

    public static NginxServer Start(SoakSite site, int upstream)
    {
        var folder = Directory.CreateTempSubdirectory("downpage-soak-").FullName;
        var port = FreePort.Find();
        File.WriteAllText(Path.Combine(folder, "nginx.conf"), Configuration(site, port, upstream));
        var process = Process.Start(new ProcessStartInfo("nginx", ["-p", folder, "-e", ErrorLog, "-c", "nginx.conf"]))
            ?? throw new InvalidOperationException("nginx does not start.");
        var server = new NginxServer(process, folder, port);
        server.WaitUntilListening();
        return server;
    }

    /// <summary>What its log says beyond that the app is gone: a configuration that is wrong shows there.</summary>
    public IReadOnlyList<string> Errors()
        => [.. File.ReadLines(Path.Combine(folder, ErrorLog)).Where(line => !line.Contains("upstream", StringComparison.Ordinal)).Take(10)];

    public void Dispose()
    {
        // Its workers go with it when it is asked to end; they would not if it were killed.
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
        if (!process.WaitForExit(TimeSpan.FromSeconds(5)))
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static string Configuration(SoakSite site, int port, int upstream) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""
        daemon off;
        {{(Environment.IsPrivilegedProcess ? "user root;" : "")}}
        pid nginx.pid;
        worker_processes auto;
        events { worker_connections 1024; }
        http {
            access_log off;
            client_body_temp_path body;
            proxy_temp_path proxy;
            fastcgi_temp_path fastcgi;
            uwsgi_temp_path uwsgi;
            scgi_temp_path scgi;
            {{string.Join("\n    ", site.HttpIncludes)}}
            upstream app {
                server 127.0.0.1:{{upstream}};
                keepalive 32;
            }
            server {
                listen 127.0.0.1:{{port}} backlog=1024;
                client_max_body_size 10m;
                {{string.Join("\n        ", site.ServerIncludes)}}
                location / {
                    proxy_pass http://app;
                    # 1.1: an answer that breaks off can be told from one that ends.
                    proxy_http_version 1.1;
                    proxy_set_header Connection "";
                    proxy_set_header Host $host;
                }
            }
        }

        """);

    private void WaitUntilListening()
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < TimeSpan.FromSeconds(10); Thread.Sleep(10))
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                socket.Connect(IPAddress.Loopback, Port);
                return;
            }
            catch (SocketException) when (!process.HasExited)
            {
                // Not yet.
            }
        }

        throw new InvalidOperationException("nginx does not listen:\n" + File.ReadAllText(Path.Combine(folder, ErrorLog)));
    }
}
