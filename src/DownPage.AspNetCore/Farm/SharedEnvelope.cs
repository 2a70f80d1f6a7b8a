using DownPage.DownFile;

namespace DownPage.AspNetCore.Farm;

/// <summary>What is written in the shared store; README.md beside this file has a sample.</summary>
/// <param name="Revision">Grows by one with each change: of two, the higher one is the newer.</param>
/// <param name="Id">Of the change that made it.</param>
/// <param name="Ancestors">The changes before it, the youngest first.</param>
/// <param name="State">What holds. Null: nothing is written, the site is up.</param>
internal sealed record SharedEnvelope(
    long Revision, string Id, IReadOnlyList<string> Ancestors, DownFileDocument? State)
{
    /// <summary>How many changes before it are known by name.</summary>
    public const int MostAncestors = 32;

    /// <summary>What was passed over in reading the state, for the log.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>What a change makes of it. Null: of nothing.</summary>
    public static SharedEnvelope After(SharedEnvelope? before, DownFileDocument? state, string id) => new(
        (before?.Revision ?? 0) + 1,
        id,
        before is null ? [] : [.. before.Ancestors.Prepend(before.Id).Where(other => other != id).Take(MostAncestors)],
        state);

    /// <summary>The newer of two; of equally new ones the second.</summary>
    public static SharedEnvelope? Newer(SharedEnvelope? first, SharedEnvelope? second)
        => first is null || second?.Revision >= first.Revision ? second : first;

    /// <summary>Whether a change is in it.</summary>
    public bool Has(string id) => Id == id || Ancestors.Contains(id, StringComparer.Ordinal);
}
