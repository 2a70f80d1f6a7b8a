namespace DownPage.Switching;

/// <summary>Who changes the state, through what and why.</summary>
/// <param name="Source">One of <see cref="ChangeSource"/>.</param>
/// <param name="Actor">Who. Null: not said.</param>
/// <param name="Reason">Why, in a few words. Null: not said.</param>
internal sealed record ChangeOrigin(string Source, string? Actor = null, string? Reason = null);
