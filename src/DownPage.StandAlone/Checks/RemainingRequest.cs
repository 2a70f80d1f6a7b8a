using AngleSharp.Dom;

namespace DownPage.StandAlone.Checks;

/// <summary>Something that a browser asks for because a page is shown.</summary>
/// <param name="Element">What asks.</param>
/// <param name="Attribute">The attribute that names it; empty: the element's text does.</param>
/// <param name="Url">The address, as it is written.</param>
internal sealed record RemainingRequest(IElement Element, string Attribute, string Url);
