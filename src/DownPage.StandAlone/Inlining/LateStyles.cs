using AngleSharp.Dom;
using DownPage.StandAlone.Markup;

namespace DownPage.StandAlone.Inlining;

/// <summary>
/// Completes stylesheet links that wait for a script of their own (<c>media="print" onload="this.media='all'"</c>,
/// <c>rel="preload" as="style" onload="this.rel='stylesheet'"</c>): in the page, nothing has to be waited for.
/// </summary>
internal static class LateStyles
{
    private const string MediaAssignment = "this.media=";

    public static void Apply(PageContext context)
    {
        foreach (var link in context.Document.QuerySelectorAll("link[rel][onload]"))
        {
            Complete(link, link.GetAttribute("onload")!.Replace(" ", "", StringComparison.Ordinal));
        }
    }

    private static void Complete(IElement link, string onload)
    {
        if (LinkRelation.Of(link).Contains("preload") && onload.Contains("stylesheet", StringComparison.OrdinalIgnoreCase))
        {
            link.SetAttribute("rel", "stylesheet");
            link.RemoveAttribute("as");
        }

        if (AssignedMedia(onload) is { } media)
        {
            link.SetAttribute("media", media);
        }
    }

    private static string? AssignedMedia(string onload)
    {
        var start = onload.IndexOf(MediaAssignment, StringComparison.Ordinal);
        var value = start < 0 ? "" : onload[(start + MediaAssignment.Length)..];
        var end = value.Length > 0 && value[0] is '\'' or '"' ? value.IndexOf(value[0], 1) : -1;
        return end > 0 ? value[1..end] : null;
    }
}
