using System.Diagnostics;
using System.Globalization;

namespace DownPage.Testing;

/// <summary>
/// nginx in the foreground before a published site, whose configuration is included as a user includes it. It has a
/// folder of its own.
/// </summary>
public sealed class NginxFront : IDisposable
{
    private const string ErrorLog = "error.log";
    private const string AccessLog = "access.log";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly TempFolder folder = new();
    private readonly Process process;

    private NginxFront(PublishedSite site, int upstream, bool isLogged)
    {
        Port = FreePort.Find();
        folder.Write("nginx.conf", Configuration(site, upstream, isLogged));
        process = Process.Start(new ProcessStartInfo("nginx", ["-p", folder.Root, "-e", ErrorLog, "-c", "nginx.conf"]))
            ?? throw new InvalidOperationException("nginx does not start.");
        AppDomain.CurrentDomain.ProcessExit += OnProcessExit;
    }

    public int Port { get; }

    public Uri Address => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}"));

    /// <summary>What was asked so far, as <c>GET /orders/42?view=all HTTP/1.1 502</c>, if that is logged.</summary>
    public IReadOnlyList<string> Requests => File.ReadAllLines(folder.PathOf(AccessLog));

    /// <summary>What its log says, but for that the app is gone.</summary>
    public IReadOnlyList<string> Errors =>
    [
        .. File.ReadLines(folder.PathOf(ErrorLog)).Where(line => !line.Contains("upstream", StringComparison.Ordinal)),
    ];

    /// <summary>The files that the publish wrote for nginx: those that negotiate, where they are there.</summary>
    public static IReadOnlyList<string> Snippets(PublishedSite site)
    {
        var simple = Path.Combine(site.DownPageDirectory, "conf", "nginx");
        var full = Path.Combine(simple, "full");
        var files = Directory.EnumerateFiles(Directory.Exists(full) ? full : simple, "*.conf");
        return [.. files.Order(StringComparer.Ordinal)];
    }

    /// <summary>Starts it and returns when it listens.</summary>
    /// <param name="site">Published for nginx, with its own folder as <c>DownPageDeployRoot</c>.</param>
    /// <param name="upstream">The port of the app, which need not be there.</param>
    /// <param name="isLogged">Whether requests are logged.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public static async Task<NginxFront> StartAsync(
        PublishedSite site, int upstream, bool isLogged, CancellationToken cancellationToken)
    {
        var front = new NginxFront(site, upstream, isLogged);
        for (var watch = Stopwatch.StartNew(); !FreePort.Listens(front.Port);)
        {
            if (front.process.HasExited || watch.Elapsed > Patience)
            {
                var log = await File.ReadAllTextAsync(front.folder.PathOf(ErrorLog), CancellationToken.None);
                front.Dispose();
                throw new InvalidOperationException($"nginx does not listen:\n{log}");
            }

            await Task.Delay(10, cancellationToken);
        }

        return front;
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= OnProcessExit;
        End();
        process.Dispose();
        folder.Dispose();
    }

    private void OnProcessExit(object? sender, EventArgs e) => End();

    private void End()
    {
        if (process.HasExited)
            return;

        // Asked to end it takes its workers along; killed it would leave them.
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
        if (!process.WaitForExit(Patience))
            process.Kill(entireProcessTree: true);
    }

    private string Configuration(PublishedSite site, int upstream, bool isLogged)
    {
        var includes = Snippets(site).ToLookup(
            file => Path.GetFileName(file).Contains(".http.", StringComparison.Ordinal),
            file => $"include \"{file}\";");
        return string.Create(CultureInfo.InvariantCulture, $$"""
            daemon off;
            {{(System.Environment.IsPrivilegedProcess ? "user root;" : "")}}
            pid nginx.pid;
            worker_processes auto;
            events { worker_connections 1024; }
            http {
                # The line as it came: the method of an answer that was replaced is GET.
                log_format asked "$request $status";
                access_log {{(isLogged ? $"{folder.PathOf(AccessLog)} asked" : "off")}};
                client_body_temp_path body;
                proxy_temp_path proxy;
                fastcgi_temp_path fastcgi;
                uwsgi_temp_path uwsgi;
                scgi_temp_path scgi;
                {{string.Join("\n    ", includes[true])}}
                upstream app {
                    server 127.0.0.1:{{upstream}};
                    keepalive 32;
                }
                server {
                    listen 127.0.0.1:{{Port}} backlog=1024;
                    client_max_body_size 10m;
                    {{string.Join("\n        ", includes[false])}}
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
    }
}
