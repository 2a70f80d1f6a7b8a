using AngleSharp.Dom;

namespace DownPage.StandAlone.Security;

/// <summary>What was put into a page, and what its policy has to allow for it.</summary>
/// <param name="Elements">The <c>style</c> and <c>script</c> elements.</param>
/// <param name="Images">Whether images became <c>data:</c> addresses.</param>
/// <param name="Fonts">Whether fonts did.</param>
/// <param name="Media">Whether sounds or films did.</param>
/// <param name="LooksForSite">Whether the page asks now and then whether the site is back.</param>
internal sealed record Insertions(
    IReadOnlySet<IElement> Elements,
    bool Images = false,
    bool Fonts = false,
    bool Media = false,
    bool LooksForSite = false);
