namespace DownPage.StandAlone.Css.Selectors;

/// <summary>A name that a selector asks for.</summary>
/// <param name="Kind">What it is the name of.</param>
/// <param name="Name">The name.</param>
internal readonly record struct RequiredName(NameKind Kind, string Name);
