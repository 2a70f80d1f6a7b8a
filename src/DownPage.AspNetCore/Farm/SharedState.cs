using DownPage.Switching;
using Microsoft.Extensions.Logging;

namespace DownPage.AspNetCore.Farm;

/// <summary>
/// What this node knows of the state that all share: reads it, changes it, and writes back what it knows where the
/// store has lost it.
/// </summary>
internal sealed partial class SharedState(FarmContext farm, ILogger logger)
{
    private const int FailuresThatCount = 2;

    private readonly SharedKnowledge knowledge = new(logger);
    private readonly Gate changing = new(1);
    private readonly StoreLane reading = new(farm);
    private readonly SharedValue value = new(farm, new StoreLane(farm), farm.Keys.State);
    private volatile string? problem;
    private string? lastVersion;
    private long lastRevision;
    private bool wasRead;
    private int failures;

    /// <summary>There is something new: another state, a failure, the end of one.</summary>
    public event Action? Changed;

    /// <summary>What is known. Null: nothing was ever written, or nothing could be read yet.</summary>
    public SharedEnvelope? Known => knowledge.Known;

    /// <summary>
    /// Why the store cannot be read. Null: it can, or a single reading has failed after one that did not. The same text
    /// until it can be read again: clients put counters into their messages, and each would be logged.
    /// </summary>
    public string? Problem => problem;

    /// <summary>How many readings are under way, those among them that nobody waits for any more.</summary>
    public int ReadsUnderWay => reading.Running;

    /// <summary>Reads once. A store that fails is no exception: <see cref="Problem"/> says so.</summary>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var there = await reading.ReadAsync(farm.Keys.State, cancellationToken);
            Take(there);
            await HealAsync(there, cancellationToken);
        }
        catch (Exception failed) when (failed is IOException or FormatException)
        {
            Log.ReadingFailed(logger, failed);
            Failed($"the value '{farm.Keys.State}' of the shared store cannot be read: {failed.Message}");
        }
    }

    /// <summary>Makes the change of what is there, or of what is known where that is newer.</summary>
    /// <exception cref="ChangeRefusedException">It cannot be made of what is there.</exception>
    /// <exception cref="IOException">The store failed, or others keep changing the state.</exception>
    public async Task<SharedChange> ChangeAsync(StateChange change, CancellationToken cancellationToken)
    {
        await changing.EnterAsync(cancellationToken);
        try
        {
            return await MakeAsync(change, cancellationToken);
        }
        catch (IOException failed)
        {
            throw new IOException($"The state cannot be written to the shared store: {failed.Message}", failed);
        }
        catch (FormatException wrong)
        {
            throw new IOException(
                $"The value '{farm.Keys.State}' of the shared store is none of DownPage's, and is not written over: "
                + $"{wrong.Message}. Delete it, or set MaintenanceMode:Farm:KeyPrefix to another name.",
                wrong);
        }
        finally
        {
            changing.Leave();
        }
    }

    private async Task<SharedChange> MakeAsync(StateChange change, CancellationToken cancellationToken)
    {
        var id = Guid.NewGuid().ToString("N");
        SharedEnvelope? made = null;
        SharedChange? result = null;
        var there = await value.ChangeAsync(
            bytes =>
            {
                if (made is not null)
                {
                    Log.ChangeRepeated(logger, made.Revision);
                }

                var before = SharedEnvelope.Newer(Known, Parsed(bytes));
                var now = farm.Clock.GetUtcNow();
                var after = change.Apply(before?.State, now);
                result = new SharedChange(before?.State, after, now);
                if (ReferenceEquals(after, before?.State))
                {
                    return null;
                }

                made = SharedEnvelope.After(before, after, id);
                return Sized(EnvelopeJson.Write(made));
            },
            bytes => Parsed(bytes)?.Has(id) == true,
            settles: true,
            cancellationToken);
        Tell(knowledge.Add(Parsed(there), made));
        return result ?? throw new InvalidOperationException("The change was not asked for.");
    }

    private void Take(MaintenanceModeStoreEntry? there)
    {
        // Nearly always what was there before: not taken apart again.
        var isSame = there is not null && there.Version == lastVersion && problem is null;
        var envelope = isSame ? null : Parsed(there?.Value);
        lastRevision = isSame ? lastRevision : envelope?.Revision ?? 0;
        lastVersion = there?.Version;
        wasRead = true;
        failures = 0;
        var recovered = problem is not null;
        problem = null;
        Tell(knowledge.Follow(envelope) || recovered);
    }

    /// <summary>
    /// A store that was emptied, or put back to an older state, is told what is newer. One write of many nodes is
    /// enough: the others find that it is no more what they have read.
    /// </summary>
    private async Task HealAsync(MaintenanceModeStoreEntry? there, CancellationToken cancellationToken)
    {
        if (Known is not { } newer || lastRevision >= newer.Revision)
        {
            return;
        }

        if (await reading.ReplaceAsync(
            farm.Keys.State, EnvelopeJson.Write(newer), there?.Version, cancellationToken))
        {
            Log.StateRestored(logger, newer.Revision);
        }
    }

    private void Tell(bool isNew)
    {
        if (isNew)
        {
            Changed?.Invoke();
        }
    }

    private void Failed(string what)
    {
        failures++;
        if (problem is null && (failures >= FailuresThatCount || !wasRead))
        {
            problem = what;
            Changed?.Invoke();
        }
    }

    private static SharedEnvelope? Parsed(ReadOnlyMemory<byte>? bytes)
        => bytes is { } there ? EnvelopeJson.Read(there) : null;

    private static byte[] Sized(byte[] bytes) => bytes.Length <= EnvelopeJson.MaximumBytes
        ? bytes
        : throw new IOException("it would be larger than 256 KiB, and nothing has changed. Shorten what it is to hold");

    private static partial class Log
    {
        [LoggerMessage(90, LogLevel.Debug, "A reading of the shared store failed", EventName = "SharedReadFailed")]
        public static partial void ReadingFailed(ILogger logger, Exception failed);

        [LoggerMessage(
            91, LogLevel.Information,
            "The shared store had lost the state of maintenance mode, or had an older one; this node has written "
                + "back what it knew (change {Revision})",
            EventName = "SharedStateRestored")]
        public static partial void StateRestored(ILogger logger, long revision);

        [LoggerMessage(
            92, LogLevel.Information,
            "Another node was faster at the shared store, or wrote over change {Revision}; it is made again",
            EventName = "SharedChangeRepeated")]
        public static partial void ChangeRepeated(ILogger logger, long revision);
    }
}
