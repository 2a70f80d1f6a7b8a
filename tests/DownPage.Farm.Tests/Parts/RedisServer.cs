using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DownPage.Farm.Tests.Parts;

/// <summary>A Redis of one test: a process on a port of its own, that can be stopped, paused and emptied.</summary>
internal sealed class RedisServer : IAsyncDisposable
{
    private const string Program = "redis-server";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly TempFolder folder = new();
    private readonly bool keepsData;
    private Process? process;

    private RedisServer(bool keepsData)
    {
        this.keepsData = keepsData;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => process?.Kill();
    }

    public int Port { get; private set; }

    /// <param name="keepsData">Whether it has after a restart what it had before.</param>
    public static async Task<RedisServer> StartAsync(bool keepsData = false)
    {
        if (!Command.IsInstalled(Program))
        {
            Assert.Inconclusive($"{Program} is not installed.");
        }

        var server = new RedisServer(keepsData) { Port = FreePort() };
        await server.StartAgainAsync();
        return server;
    }

    public async Task StartAgainAsync()
    {
        process = Process.Start(new ProcessStartInfo(Program, Arguments()) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException($"{Program} did not start.");
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var since = Stopwatch.GetTimestamp();
        while (!await AnswersAsync())
        {
            Assert.IsFalse(process.HasExited, $"{Program} ended with its port {Port} taken?");
            Assert.IsLessThan(Patience, Stopwatch.GetElapsedTime(since), $"{Program} does not answer.");
            await Task.Delay(20);
        }
    }

    /// <summary>As an operator would stop it: connections are closed.</summary>
    public Task StopAsync() => EndAsync("TERM");

    /// <summary>As a machine dies.</summary>
    public Task KillAsync() => EndAsync("KILL");

    /// <summary>It stays connected and says nothing any more.</summary>
    public Task PauseAsync() => SignalAsync("STOP");

    public Task ContinueAsync() => SignalAsync("CONT");

    public async Task FlushAsync() => Assert.AreEqual("+OK", await AskAsync("FLUSHALL"));

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            await KillAsync();
        }

        folder.Dispose();
    }

    /// <summary>Below those that the system gives to others, who might take it while the server is stopped.</summary>
    private static int FreePort()
    {
        while (true)
        {
            var port = Random.Shared.Next(20_000, 32_000);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody has it; another, then.
            }
        }
    }

    private string[] Arguments() =>
    [
        "--port", Port.ToString(CultureInfo.InvariantCulture),
        "--bind", "127.0.0.1",
        "--daemonize", "no",
        "--dir", folder.Root,
        "--save", "",
        "--appendonly", keepsData ? "yes" : "no",
        "--appendfsync", "always",
    ];

    private async Task<bool> AnswersAsync()
    {
        try
        {
            return await AskAsync("PING") == "+PONG";
        }
        catch (Exception notYet) when (notYet is SocketException or IOException)
        {
            return false;
        }
    }

    /// <summary>A line of its protocol, and the first of the answer.</summary>
    private async Task<string?> AskAsync(string command)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(command + "\r\n"));
        using var reader = new StreamReader(stream, Encoding.ASCII);
        return await reader.ReadLineAsync().WaitAsync(Patience);
    }

    private async Task EndAsync(string signal)
    {
        var ended = process ?? throw new InvalidOperationException("It has not been started.");
        await SignalAsync(signal);
        await ended.WaitForExitAsync().WaitAsync(Patience);
        ended.Dispose();
        process = null;
    }

    private async Task SignalAsync(string signal)
    {
        var id = process?.Id ?? throw new InvalidOperationException("It does not run.");
        using var kill = Process.Start("kill", ["-" + signal, id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        Assert.AreEqual(0, kill.ExitCode);
    }
}
