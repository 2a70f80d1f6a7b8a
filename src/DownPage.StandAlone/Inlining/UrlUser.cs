using AngleSharp.Dom;

namespace DownPage.StandAlone.Inlining;

/// <summary>What a URL was met in: an element, or a published stylesheet.</summary>
/// <param name="Element">The element; null: a stylesheet.</param>
/// <param name="Written">The URL as it is written there.</param>
/// <param name="StyleSheet">The address of the stylesheet; null: an element.</param>
internal readonly record struct UrlUser(IElement? Element, string Written, string? StyleSheet = null);
