using AngleSharp.Dom;

namespace DownPage.StandAlone.Inlining;

/// <summary>
/// The link of an SVG element: <c>href</c>, and of old <c>xlink:href</c>, which is written as <c>href</c>.
/// </summary>
internal static class SvgLink
{
    private const string XLink = "http://www.w3.org/1999/xlink";

    public static string? Of(IElement element) => element.GetAttribute(null, "href") ?? element.GetAttribute(XLink, "href");

    public static void Set(IElement element, string url)
    {
        element.RemoveAttribute(XLink, "href");
        element.SetAttribute(null, "href", url);
    }
}
