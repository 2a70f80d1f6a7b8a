using System.Text.Json;
using DownPage.AspNetCore.State;
using DownPage.Status;
using Microsoft.Extensions.Logging;

namespace DownPage.AspNetCore.Farm;

/// <summary>
/// Says in the store what this node follows, at once when that is another and every heartbeat; reads what the others
/// say.
/// </summary>
/// <param name="farm">The store.</param>
/// <param name="own">What this node reports, under the name that it keeps.</param>
/// <param name="logger">Told of reports that could not be sent.</param>
internal sealed partial class NodeReports(FarmContext farm, Func<NodeStatus> own, ILogger logger) : INodes, IDisposable
{
    private const int HeartbeatsToLive = 3;
    private const int TimeoutsToRead = 10;
    private const double LeastOfHeartbeat = 0.9;

    private static readonly TimeSpan ReadAgainAfter = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ShortestLife = TimeSpan.FromSeconds(1);

    private readonly StoreLane lane = new(farm);
    private readonly CancellationTokenSource stopped = new();
    private readonly object asking = new();
    private TaskCompletionSource woken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task loop = Task.CompletedTask;
    private Task<IReadOnlyList<NodeStatus>>? asked;
    private DateTimeOffset askedAt;

    public void Start() => loop = RunAsync(stopped.Token);

    /// <summary>What this node follows is another: it is said at once.</summary>
    public void ReportNow() => Volatile.Read(ref woken).TrySetResult();

    /// <summary>A node that ends as it should is not waited for by whoever looks whether all have followed.</summary>
    public async Task StopAsync()
    {
        stopped.Cancel();
        await loop;
        await SendAsync(ShortestLife, CancellationToken.None);
    }

    /// <summary>Of all nodes. Who asks again within a second gets the same: there may be thousands.</summary>
    public async Task<IReadOnlyList<NodeStatus>> ReadAsync(CancellationToken cancellationToken)
    {
        Task<IReadOnlyList<NodeStatus>> reading;
        lock (asking)
        {
            var now = farm.Clock.GetUtcNow();
            if (asked is null || (asked.IsCompleted && IsOld(asked, now)))
            {
                asked = CollectAsync();
                askedAt = now;
            }

            reading = asked;
        }

        var self = own();
        var others = (await reading.WaitAsync(cancellationToken)).Where(other => other.Name != self.Name);
        return [.. others.Append(self).OrderBy(node => node.Name, StringComparer.Ordinal)];
    }

    private bool IsOld(Task reading, DateTimeOffset now)
        => reading.IsFaulted || (now - askedAt).Duration() >= ReadAgainAfter;

    /// <summary>Ends it at once; whoever wants to wait for the end may still stop it afterwards.</summary>
    public void Dispose() => stopped.Cancel();

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var signal = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            Volatile.Write(ref woken, signal);
            var heartbeat = farm.Current.Heartbeat;
            await SendAsync(heartbeat * HeartbeatsToLive, cancellationToken);
            await JoinAsync(cancellationToken);
            var pause = farm.Jitter(heartbeat, LeastOfHeartbeat);
            using var beat = farm.Clock.CreateTimer(
                _ => signal.TrySetResult(), null, pause, Timeout.InfiniteTimeSpan);
            using var end = cancellationToken.Register(() => signal.TrySetResult());
            await signal.Task;
        }
    }

    private Task SendAsync(TimeSpan lifetime, CancellationToken cancellationToken)
        => GuardedAsync(() =>
        {
            var status = own();
            return lane.PutAsync(farm.Keys.Node(status.Name), Written(status), lifetime, cancellationToken);
        });

    private Task JoinAsync(CancellationToken cancellationToken)
        => GuardedAsync(() => new NodeIndex(farm, lane).JoinAsync(own().Name, cancellationToken));

    /// <summary>The next report makes up for it; a store that fails is told by whoever reads the state.</summary>
    private async Task GuardedAsync(Func<Task> send)
    {
        try
        {
            await send();
        }
        catch (Exception failed) when (failed is not OutOfMemoryException)
        {
            Log.ReportFailed(logger, failed);
        }
    }

    private async Task<IReadOnlyList<NodeStatus>> CollectAsync()
    {
        using var late = new CancellationTokenSource(farm.Current.Timeout * TimeoutsToRead, farm.Clock);
        try
        {
            var index = new NodeIndex(farm, lane);
            var names = await StoreLane.EachAsync(
                Enumerable.Range(0, FarmKeys.Buckets), bucket => index.NamesAsync(bucket, late.Token));
            var reports = await StoreLane.EachAsync(
                names.SelectMany(bucket => bucket).Distinct(), name => ReportAsync(name, late.Token));
            return [.. reports.OfType<NodeStatus>()];
        }
        catch (Exception failed) when (failed is IOException or OperationCanceledException)
        {
            throw new IOException($"The nodes' reports cannot be read from the shared store: {failed.Message}", failed);
        }
    }

    private async Task<NodeStatus?> ReportAsync(string name, CancellationToken cancellationToken)
        => await lane.ReadAsync(farm.Keys.Node(name), cancellationToken) is { } there ? Read(there.Value) : null;

    private static byte[] Written(NodeStatus status)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            StatusWriter.WriteNode(writer, status);
        }

        return buffer.ToArray();
    }

    private static NodeStatus? Read(ReadOnlyMemory<byte> report)
    {
        try
        {
            using var document = JsonDocument.Parse(report);
            return StatusReader.NodeOf(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            94, LogLevel.Debug, "This node could not report to the shared store", EventName = "NodeReportFailed")]
        public static partial void ReportFailed(ILogger logger, Exception failed);
    }
}
