using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using DownPage.FrontEnds.Tests.Programs;

namespace DownPage.FrontEnds.Tests.Nginx;

/// <summary>An nginx of one test, in the foreground, which ends with it.</summary>
internal sealed class NginxProcess : IDisposable
{
    private readonly Process process;

    private NginxProcess(Process process, int port, int second)
    {
        this.process = process;
        (Port, Second) = (port, second);
    }

    public int Port { get; }

    public int Second { get; }

    /// <summary>Whether it can be run here; where not, the test is inconclusive.</summary>
    public static void Require()
    {
        if (!Command.IsInstalled("nginx"))
        {
            Assert.Inconclusive("nginx is not installed.");
        }
    }

    /// <summary>What the parts of a configuration come to that are a whole one.</summary>
    public static string Whole(string folder, string http, string server) => $$"""
        daemon off;
        master_process off;
        pid "{{folder}}/nginx.pid";
        error_log stderr warn;
        events { }
        http {
            access_log off;
            client_body_temp_path "{{folder}}/body";
            proxy_temp_path "{{folder}}/proxy";
            fastcgi_temp_path "{{folder}}/fastcgi";
            uwsgi_temp_path "{{folder}}/uwsgi";
            scgi_temp_path "{{folder}}/scgi";
            {{http}}
            {{server}}
        }
        """;

    /// <summary>The output of the syntax check, which must pass.</summary>
    public static async Task<string> CheckAsync(TempFolder folder, string configuration, CancellationToken cancellationToken)
    {
        var file = folder.Write("nginx.conf", configuration);
        var result = await Command.RunAsync(
            "nginx", ["-t", "-e", "stderr", "-p", folder.Root, "-c", file], folder.Root, null, cancellationToken);
        Assert.AreEqual(0, result.ExitCode, result.Output);
        return result.Output;
    }

    /// <summary>Starts one, with PORT and SECOND in the configuration replaced by free ports.</summary>
    public static async Task<NginxProcess> StartAsync(
        TempFolder folder, string configuration, CancellationToken cancellationToken)
    {
        var (port, second) = (RunningServer.FreePort(), RunningServer.FreePort());
        var file = folder.Write("running.conf", configuration
            .Replace("PORT", $"{port}", StringComparison.Ordinal).Replace("SECOND", $"{second}", StringComparison.Ordinal));
        var process = Process.Start(new ProcessStartInfo("nginx", ["-e", "stderr", "-p", folder.Root, "-c", file]));
        Assert.IsNotNull(process);
        var nginx = new NginxProcess(process, port, second);
        for (; !process.HasExited; await Task.Delay(20, cancellationToken))
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
                return nginx;
            }
            catch (SocketException)
            {
                // Not yet.
            }
        }

        Assert.Fail($"nginx ended with {process.ExitCode}.");
        return nginx;
    }

    /// <summary>Its answer.</summary>
    public async Task<HttpResponseMessage> SendAsync(
        string method, string path, CancellationToken cancellationToken, params (string Name, string Value)[] headers)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), $"http://127.0.0.1:{Port}{path}");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await client.SendAsync(request, cancellationToken);
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit(TimeSpan.FromSeconds(5));
        process.Dispose();
    }
}
