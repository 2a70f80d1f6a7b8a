using DownPage.DownFile;

namespace DownPage.AspNetCore.Farm;

/// <summary>What a node's own down file and the shared store say together.</summary>
internal static class MergedDocuments
{
    /// <summary>Whether the document takes the site down at the moment.</summary>
    public static bool Holds(this DownFileDocument document, DateTimeOffset now)
        => document.Down && !(document.Until <= now);

    /// <param name="own">What the down file says. Null: there is none.</param>
    /// <param name="shared">What the store says. Null: nothing.</param>
    /// <param name="ownHolds">Whether the down file takes the node down: then it says how.</param>
    /// <returns>The one, the other where that says nothing, or the one with the windows of both.</returns>
    public static DownFileDocument? Of(DownFileDocument? own, DownFileDocument? shared, bool ownHolds)
    {
        if (own is null || shared is null)
        {
            return own ?? shared;
        }

        var (first, second) = ownHolds ? (own, shared) : (shared, own);
        return first with
        {
            Windows = [.. shared.Windows, .. own.Windows],
            LiftedAt = first.LiftedAt is { } lifted && !(lifted < second.LiftedAt) ? lifted : second.LiftedAt,
            BypassSecretHash = first.BypassSecretHash ?? second.BypassSecretHash,
            BypassGeneration = first.BypassGeneration ?? second.BypassGeneration,
        };
    }
}
