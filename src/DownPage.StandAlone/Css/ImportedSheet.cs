namespace DownPage.StandAlone.Css;

/// <summary>A sheet that an <c>@import</c> names.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="Url">Where it was found: what its own addresses are relative to.</param>
internal sealed record ImportedSheet(StyleSheet Sheet, string Url);
