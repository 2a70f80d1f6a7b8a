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
    /// <returns>Whether it is another than was known.</returns>
    public bool Follow(SharedEnvelope? there) => Take(there, null, isRead: true);

    /// <summary>
    /// Takes what was there as this node had changed it, if it is newer: of two that are equally new, what was read
    /// meanwhile came later.
    /// </summary>
    /// <param name="there">What was there. Null: nothing.</param>
    /// <param name="made">What was made here. Null: there was nothing to change.</param>
    /// <returns>Whether it is another than was known.</returns>
    public bool Add(SharedEnvelope? there, SharedEnvelope? made) => Take(there, made, isRead: false);

    private bool Take(SharedEnvelope? there, SharedEnvelope? made, bool isRead)
    {
        int lost;
        var isNew = false;
        lock (knowing)
        {
            if (made is not null)
            {
                own.Add(made);
            }

            if (there is not null && IsNew(there, isRead))
            {
                known = there;
                isNew = true;
            }

            lost = known is { } followed ? own.Lost(followed) : 0;
        }

        if (lost > 0)
        {
            Log.ChangeLost(logger, known?.Revision ?? 0);
        }

        return isNew;
    }

    private bool IsNew(SharedEnvelope there, bool isRead) => known is not { } before
        || there.Revision > before.Revision
        || (isRead && there.Revision == before.Revision && there.Id != before.Id);

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
