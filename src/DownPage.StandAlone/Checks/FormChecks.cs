using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DownPage.RenderProtocol;

namespace DownPage.StandAlone.Checks;

/// <summary>
/// Forms that need the app. One that only asks for an address (a search) is navigation, as a link is: it works as soon
/// as the site is back; but not where a password is asked for.
/// </summary>
internal static class FormChecks
{
    public static IEnumerable<RenderDiagnostic> Run(CheckedPage page)
    {
        var site = new SiteAddress(page.BaseUrl, page.Document);
        return Forms(page.Document, site)
            .Select(element => PageWarnings.FormIntoApp(StartTag.Of(element)).At(Place(page, element)))
            .Concat(MixedActions(page, site));
    }

    private static IEnumerable<IElement> Forms(IDocument document, SiteAddress site)
    {
        var passwords = document.QuerySelectorAll<IHtmlInputElement>("input[type='password' i]").ToArray();
        var logins = passwords.Select(input => input.Form).OfType<IElement>().ToHashSet();
        var forms = document.QuerySelectorAll("form").Where(form => IsOwn(form, "action", site)
            && (IsPost(form, "method") || logins.Contains(form) || SubmitsByPost(form, document, site)));

        // A password without a form is sent by a script.
        var loose = passwords.Where(input => input.Form is null);
        var pings = document.QuerySelectorAll("a[ping], area[ping]").Where(link => IsOwn(link, "ping", site));
        return forms.Concat(loose).Concat(pings);
    }

    private static bool SubmitsByPost(IElement form, IDocument document, SiteAddress site)
        => document.QuerySelectorAll("button[formmethod], input[formmethod]").Any(button => IsPost(button, "formmethod")
            && IsOwn(button, "formaction", site) && FormOf(button) == form);

    private static IElement? FormOf(IElement button) => button switch
    {
        IHtmlButtonElement own => own.Form,
        IHtmlInputElement input => input.Form,
        _ => null,
    };

    private static IEnumerable<RenderDiagnostic> MixedActions(CheckedPage page, SiteAddress site)
        => from element in page.Document.QuerySelectorAll("form[action], button[formaction], input[formaction]")
           let action = element.GetAttribute("action") ?? element.GetAttribute("formaction")!
           where site.IsMixedContent(action)
           select PageWarnings.MixedContent(StartTag.Of(element), action, page.BaseUrl).At(page.Places.Find(element, action));

    private static bool IsOwn(IElement element, string attribute, SiteAddress site)
        => element.GetAttribute(attribute) is not { } url || site.IsOwn(url);

    private static bool IsPost(IElement element, string attribute)
        => string.Equals(element.GetAttribute(attribute)?.Trim(), "post", StringComparison.OrdinalIgnoreCase);

    private static (string? File, int Line, int Column) Place(CheckedPage page, IElement element)
        => page.Places.Find(element, element.GetAttribute("action") ?? element.GetAttribute("ping") ?? "<" + element.LocalName);
}
