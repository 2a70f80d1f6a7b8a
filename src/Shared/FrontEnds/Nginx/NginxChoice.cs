using System.Text;
using DownPage.PageManifest;

namespace DownPage.FrontEnds.Nginx;

/// <summary>The maps that choose a page's file, and the names of what they come to.</summary>
internal sealed class NginxChoice
{
    private readonly FrontEndSite site;
    private readonly NginxNames names;
    private readonly List<FrontEndPage> distinct = [];
    private readonly List<string> groups = [];

    public NginxChoice(FrontEndSite site)
    {
        this.site = site;
        names = new NginxNames(site.Application);
        var pages = site.Pages.ToList();
        distinct.AddRange(pages.DistinctBy(page => string.Join('\n', page.Files.Select(file => file.Path))));
        groups.AddRange(distinct.Select(Group).Distinct(StringComparer.OrdinalIgnoreCase).Where(group => group.Contains(',', StringComparison.Ordinal)));
    }

    public NginxNames Names => names;

    /// <summary>What the answers depend on.</summary>
    public string Vary => string.Join(", ", new[]
    {
        site.HasJson || site.HasText ? "Accept" : null, groups.Count > 0 ? "Accept-Language" : null, "Accept-Encoding",
    }.Where(name => name is not null));

    /// <summary>All maps.</summary>
    /// <param name="accept">The variable that has the header <c>Accept</c>.</param>
    public string Maps(string accept = "$http_accept")
    {
        var maps = new StringBuilder(NginxForms.Map(site, names, accept));
        foreach (var group in groups)
        {
            maps.Append(new NginxLanguages(group.Split(',')).Map(Language(group), names.Of("range")));
        }

        foreach (var page in distinct.Where(page => page.Files.Count > 1))
        {
            maps.Append(FileMap(page));
        }

        return maps.Append(LanguageMap()).ToString();
    }

    /// <summary>What <c>try_files</c> tries for a page: what was chosen, then the default file.</summary>
    public string Files(FrontEndPage page)
    {
        var own = distinct.First(other => other.Files.Select(file => file.Path).SequenceEqual(page.Files.Select(file => file.Path)));
        return (own.Files.Count > 1 ? File(own) + " " : "") + NginxAnswers.File(page.Default);
    }

    /// <summary>The extensions of the files, and what they are.</summary>
    public string Types() => string.Join('\n', site.Pages.SelectMany(page => page.Files)
        .Select(file => (Extension: System.IO.Path.GetExtension(file.Path).TrimStart('.'), Type: file.ContentType.Split(';')[0].Trim()))
        .Where(entry => entry.Extension.Length > 0)
        .DistinctBy(entry => entry.Extension, StringComparer.OrdinalIgnoreCase)
        .Select(entry => $"    {entry.Type} {NginxText.Word("The extension", entry.Extension)};"));

    private static string Group(FrontEndPage page) => string.Join(',', page.Files.Where(file => file.IsDefault).Concat(page.Files)
        .Select(file => file.Culture).OfType<string>().Where(culture => culture.Length > 0)
        .Distinct(StringComparer.OrdinalIgnoreCase));

    private string Language(string group)
    {
        var index = groups.FindIndex(other => other.Equals(group, StringComparison.OrdinalIgnoreCase));
        return index < 0 ? "" : names.Of(index == 0 ? "language" : $"language_{index + 1}");
    }

    private string File(FrontEndPage page) => names.Of("page_" + page.Key);

    private string FileMap(FrontEndPage page)
    {
        var language = Language(Group(page));
        var form = site.HasJson || site.HasText ? names.Of("form") : NginxForms.Html;
        var lines = new List<string>();
        foreach (var (name, kind) in new[]
        {
            (NginxForms.Html, ManifestForm.Html), (NginxForms.Json, ManifestForm.Json), (NginxForms.Text, ManifestForm.Text),
        })
        {
            Add(page, language, name, kind, lines);
        }

        return $$"""
            map "{{form}}/{{language}}" {{File(page)}} {
                default {{NginxAnswers.File(page.Default)}};
            {{string.Join('\n', lines)}}
            }


            """;
    }

    private static void Add(FrontEndPage page, string language, string name, ManifestForm kind, List<string> lines)
    {
        if (page.Of(kind) is not { } standard)
        {
            return;
        }

        var keys = language.Length > 0 ? new NginxLanguages(Group(page).Split(',')).Keys : [];
        foreach (var (key, culture) in keys)
        {
            if (page.Of(kind, culture) is { } file && file.Path != standard.Path && !Same(file, standard))
            {
                lines.Add($"    {name}/{key} {NginxAnswers.File(file)};");
            }
        }

        if (kind != ManifestForm.Html)
        {
            lines.Add($"    ~^{name}/ {NginxAnswers.File(standard)};");
        }
    }

    // "502.html" and "502.en.html" are the same page where English is the default.
    private static bool Same(FrontEndFile file, FrontEndFile standard)
        => string.Equals(file.Culture, standard.Culture, StringComparison.OrdinalIgnoreCase);

    // By what was sent, not by what was chosen: a file may be missing.
    private string LanguageMap()
    {
        var lines = site.Pages.SelectMany(page => page.Files).Where(file => file.Culture is { Length: > 0 })
            .DistinctBy(file => file.Path, StringComparer.Ordinal)
            .GroupBy(file => file.Culture, StringComparer.OrdinalIgnoreCase)
            .Select(group => $"    \"~^/(?:{string.Join('|', group.Select(file => NginxText.Regex(file.Path)))})\\z\" "
                + $"{NginxText.Word("The language", group.Key ?? "")};");
        return $$"""
            # The language of what is sent.
            map $uri {{names.Of("sent")}} {
                default "";
            {{string.Join('\n', lines)}}
            }
            """;
    }
}
