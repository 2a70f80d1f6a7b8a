using System.Globalization;
using DownPage.PageManifest;

namespace DownPage.FrontEnds;

/// <summary>Which page is shown when: as maintenance mode chooses it, so that it is the same whoever answers.</summary>
/// <param name="built">The build.</param>
/// <param name="retryAfter">Seconds for pages that say none; null: they have no header.</param>
/// <param name="warnings">Receives what is probably not meant.</param>
internal sealed class PageChooser(BuiltSite built, int? retryAfter, List<FrontEndFinding> warnings)
{
    private static readonly int[] Statuses = [500, 502, 503, 504];

    // The page of which status stands in for that of which other.
    private static readonly Dictionary<int, int[]> StandIns = new()
    {
        [500] = [503, 502, 504],
        [502] = [503, 504, 500],
        [503] = [502, 504, 500],
        [504] = [503, 502, 500],
    };

    private readonly ILookup<string, ManifestPage> byName =
        built.Manifest.Pages.ToLookup(page => page.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The page that the settings name, else that for 503 and its stand-ins. Null: there is none.</summary>
    public FrontEndPage? Maintenance()
    {
        var named = built.Settings.Value("Pages:Name") is { Length: > 0 } name && IsHtml(name) ? name : null;
        return (named ?? NameFor(503)) is { } page ? Page("maintenance", 503, page) : null;
    }

    /// <summary>A page for each status; where the build has none, another's.</summary>
    /// <param name="servers">Who will show them: not each needs each.</param>
    public Dictionary<int, FrontEndPage> Gone(IReadOnlyList<string> servers)
    {
        var pages = new Dictionary<int, FrontEndPage>();
        foreach (var status in Statuses)
        {
            if (NameFor(status) is { } name)
            {
                pages[status] = Page(status.ToString(CultureInfo.InvariantCulture), status, name);
            }
        }

        Warn(servers);
        return pages;
    }

    /// <summary>The languages of all pages, that of the page's default file first.</summary>
    public IReadOnlyList<string> Cultures(FrontEndPage first)
        => [.. first.Files.Where(file => file.IsDefault).Concat(first.Files)
            .Select(file => file.Culture)
            .Concat(built.Manifest.Pages.Select(page => page.Culture))
            .OfType<string>()
            .Distinct(StringComparer.OrdinalIgnoreCase)];

    private void Warn(IReadOnlyList<string> servers)
    {
        // 500 is for servers that fail with it themselves: it is a courtesy, not expected.
        var missing = Statuses.Where(status => status != 500 && !HasOwn(status)).ToList();
        if (servers.Count > 0 && missing.Count > 0 && NameFor(503) is not null)
        {
            var codes = string.Join(", ", missing.Select(code => code.ToString(CultureInfo.InvariantCulture)));
            var standIns = string.Join(", ", missing.Select(NameFor).Distinct());
            warnings.Add(new FrontEndFinding(
                DiagnosticCodes.StatusWithoutPage,
                $"There is no page for {codes}, which front-end servers answer with when the app is gone (which of 502, "
                + $"503 and 504 it is differs from server to server); {standIns} is shown instead. Add the views, or one "
                + "view with several items and TargetPath."));
        }
    }

    private bool HasOwn(int status) => built.Manifest.Pages.Any(page => page.StatusCode == status && IsHtml(page.Name));

    private string? NameFor(int status)
        => StandIns[status].Prepend(status).Select(OwnName).FirstOrDefault(name => name is not null);

    // Of several pages for a status, the one that is named after it: the middleware chooses alike.
    private string? OwnName(int status)
    {
        var names = built.Manifest.Pages
            .Where(page => page.StatusCode == status && page.Form == ManifestForm.Html)
            .Select(page => page.Name).Distinct(StringComparer.Ordinal).ToList();
        var own = string.Create(CultureInfo.InvariantCulture, $"{status}.html");
        return names.Find(name => name == own) ?? names.FirstOrDefault();
    }

    private bool IsHtml(string name) => byName[name].Any(page => page.Form == ManifestForm.Html);

    private FrontEndPage Page(string key, int status, string name)
    {
        var files = byName[name]
            .OrderByDescending(page => page.Form == ManifestForm.Html)
            .ThenByDescending(page => page.IsDefault)
            .Select(File)
            .ToList();
        var seconds = byName[name].Select(page => page.RetryAfter).FirstOrDefault(own => own is not null);
        return new FrontEndPage(key, status, seconds is { } own ? (int)Math.Min(own, int.MaxValue) : retryAfter, files);
    }

    private FrontEndFile File(ManifestPage page) => new(() => built.Read(page.File))
    {
        Path = page.File,
        Form = page.Form,
        Culture = page.Culture,
        IsDefault = page.IsDefault,
        ContentType = page.ContentType,
        Encodings = page.Encodings.ToDictionary(
            encoding => encoding.Encoding, encoding => encoding.File, StringComparer.Ordinal),
    };
}
