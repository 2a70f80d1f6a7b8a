using System.Globalization;
using System.Text;
using DownPage.PageManifest;

namespace DownPage.FrontEnds.Varnish;

/// <summary>
/// A subroutine that chooses a form and a language by what the client takes, with weights. The language has no variables
/// and no loops: headers of the request hold what is known, and each form and each language has its own lines.
/// </summary>
/// <param name="site">The site.</param>
/// <param name="request">The request where it is called: <c>req</c>, <c>bereq</c>.</param>
internal sealed class VclChoice(FrontEndSite site, string request)
{
    // What names a form, the exactest first, and what that adds to its weight in thousandths.
    private static readonly Dictionary<ManifestForm, (string Range, double Exactness)[]> Ranges = new()
    {
        [ManifestForm.Html] =
            [("text/html", 0.4), (@"application/xhtml\+xml", 0.3), (@"text/\*", 0.2), (@"\*/\*", 0.1)],
        [ManifestForm.Json] =
        [
            (@"application/(?:problem\+)?json", 0.4), (@"(?:text/json|[^,;]+\+json)", 0.3), (@"application/\*", 0.2),
            (@"\*/\*", 0.1),
        ],
        [ManifestForm.Text] = [("text/plain", 0.4), (@"text/\*", 0.2), (@"\*/\*", 0.1)],
    };

    private readonly string form = request + ".http.DownPage-Form";
    private readonly string language = request + ".http.DownPage-Language";
    private readonly string best = request + ".http.DownPage-Best";
    private readonly string weight = request + ".http.DownPage-Weight";
    private readonly string list = request + ".http.DownPage-List";

    private bool HasForms => site.HasJson || site.HasText;

    private bool HasLanguages => site.Cultures.Count > 1;

    /// <summary>The name of the subroutine.</summary>
    public string Name => "downpage_choose_" + request;

    /// <summary>A form as it stands in conditions.</summary>
    public static string NameOf(ManifestForm form) => form switch
    {
        ManifestForm.Json => "json",
        ManifestForm.Text => "text",
        _ => "html",
    };

    /// <summary>The header that says what was chosen by. Null: nothing was.</summary>
    public string? Vary => (HasForms, HasLanguages) switch
    {
        (true, true) => "Accept, Accept-Language",
        (true, false) => "Accept",
        (false, true) => "Accept-Language",
        _ => null,
    };

    public string Subroutine() => $$"""
        # By weight, then by how exactly it is named, then by what is listed first.
        sub {{Name}} {
            set {{form}} = "html";
            set {{language}} = {{(site.Cultures.Count > 0 ? VclText.QuoteLine(site.Cultures[0]) : "\"\"")}};
        {{(HasForms ? Forms() : "")}}{{(HasLanguages ? Languages() : "")}}}


        """;

    private string Forms()
    {
        var text = new StringBuilder(Start("Accept"));
        text.Append(Form(ManifestForm.Html));
        text.Append(site.HasJson ? Form(ManifestForm.Json) : "");
        text.Append(site.HasText ? Form(ManifestForm.Text) : "");
        return text.Append("    }\n").ToString();
    }

    private string Form(ManifestForm which) => Weigh(Ranges[which]) + $$"""
                if (std.real({{weight}}, 0.0) > std.real({{best}}, 0.0)) {
                    set {{best}} = {{weight}};
                    set {{form}} = "{{NameOf(which)}}";
                }

        """;

    private string Languages()
        => Start("Accept-Language") + string.Concat(Enumerable.Range(0, site.Cultures.Count).Select(Language)) + "    }\n";

    private string Language(int index)
    {
        var culture = Expression(site.Cultures[index]);
        var primary = Expression(site.Cultures[index].Split('-')[0]);
        var ranges = new List<(string Range, double Exactness)> { (culture, 0), (culture + "-[^,;]+", 0) };
        if (primary != culture)
        {
            ranges.Add((primary, 0));
        }

        if (index == 0)
        {
            ranges.Add((@"\*", 0));
        }

        return Weigh(ranges) + $$"""
                if (std.real({{weight}}, 0.0) > std.real({{best}}, 0.0){{Earlier(culture, index)}}) {
                    set {{best}} = {{weight}};
                    set {{language}} = {{VclText.QuoteLine(site.Cultures[index])}};
                }

        """;
    }

    /// <summary>Of languages of equal weight the one that is listed first.</summary>
    private string Earlier(string culture, int index)
        => string.Concat(site.Cultures.Take(index).Select(other => $$"""

                    || ({{weight}} != "0" && {{weight}} == {{best}} && {{language}} == {{VclText.QuoteLine(other)}}
                        && {{list}} ~ ",{{culture}}(?=[-;,]).*,{{Expression(other)}}[-;,]")
        """));

    // With a comma at either end, so that each element is found alike.
    private string Start(string header) => $$"""
            set {{best}} = "0";
            set {{list}} = std.tolower("," + regsuball({{request}}.http.{{header}}, "[ \t]", "") + ",");
            if ({{list}} ~ "[a-z*]") {

        """;

    /// <summary>The weight of the first range that is listed, in thousandths, and how exact it is.</summary>
    private string Weigh(IEnumerable<(string Range, double Exactness)> ranges)
    {
        var text = new StringBuilder($"        set {weight} = \"0\";\n");
        var word = "if";
        foreach (var (range, exactness) in ranges)
        {
            var more = exactness == 0 ? "" : " + " + exactness.ToString("0.0", CultureInfo.InvariantCulture);
            text.Append(CultureInfo.InvariantCulture, $$"""
                        {{word}} ({{list}} ~ ",{{range}}[;,]") {
                            set {{weight}} = regsub({{list}},
                                "^.*?,{{range}}(?:;(?!q=)[^,;]*)*(?:;q=([0-9.]+))?[;,].*$", "\1");
                            if ({{weight}} ~ "^[0.]+$") {
                                set {{weight}} = "0";
                            }
                            else {
                                set {{weight}} = std.real({{weight}}, 1.0) * 1000.0{{more}};
                            }
                        }

                """);
            word = "else if";
        }

        return text.ToString();
    }

    private static string Expression(string culture) => UrlExpression.Of(culture.ToLowerInvariant());
}
