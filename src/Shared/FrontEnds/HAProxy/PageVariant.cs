using DownPage.PageManifest;

namespace DownPage.FrontEnds.HAProxy;

/// <summary>
/// What one <c>http-errors</c> section shows: HAProxy chooses none by request, so each language and form has its own,
/// and a backend takes one of them.
/// </summary>
/// <param name="Form">The form of its pages.</param>
/// <param name="Culture">Their language. Null: the default's.</param>
internal sealed record PageVariant(ManifestForm Form, string? Culture)
{
    /// <summary>The section: <c>downpage</c>, <c>downpage-json</c>, <c>downpage-de-json</c>.</summary>
    public string Section
        => "downpage" + (Culture is null ? "" : "-" + Culture) + (FormName.Length == 0 ? "" : "-" + FormName);

    private string FormName => Form switch
    {
        ManifestForm.Json => "json",
        ManifestForm.Text => "text",
        _ => "",
    };

    /// <summary>Those that the site has pages for, the default one first.</summary>
    public static IEnumerable<PageVariant> Of(FrontEndSite site)
        => from culture in site.Cultures.Skip(1).Prepend(null)
           from form in new[] { ManifestForm.Html, ManifestForm.Json, ManifestForm.Text }
           let variant = new PageVariant(form, culture)
           where (culture is null && form == ManifestForm.Html) || site.Gone.Values.Any(page => variant.Own(page) is not null)
           select variant;

    /// <summary>The file of a page; where it is not there in this language or form, the next best.</summary>
    public FrontEndFile File(FrontEndPage page) => Own(page) ?? page.Of(Form) ?? page.Default;

    /// <summary>The name of the errorfile for a page, below <c>errors/</c>: <c>502.de.json.http</c>.</summary>
    public string FileName(FrontEndPage page)
        => page.Key + (Culture is null ? "" : "." + Culture) + (FormName.Length == 0 ? "" : "." + FormName) + ".http";

    private FrontEndFile? Own(FrontEndPage page) => Culture is null ? page.Of(Form) : page.Of(Form, Culture);
}
