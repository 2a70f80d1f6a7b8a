using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace DownPage.FrontEnds.Tests.Clouds;

/// <summary>
/// The container of Front Door's second origin, without the container: nginx on a port of this machine.
/// </summary>
internal sealed class SecondOrigin : IAsyncDisposable
{
    private readonly TempFolder folder = new();
    private readonly Process server;

    private SecondOrigin(IReadOnlyDictionary<string, string> files, int port)
    {
        folder.Write("503.html", files["frontdoor/503.html"]);
        folder.Write("downpage.conf", files["frontdoor/downpage.conf"]
            .Replace("/usr/share/nginx/html", folder.Root, StringComparison.Ordinal)
            .Replace("listen 8080", $"listen 127.0.0.1:{port}", StringComparison.Ordinal));
        var main = folder.Write("nginx.conf", $$"""
            daemon off;
            master_process off;
            pid {{folder.PathOf("nginx.pid")}};
            error_log stderr;
            events { }
            http {
                access_log off;
                types { text/html html; }
                client_body_temp_path {{folder.PathOf("body")}};
                include downpage.conf;
            }
            """);
        server = Process.Start(new ProcessStartInfo("nginx", ["-p", folder.Root, "-e", "stderr", "-c", main])
        {
            RedirectStandardError = true,
        }) ?? throw new InvalidOperationException("nginx does not start.");
        Client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
    }

    public HttpClient Client { get; }

    public static async Task<SecondOrigin> StartAsync(
        IReadOnlyDictionary<string, string> files, CancellationToken cancellation)
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        var origin = new SecondOrigin(files, port);
        while (!await AnswersAsync(port, cancellation))
        {
            if (origin.server.HasExited)
            {
                var why = await origin.server.StandardError.ReadToEndAsync(cancellation);
                await origin.DisposeAsync();
                Assert.Fail(why);
            }

            await Task.Delay(10, cancellation);
        }

        return origin;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!server.HasExited)
        {
            server.Kill(entireProcessTree: true);
        }

        await server.WaitForExitAsync();
        server.Dispose();
        folder.Dispose();
    }

    private static async Task<bool> AnswersAsync(int port, CancellationToken cancellation)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port, cancellation);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
