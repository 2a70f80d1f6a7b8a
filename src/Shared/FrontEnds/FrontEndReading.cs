namespace DownPage.FrontEnds;

/// <summary>What the project, the settings and the pages came to.</summary>
/// <param name="Site">All that configuration is made of. Null: there is an error.</param>
/// <param name="Errors">Values that are wrong, all of them.</param>
/// <param name="Warnings">What works and is probably not meant.</param>
internal sealed record FrontEndReading(
    FrontEndSite? Site, IReadOnlyList<FrontEndFinding> Errors, IReadOnlyList<FrontEndFinding> Warnings);
