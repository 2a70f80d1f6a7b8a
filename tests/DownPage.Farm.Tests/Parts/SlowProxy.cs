using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace DownPage.Farm.Tests.Parts;

/// <summary>The network between one node and the store: late, cut, or silent.</summary>
internal sealed class SlowProxy : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource ending = new();
    private readonly ConcurrentDictionary<Socket, bool> open = [];
    private readonly int target;
    private readonly Task accepting;
    private TaskCompletionSource speaking = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile LineState state;
    private long delayTicks;

    public SlowProxy(int target)
    {
        this.target = target;
        speaking.SetResult();
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>By how much bytes come later, in each direction.</summary>
    public TimeSpan Delay
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref delayTicks));
        set => Interlocked.Exchange(ref delayTicks, value.Ticks);
    }

    public LineState State
    {
        get => state;
        set
        {
            if (value == LineState.Silent && state != LineState.Silent)
            {
                speaking = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            state = value;
            if (value == LineState.Cut)
            {
                Break();
            }

            if (value != LineState.Silent)
            {
                speaking.TrySetResult();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        listener.Stop();
        Break();
        speaking.TrySetResult();
        await accepting;
        ending.Dispose();
    }

    private async Task AcceptAsync()
    {
        List<Task> lines = [];
        try
        {
            while (true)
            {
                var client = await listener.AcceptSocketAsync(ending.Token);
                lines.RemoveAll(line => line.IsCompleted);
                lines.Add(CarryAsync(client));
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(lines);
        }
    }

    private async Task CarryAsync(Socket client)
    {
        using var near = client;
        using var far = new Socket(SocketType.Stream, ProtocolType.Tcp);
        open[near] = open[far] = true;
        try
        {
            if (state == LineState.Cut)
            {
                return;
            }

            near.NoDelay = far.NoDelay = true;
            await far.ConnectAsync(IPAddress.Loopback, target, ending.Token);
            var ends = Task.WhenAny(PumpAsync(near, far), PumpAsync(far, near));
            await await ends;
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // One end has gone, so the other goes too.
        }
        finally
        {
            open.TryRemove(near, out _);
            open.TryRemove(far, out _);
        }
    }

    private async Task PumpAsync(Socket from, Socket to)
    {
        try
        {
            var buffer = new byte[16 * 1024];
            while (await from.ReceiveAsync(buffer, ending.Token) is > 0 and var count)
            {
                if (Delay is { Ticks: > 0 } delay)
                {
                    await Task.Delay(delay, ending.Token);
                }

                await speaking.Task.WaitAsync(ending.Token);
                for (var sent = 0; sent < count;)
                {
                    sent += await to.SendAsync(buffer.AsMemory(sent, count - sent), ending.Token);
                }
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The other direction ends as well.
        }
    }

    private void Break()
    {
        foreach (var socket in open.Keys)
        {
            socket.Close(0);
        }
    }
}
