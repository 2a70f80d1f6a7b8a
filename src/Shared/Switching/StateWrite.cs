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
    public bool Changed => !ReferenceEquals(Before, After);

    public string Revision => StateRevision.Of(After);
}
