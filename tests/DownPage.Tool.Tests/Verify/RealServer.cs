using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace DownPage.Tool.Tests.Verify;

/// <summary>A real server in front of an app that is not there.</summary>
internal sealed class RealServer : IAsyncDisposable
{
    private readonly TempFolder folder;
    private readonly Process process;

    private RealServer(TempFolder folder, Process process, int port)
    {
        this.folder = folder;
        this.process = process;
        Address = FormattableString.Invariant($"http://127.0.0.1:{port}");
    }

    public string Address { get; }

    /// <param name="program">Its name.</param>
    /// <param name="configuration">With {PORT}, {APP} and {DIR} in it.</param>
    /// <param name="arguments">With {CONF}, {PORT}, {APP} and {DIR} in them.</param>
    /// <param name="cancellationToken">Ends waiting until it listens.</param>
    public static async Task<RealServer> StartAsync(
        string program, string configuration, string arguments, CancellationToken cancellationToken)
    {
        var folder = new TempFolder();
        var (port, app) = (FreePort(), FreePort());
        var file = folder.Write("server.conf", Filled(configuration));
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = folder.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in arguments.Split(' '))
        {
            start.ArgumentList.Add(Filled(argument).Replace("{CONF}", file, StringComparison.Ordinal));
        }

        start.Environment["HOME"] = folder.Root;
        start.Environment["XDG_DATA_HOME"] = folder.Root;
        start.Environment["XDG_CONFIG_HOME"] = folder.Root;
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var server = new RealServer(folder, process, port);
        while (!await ListensAsync(port, cancellationToken))
        {
            await Task.Delay(50, cancellationToken);
        }

        return server;

        string Filled(string text) => text
            .Replace("{PORT}", FormattableString.Invariant($"{port}"), StringComparison.Ordinal)
            .Replace("{APP}", FormattableString.Invariant($"{app}"), StringComparison.Ordinal)
            .Replace("{DIR}", folder.Root, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        folder.Dispose();
    }

    private static async Task<bool> ListensAsync(int port, CancellationToken cancellationToken)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
