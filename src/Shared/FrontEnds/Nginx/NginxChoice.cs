using DownPage.PageManifest;

namespace DownPage.FrontEnds.Nginx;

/// <summary>The maps that choose a page's file, and the names of what they come to.</summary>
internal sealed class NginxChoice
{
    private readonly FrontEndSite site;
    private readonly IReadOnlyList<FrontEndPage> distinct;
    private readonly IReadOnlyList<IReadOnlyList<string>> groups;

    public NginxChoice(FrontEndSite site)
    {
        this.site = site;
        Names = new NginxNames(site.Application);
        distinct = [.. site.Pages.DistinctBy(Paths, StringComparer.Ordinal)];
        groups = [.. distinct.Select(Cultures).DistinctBy(Joined).Where(cultures => cultures.Count > 1)];
    }

    public NginxNames Names { get; }

    /// <summary>What the answers depend on.</summary>
    public string Vary => (HasForms ? "Accept, " : "") + (groups.Count > 0 ? "Accept-Language, " : "") + "Accept-Encoding";

    private bool HasForms => site.HasJson || site.HasText;

    /// <summary>All maps.</summary>
    /// <param name="accept">The variable that has the header <c>Accept</c>.</param>
    public string Maps(string accept = "$http_accept") => string.Concat(
    [
        NginxForms.Map(site, Names, accept),
        .. groups.Select(group => new NginxLanguages(group).Map(Language(group), Names.Of("range"))),
        .. distinct.Where(page => page.Files.Count > 1).Select(FileMap),
        SentMap(),
    ]);

    /// <summary>What <c>try_files</c> tries for a page: what was chosen, then the default file.</summary>
    public string Files(FrontEndPage page)
    {
        var own = distinct.First(other => Paths(other) == Paths(page));
        return (own.Files.Count > 1 ? Variable(own) + " " : "") + NginxAnswers.File(page.Default);
    }

    /// <summary>The extensions of the files, and what they are.</summary>
    public string Types() => string.Join('\n', site.Pages.SelectMany(page => page.Files)
        .Select(file => (
            Extension: Path.GetExtension(file.Path).TrimStart('.'), Type: file.ContentType.Split(';')[0].Trim()))
        .Where(entry => entry.Extension.Length > 0)
        .DistinctBy(entry => entry.Extension, StringComparer.OrdinalIgnoreCase)
        .Select(entry => $"    {entry.Type} {NginxText.Word("The extension", entry.Extension)};"));

    private static string Paths(FrontEndPage page) => string.Join('\n', page.Files.Select(file => file.Path));

    private static string Joined(IReadOnlyList<string> cultures) => string.Join(',', cultures).ToLowerInvariant();

    private static IReadOnlyList<string> Cultures(FrontEndPage page)
        => [.. page.Files.Where(file => file.IsDefault).Concat(page.Files).Select(file => file.Culture).OfType<string>()
            .Where(culture => culture.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];

    // Pages in the same languages share a variable. Empty: there is nothing to choose.
    private string Language(IReadOnlyList<string> cultures)
    {
        var index = groups.Select(Joined).ToList().IndexOf(Joined(cultures));
        return index < 0 ? "" : Names.Of(index == 0 ? "language" : $"language_{index + 1}");
    }

    private string Variable(FrontEndPage page) => Names.Of("page_" + page.Key);

    private string FileMap(FrontEndPage page)
    {
        var language = Language(Cultures(page));
        var keys = language.Length > 0 ? new NginxLanguages(Cultures(page)).Keys : [];
        string[] lines =
        [
            .. Lines(page, keys, NginxForms.Html, ManifestForm.Html),
            .. Lines(page, keys, NginxForms.Json, ManifestForm.Json),
            .. Lines(page, keys, NginxForms.Text, ManifestForm.Text),
        ];
        return $$"""
            map "{{(HasForms ? Names.Of("form") : NginxForms.Html)}}/{{language}}" {{Variable(page)}} {
                default {{NginxAnswers.File(page.Default)}};
            {{string.Join('\n', lines)}}
            }


            """;
    }

    private static IEnumerable<string> Lines(
        FrontEndPage page, IReadOnlyList<KeyValuePair<string, string>> keys, string name, ManifestForm form)
    {
        if (page.Of(form) is not { } standard)
        {
            yield break;
        }

        foreach (var (key, culture) in keys)
        {
            // "502.html" and "502.en.html" are the same page where English is the default.
            if (page.Of(form, culture) is { } file
                && !string.Equals(file.Culture, standard.Culture, StringComparison.OrdinalIgnoreCase))
            {
                yield return $"    {name}/{key} {NginxAnswers.File(file)};";
            }
        }

        if (form != ManifestForm.Html)
        {
            yield return $"    ~^{name}/ {NginxAnswers.File(standard)};";
        }
    }

    // By what is sent, not by what was chosen: a file may be missing.
    private string SentMap()
    {
        var lines = site.Pages.SelectMany(page => page.Files).Where(file => file.Culture is { Length: > 0 })
            .DistinctBy(file => file.Path, StringComparer.Ordinal)
            .GroupBy(file => file.Culture ?? "", StringComparer.OrdinalIgnoreCase)
            .Select(group => $"    \"~^/(?:{string.Join('|', group.Select(file => NginxText.Regex(file.Path)))})\\z\" "
                + $"{NginxText.Word("The language", group.Key)};");
        return $$"""
            # The language of what is sent.
            map $uri {{Names.Of("sent")}} {
                default "";
            {{string.Join('\n', lines)}}
            }
            """;
    }
}
