using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DownPage.FrontEnds.Tests.Programs;

/// <summary>A front-end server that runs before a deployed site, on a free port of this machine.</summary>
internal sealed class RunningServer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process process;
    private readonly StringBuilder output = new();

    private RunningServer(string program, IReadOnlyList<string> arguments, int port)
    {
        Port = port;
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        process.OutputDataReceived += (_, line) => output.AppendLine(line.Data);
        process.ErrorDataReceived += (_, line) => output.AppendLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Port { get; }

    /// <summary>What it has printed.</summary>
    public string Output => output.ToString();

    /// <summary>A port that nobody listens at.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Returns when the server listens.</summary>
    public static async Task<RunningServer> StartAsync(
        string program, IReadOnlyList<string> arguments, int port, CancellationToken cancellationToken)
    {
        var server = new RunningServer(program, arguments, port);
        var since = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
                return server;
            }
            catch (SocketException) when (!server.process.HasExited && Stopwatch.GetElapsedTime(since) < Patience)
            {
                await Task.Delay(20, cancellationToken);
            }
            catch (SocketException)
            {
                server.Dispose();
                throw new InvalidOperationException($"{program} does not listen. It printed:\n{server.Output}");
            }
        }
    }

    /// <summary>Asks it; headers are sent as they are.</summary>
    public Task<HttpResponseMessage> AskAsync(
        string target, CancellationToken cancellationToken, params (string Name, string Value)[] headers)
        => AskAsync(HttpMethod.Get, target, IPAddress.Loopback, cancellationToken, headers);

    /// <summary>The same with a method, from an address of this machine.</summary>
    public async Task<HttpResponseMessage> AskAsync(
        HttpMethod method,
        string target,
        IPAddress from,
        CancellationToken cancellationToken,
        params (string Name, string Value)[] headers)
    {
        using var handler = new SocketsHttpHandler { ConnectCallback = (_, token) => ConnectAsync(from, token) };
        using var client = new HttpClient(handler);
        var address = FormattableString.Invariant($"http://127.0.0.1:{Port}{target}");
        using var request = new HttpRequestMessage(method, address);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await client.SendAsync(request, cancellationToken);
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit(Patience);
        }

        process.Dispose();
    }

    private async ValueTask<Stream> ConnectAsync(IPAddress from, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Bind(new IPEndPoint(from, 0));
        await socket.ConnectAsync(IPAddress.Loopback, Port, cancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }
}
