using DownPage.AspNetCore;
using DownPage.AspNetCore.Farm;
using DownPage.Simulation.Time;
using DownPage.Status;
using DownPage.Switching;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Logging.Abstractions;

namespace DownPage.Simulation.Farm;

/// <summary>What a node does with the store, by the package's own classes: reads, changes, reports itself.</summary>
internal sealed class SimulatedNode : IDisposable
{
    private readonly VirtualClock clock;
    private readonly SharedState state;
    private readonly SharedStateReader reader;
    private readonly NodeReports reports;
    private bool isGone;

    public SimulatedNode(
        string name, IDistributedCache cache, MaintenanceFarmOptions options, VirtualClock clock, Random random)
    {
        this.clock = clock;
        var context = new FarmContext(
            new DistributedCacheStore(cache), () => options, new FarmKeys("farm:"), clock, random)
        {
            Scheduler = clock.Scheduler,
        };
        state = new SharedState(context, NullLogger.Instance);
        state.Changed += Follow;
        reader = new SharedStateReader(state, context);
        reports = new NodeReports(
            context,
            () => new NodeStatus(
                name, StateRevision.Of(state.Known?.State), state.Known?.State is not null, clock.GetUtcNow(), null),
            NullLogger.Instance);
    }

    /// <summary>The number of the change that it follows.</summary>
    public long Revision { get; private set; }

    /// <summary>Since when.</summary>
    public TimeSpan ChangedAt { get; private set; }

    /// <summary>As the package's service does when the app starts.</summary>
    public async Task StartAsync()
    {
        if (isGone)
        {
            return;
        }

        await reader.StartAsync(CancellationToken.None);
        state.Changed += reports.ReportNow;
        reports.Start();
    }

    public async Task<long> ChangeAsync(StateChange change)
    {
        await state.ChangeAsync(change, CancellationToken.None);
        return state.Known?.Revision ?? 0;
    }

    /// <summary>The names of the nodes that report.</summary>
    public async Task<IReadOnlyList<string>> ListAsync()
        => [.. (await reports.ReadAsync(CancellationToken.None)).Select(node => node.Name)];

    /// <summary>It is there no more, and says no goodbye.</summary>
    public void Dispose()
    {
        isGone = true;
        reader.Dispose();
        reports.Dispose();
    }

    private void Follow()
    {
        if (state.Known is { } known && known.Revision != Revision)
        {
            Revision = known.Revision;
            ChangedAt = clock.Now;
        }
    }
}
