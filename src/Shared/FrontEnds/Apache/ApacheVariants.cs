using System.Text;
using DownPage.PageManifest;

namespace DownPage.FrontEnds.Apache;

/// <summary>
/// The files of the pages as the server tells them apart: by type-maps that say what each is, and by their endings when
/// it sends them.
/// </summary>
internal sealed class ApacheVariants(FrontEndSite site)
{
    private readonly HashSet<string> segments = new(
        site.Pages.SelectMany(Files).SelectMany(file => Name(file.Path).Split('.').Skip(1)),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Each file once in each language: the default one where it alone has its language.</summary>
    public static IEnumerable<FrontEndFile> Files(FrontEndPage page) => page.Files
        .Where(file => !file.IsDefault || !page.Files.Any(other => !other.IsDefault && other.Form == file.Form
            && string.Equals(other.Culture, file.Culture, StringComparison.OrdinalIgnoreCase)));

    /// <summary>A type-map, without the stamp.</summary>
    public string Map(FrontEndPage page)
    {
        var map = new StringBuilder("# What there is of the page " + page.Key + ". downpage.conf names this file.\n");
        foreach (var file in Files(page).OrderBy(file => file.Form))
        {
            foreach (var (type, weight) in Types(file))
            {
                foreach (var (coding, path) in Codings(file))
                {
                    var address = ApacheText.Address(path);
                    map.Append("\nURI: ").Append(page.Key).Append('/').Append(address);
                    map.Append("\nContent-Type: ").Append(type).Append("; qs=").Append(weight).Append('\n');
                    map.Append(file.Culture is { Length: > 0 } culture ? $"Content-Language: {culture}\n" : "");
                    map.Append(coding is not null ? $"Content-Encoding: {coding}\n" : "");
                }
            }
        }

        return map.ToString();
    }

    /// <summary>The lines by which the server knows type, coding and language of a file from its name.</summary>
    public IEnumerable<string> EndingLines()
    {
        var files = site.Pages.SelectMany(Files).ToList();
        foreach (var types in files.GroupBy(file => Ending(file.Path), StringComparer.OrdinalIgnoreCase))
        {
            var contentTypes = types.Select(file => file.ContentType).Distinct(StringComparer.Ordinal).ToList();
            if (types.Key.Length == 0 || contentTypes.Count > 1)
            {
                throw ApacheText.Refused(
                    types.First().Path, "the type of a file is told by its ending, as in 502.html");
            }

            yield return $"AddType {ApacheText.Quote(contentTypes[0])} {ApacheText.Quote(types.Key)}";
        }

        foreach (var (coding, ending) in Endings())
        {
            yield return $"RemoveType {ending}";
            yield return $"AddEncoding {coding} {ending}";
        }

        foreach (var culture in files.Where(HasLanguageEnding).Select(file => file.Culture).Distinct())
        {
            yield return $"AddLanguage {culture} .{culture}";
        }

        var others = files.Where(file => !HasLanguageEnding(file)).Select(file => file.Culture).Distinct().ToList();
        if (others is [{ Length: > 0 } standard])
        {
            yield return "DefaultLanguage " + standard;
        }
    }

    /// <summary>The headers that the pages are chosen by.</summary>
    public string Vary()
    {
        var files = site.Pages.SelectMany(Files).ToList();
        List<string> headers =
        [
            .. files.Select(file => file.Form).Distinct().Skip(1).Select(_ => "Accept").Take(1),
            .. files.Select(file => file.Culture).Distinct().Skip(1).Select(_ => "Accept-Language").Take(1),
            .. Endings().Select(_ => "Accept-Encoding").Take(1),
        ];
        return string.Join(", ", headers);
    }

    private static string Name(string path) => path[(path.LastIndexOf('/') + 1)..];

    private static string Ending(string path)
        => Name(path).LastIndexOf('.') is >= 0 and var dot ? Name(path)[dot..] : "";

    // What is asked for as "*/*" is HTML; a form that is named stands before that, see the edits of Accept.
    private static IEnumerable<(string Type, string Weight)> Types(FrontEndFile file) => file.Form switch
    {
        ManifestForm.Json => [(file.ContentType, "0.999"), ("application/json", "0.998")],
        ManifestForm.Text => [(file.ContentType, "0.997")],
        _ => [(file.ContentType, "1.0")],
    };

    private static bool HasLanguageEnding(FrontEndFile file)
        => file.Culture is { Length: > 0 } culture && Name(file.Path).Split('.') is [_, .., _] parts
            && parts.Skip(1).Contains(culture, StringComparer.OrdinalIgnoreCase);

    private IEnumerable<(string? Coding, string Path)> Codings(FrontEndFile file) =>
    [
        .. file.Encodings
            .Where(encoding => IsFree(Ending(encoding.Value)))
            .OrderBy(encoding => encoding.Key, StringComparer.Ordinal)
            .Select(encoding => ((string?)encoding.Key, encoding.Value)),
        (null, file.Path),
    ];

    private IEnumerable<(string Coding, string Ending)> Endings() => site.Pages.SelectMany(Files)
        .SelectMany(file => file.Encodings)
        .Select(encoding => (encoding.Key, Ending(encoding.Value)))
        .Where(encoding => IsFree(encoding.Item2))
        .Distinct()
        .OrderBy(encoding => encoding.Key, StringComparer.Ordinal);

    // Breton is "br": its pages must not be taken for compressed ones.
    private bool IsFree(string ending) => ending.Length > 1 && !segments.Contains(ending[1..]);
}
