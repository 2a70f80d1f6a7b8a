using Microsoft.Extensions.Logging;

namespace DownPage.AspNetCore.Farm;

/// <summary>
/// What this node knows of the shared state, read or made by itself, and which of its own changes should be in it.
/// </summary>
internal sealed partial class SharedKnowledge(ILogger logger)
{
    private readonly object knowing = new();
    private readonly OwnChanges own = new();
    private volatile SharedEnvelope? known;

    public SharedEnvelope? Known => known;

    /// <summary>
    /// Takes what was read, if it is not older. What is equally new is taken, too: all nodes agree on what the store
    /// holds.
    /// </summary>
    /// <param name="there">What was read. Null: nothing.</param>
    /// <param name="madeHere">The change of this node that made it, or is in it. Null: none.</param>
    /// <returns>Whether it is another than was known.</returns>
    public bool Follow(SharedEnvelope? there, SharedEnvelope? madeHere = null)
    {
        int lost;
        lock (knowing)
        {
            if (madeHere is not null)
            {
                own.Add(madeHere);
            }

            if (there is null || IsKnown(there))
            {
                return false;
            }

            lost = own.Lost(there);
            known = there;
        }

        if (lost > 0)
        {
            Log.ChangeLost(logger, there.Revision);
        }

        return true;
    }

    private bool IsKnown(SharedEnvelope there) => known is { } before
        && (there.Revision < before.Revision || (there.Revision == before.Revision && there.Id == before.Id));

    private static partial class Log
    {
        [LoggerMessage(
            93, LogLevel.Warning,
            "A change of maintenance mode that was made through this node was lost: another node, which had been "
                + "standing still, wrote over it (now change {Revision}). Look at the status, repeat what is wanted",
            EventName = "SharedChangeLost")]
        public static partial void ChangeLost(ILogger logger, long revision);
    }
}
