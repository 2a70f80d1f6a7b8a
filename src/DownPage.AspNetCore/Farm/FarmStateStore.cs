using DownPage.AspNetCore.State;
using DownPage.DownFile;
using DownPage.History;
using DownPage.Switching;

namespace DownPage.AspNetCore.Farm;

/// <summary>
/// The shared store, and over it this node's own down file: the way to take a node down, or the site, when the store is
/// dead. Changes go to the store.
/// </summary>
internal sealed class FarmStateStore(IStateStore own, SharedState shared, SharedHistory history, TimeProvider clock)
    : IStateStore, IFirstReading
{
    private readonly object reading = new();
    private Merged merged = new(null, null, false, null);
    private DownFileDocument? lastOwn;
    private bool ownFailedBefore;

    public event Action? Changed
    {
        add => shared.Changed += value;
        remove => shared.Changed -= value;
    }

    public DownFileDocument? Held => shared.Known?.State;

    public StateReading Read()
    {
        lock (reading)
        {
            var file = own.Read();
            var failure = OwnFailure(file);
            var holds = lastOwn?.Holds(clock.GetUtcNow()) == true;
            var envelope = shared.Known;
            if (!merged.IsOf(lastOwn, envelope?.State, holds))
            {
                merged = new Merged(
                    lastOwn, envelope?.State, holds, MergedDocuments.Of(lastOwn, envelope?.State, holds));
            }

            return new StateReading(
                merged.Document, Joined(failure, shared.Problem), [.. file.Warnings, .. envelope?.Warnings ?? []])
            {
                Source = holds ? MaintenanceSource.DownFile : MaintenanceSource.SharedStore,
                IsKept = true,
                HoldsAnyway = holds && failure is null,
            };
        }
    }

    public Task WhenReadAsync(CancellationToken cancellationToken) => shared.ReadAsync(cancellationToken);

    public async Task<StateWrite> WriteAsync(StateChange change, CancellationToken cancellationToken)
    {
        var made = await shared.ChangeAsync(change, cancellationToken);
        var write = new StateWrite(made.Before, made.After, null);
        return write.Changed
            ? write with
            {
                // The change stands: whoever does not want to wait any longer does not undo it.
                HistoryProblem = await history.AppendAsync(
                    HistoryEntry.Of(change, made.Before, made.After, made.At), CancellationToken.None),
            }
            : write;
    }

    public Task<IReadOnlyList<HistoryEntry>> ReadHistoryAsync(int most, CancellationToken cancellationToken)
        => history.ReadAsync(most, cancellationToken);

    /// <summary>A file that cannot be read once is taken for one that is just being written.</summary>
    private string? OwnFailure(StateReading file)
    {
        if (file.Failure is null)
        {
            lastOwn = file.Document;
            ownFailedBefore = false;
            return null;
        }

        var failure = ownFailedBefore ? file.Failure : null;
        ownFailedBefore = true;
        return failure;
    }

    private static string? Joined(string? first, string? second)
        => first is null || second is null ? first ?? second : $"{first}; and {second}";

    private sealed record Merged(
        DownFileDocument? Own, DownFileDocument? Shared, bool OwnHolds, DownFileDocument? Document)
    {
        public bool IsOf(DownFileDocument? own, DownFileDocument? shared, bool ownHolds)
            => ReferenceEquals(own, Own) && ReferenceEquals(shared, Shared) && ownHolds == OwnHolds;
    }
}
