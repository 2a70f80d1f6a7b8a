namespace SharedLayout.Components;

/// <summary>What the strip shows.</summary>
/// <param name="Status">The status of the page.</param>
/// <param name="Whose">Whose mistake it is.</param>
public sealed record StatusBanner(int Status, string Whose);
