using DownPage.StandAlone.Assets;

namespace DownPage.StandAlone.Inlining;

/// <summary>
/// Makes relative links start at the site's root: a down page is shown at whatever address the visitor asked for, where
/// <c>href="help"</c> would lead somewhere else each time. With a <c>base</c> element they are right as they are.
/// </summary>
internal static class LinkAnchoring
{
    private static readonly (string Selector, string Attribute)[] Links =
    [
        ("a[href], area[href]", "href"), ("form[action]", "action"), ("[formaction]", "formaction"),
    ];

    public static void Apply(PageContext context)
    {
        if (context.HasBase)
        {
            return;
        }

        foreach (var (selector, attribute) in Links)
        {
            foreach (var element in context.Document.QuerySelectorAll(selector))
            {
                if (Anchor(context, element.GetAttribute(attribute)!.Trim()) is { } anchored)
                {
                    element.SetAttribute(attribute, anchored);
                }
            }
        }
    }

    private static string? Anchor(PageContext context, string url)
    {
        if (url.Length == 0 || url[0] is '/' or '#' or '?' or '\\')
        {
            return null;
        }

        var reference = context.Resolve(url, context.Address);
        return reference.Place is AssetPlace.App or AssetPlace.Published && !Uri.TryCreate(url, UriKind.Absolute, out _)
            ? context.PathOf(reference.Url + reference.Fragment)
            : null;
    }
}
