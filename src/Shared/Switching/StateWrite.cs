using DownPage.DownFile;

namespace DownPage.Switching;

/// <summary>What a change came to.</summary>
/// <param name="Before">What was written before. Null: nothing.</param>
/// <param name="After">What is written now. Null: nothing.</param>
/// <param name="HistoryProblem">
/// Why the change, which was made, could not be put into the history. Null: it was, or nothing has changed.
/// </param>
internal sealed record StateWrite(DownFileDocument? Before, DownFileDocument? After, string? HistoryProblem)
{
    /// <summary>
    /// Why the flag for front-end servers is not as it shall be, though the change stands. Null: it is, or there is none.
    /// </summary>
    public string? FlagProblem { get; init; }

    /// <summary>Whether the flag disagreed with a state that did not change, and agrees now.</summary>
    public bool FlagMended { get; init; }

    public bool Changed => !ReferenceEquals(Before, After);

    public string Revision => StateRevision.Of(After);
}
