using DownPage.Status;
using DownPage.Switching;

namespace DownPage.AspNetCore.State;

/// <summary>Where nothing is shared: this instance, which knows of no other.</summary>
internal sealed class OnlyNode(MaintenanceMonitor monitor, IStateStore store, TimeProvider clock) : INodes
{
    public Task<IReadOnlyList<NodeStatus>> ReadAsync(CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyList<NodeStatus>>(
        [
            new NodeStatus(
                NodeName.Own,
                StateRevision.Of(store.Held),
                monitor.Snapshot.State.IsDown,
                clock.GetUtcNow(),
                monitor.Problem),
        ]);
}
