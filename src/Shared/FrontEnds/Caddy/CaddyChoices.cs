using DownPage.PageManifest;

namespace DownPage.FrontEnds.Caddy;

/// <summary>What a visitor takes: the form by <c>Accept</c>, the language by <c>Accept-Language</c>.</summary>
internal sealed class CaddyChoices(FrontEndSite site)
{
    private static readonly (ManifestForm Form, string Name)[] Exact =
    [
        (ManifestForm.Html, @"(?:text/html|application/xhtml\+xml)"),
        (ManifestForm.Json, @"(?:(?:application|text)/json|application/(?:[a-z0-9.!#$&^_-]+\+json|\*))"),
        (ManifestForm.Text, "text/plain"),
    ];

    public bool HasForms => site.HasJson || site.HasText;

    public bool HasLanguages => site.Cultures.Count > 1;

    /// <summary>The name of a form in the file.</summary>
    public static string Name(ManifestForm form) => form switch
    {
        ManifestForm.Json => "json",
        ManifestForm.Text => "text",
        _ => "html",
    };

    /// <summary>The forms that there are, the one for whoever asks for nothing first.</summary>
    public IEnumerable<ManifestForm> Forms()
    {
        yield return ManifestForm.Html;
        if (site.HasJson)
        {
            yield return ManifestForm.Json;
        }

        if (site.HasText)
        {
            yield return ManifestForm.Text;
        }
    }

    public void Write(CaddyWriter file)
    {
        if (HasForms)
        {
            file.Comment("The form, by Accept: of the greatest weight; HTML before JSON before text.");
            file.Block("map {http.request.header.Accept} {downpage_form}", () => WriteForms(file));
        }

        if (HasLanguages)
        {
            file.Comment("The language, by Accept-Language: of the greatest weight that there is; de-AT takes de.");
            file.Block("map {http.request.header.Accept-Language} {downpage_range}", () => WriteRanges(file));
            file.Block("map {downpage_range} {downpage_language}", () => WriteLanguages(file));
        }
    }

    private void WriteForms(CaddyWriter file)
    {
        var forms = Forms().ToHashSet();
        var known = Exact.Where(entry => forms.Contains(entry.Form))
            .Select(entry => CaddyWeights.Of(entry.Name).Select(row => $"\"~{row}\" {Name(entry.Form)}").ToList())
            .ToList();
        var any = CaddyWeights.Of(@"(?:\*/\*|text/\*)").Select(row => $"\"~{row}\" html").ToList();
        for (var weight = 0; weight < any.Count; weight++)
        {
            foreach (var rows in known)
            {
                file.Line(rows[weight]);
            }

            file.Line(any[weight]);
        }

        file.Line("default html");
    }

    /// <summary>Only ranges that a page might be there for, so that the next best is looked at otherwise.</summary>
    private void WriteRanges(CaddyWriter file)
    {
        var known = string.Join('|', site.Cultures.Select(Primary).Distinct(StringComparer.OrdinalIgnoreCase));
        foreach (var row in CaddyWeights.Of($@"(\*|(?:{known})(?:-[a-z0-9]+)*)"))
        {
            file.Line($"\"~{row}\" \"${{1}}\"");
        }

        file.Line("default *");
    }

    /// <summary>The language itself or what is above it (RFC 4647 3.4), then one of its relatives.</summary>
    private void WriteLanguages(CaddyWriter file)
    {
        foreach (var culture in site.Cultures.OrderByDescending(culture => culture.Length))
        {
            file.Line($"\"~(?i)^{CaddyText.Escape(culture)}(?:-|$)\" {CaddyText.Quote(culture, "The language")}");
        }

        foreach (var relatives in site.Cultures.GroupBy(Primary, StringComparer.OrdinalIgnoreCase))
        {
            if (!relatives.Contains(relatives.Key, StringComparer.OrdinalIgnoreCase))
            {
                var first = CaddyText.Quote(relatives.First(), "The language");
                file.Line($"\"~(?i)^{CaddyText.Escape(relatives.Key)}(?:-|$)\" {first}");
            }
        }

        file.Line("default " + CaddyText.Quote(site.Cultures[0], "The language"));
    }

    private static string Primary(string culture) => culture.Split('-')[0];
}
