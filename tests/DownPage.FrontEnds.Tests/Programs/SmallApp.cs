using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DownPage.FrontEnds.Tests.Programs;

/// <summary>An app that answers with the status that the path names, <c>/503</c>, else with 200, and says so.</summary>
internal sealed class SmallApp : IDisposable
{
    private readonly TcpListener listener;
    private readonly CancellationTokenSource stopping = new();
    private readonly Task running;

    /// <param name="port">Where it listens. 0: where nobody else does.</param>
    public SmallApp(int port = 0)
    {
        listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        running = RunAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public void Dispose()
    {
        stopping.Cancel();
        listener.Dispose();
        running.Wait(TimeSpan.FromSeconds(5));
        stopping.Dispose();
    }

    private async Task RunAsync()
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                using var client = await listener.AcceptTcpClientAsync(stopping.Token);
                await AnswerAsync(client);
            }
            catch (Exception ended) when (ended is IOException or SocketException or OperationCanceledException
                or ObjectDisposedException)
            {
                // Who is gone needs no answer.
            }
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using var reader = new StreamReader(client.GetStream(), Encoding.ASCII, leaveOpen: true);
        var target = (await reader.ReadLineAsync(stopping.Token) ?? "").Split(' ') is [_, var path, ..] ? path : "/";
        while (await reader.ReadLineAsync(stopping.Token) is { Length: > 0 })
        {
            // The rest of the head says nothing to it.
        }

        var status = target.Length == 4 && int.TryParse(target[1..], out var named) ? named : 200;
        var body = $"app {target}";
        var head = FormattableString.Invariant($"HTTP/1.1 {status} Any\r\nContent-Length: {body.Length}\r\n")
            + "ETag: \"1\"\r\nConnection: close\r\n\r\n";
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head + body), stopping.Token);
    }
}
