namespace DownPage.Soak.Results;

/// <summary>What is to be said of an answer.</summary>
/// <param name="Verdict">Whose it was.</param>
/// <param name="Detail">The page's file, or what is wrong.</param>
/// <param name="Received">Bytes of the body, of an answer that broke off.</param>
/// <param name="Expected">Bytes that it would have had.</param>
internal sealed record Judgement(Verdict Verdict, string? Detail, int Received = 0, int Expected = 0)
{
    /// <summary>Whether the app listened all the time, and the page came nevertheless.</summary>
    public bool IsLate { get; init; }
}
