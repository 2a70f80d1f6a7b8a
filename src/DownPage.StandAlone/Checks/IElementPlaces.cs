using AngleSharp.Dom;

namespace DownPage.StandAlone.Checks;

/// <summary>Knows where the elements of a page stand in the sources of the site.</summary>
internal interface IElementPlaces
{
    /// <summary>The element's place, as well as it is known.</summary>
    /// <param name="element">The element.</param>
    /// <param name="text">A piece of it that stands in the source as it stands in the page: an address, a tag's
    /// name.</param>
    (string? File, int Line, int Column) Find(IElement element, string text);
}
