using AngleSharp.Dom;
using DownPage.StandAlone.Markup;

namespace DownPage.StandAlone.Inlining;

/// <summary>
/// Removes links that only hurry what is in the page now, or that serve nobody while the site is down: preloads, the
/// manifest of an installable app, icons for a home screen. Icons of the tab go into the page.
/// </summary>
internal static class HintRemover
{
    private static readonly string[] Hints =
    [
        "preload", "modulepreload", "prefetch", "prerender", "preconnect", "dns-prefetch", "manifest",
        "apple-touch-icon", "apple-touch-icon-precomposed", "apple-touch-startup-image", "mask-icon",
    ];

    public static void Apply(PageContext context)
    {
        foreach (var link in context.Document.QuerySelectorAll("link[rel]").ToList())
        {
            if (LinkRelation.Of(link).Any(Hints.Contains) && !IsForAnotherHost(context, link))
            {
                link.Remove();
            }
        }
    }

    // What stays with another host is still asked for: its hint may stay as well.
    private static bool IsForAnotherHost(PageContext context, IElement link)
        => LinkRelation.Of(link).Any(relation => relation is "preconnect" or "dns-prefetch")
            && Uri.TryCreate(new Uri(context.BaseUrl), link.GetAttribute("href") ?? "", out var hinted)
            && context.Document.QuerySelectorAll("[src], link[rel~=stylesheet], link[rel~=icon]")
                .Where(element => element != link)
                .Select(element => element.GetAttribute("src") ?? element.GetAttribute("href") ?? "")
                .Any(url => Uri.TryCreate(new Uri(context.BaseUrl), url, out var used)
                    && used.Authority == hinted.Authority);
}
