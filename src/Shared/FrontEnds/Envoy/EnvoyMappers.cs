using System.Globalization;
using System.Text;
using DownPage.PageManifest;

namespace DownPage.FrontEnds.Envoy;

/// <summary>The entries of <c>local_reply_config</c>: which answer of Envoy's becomes which file.</summary>
internal sealed class EnvoyMappers(FrontEndSite site)
{
    // The first entry that fits is taken: what is asked for comes before what everybody gets.
    private static readonly ManifestForm[] Forms = [ManifestForm.Json, ManifestForm.Text, ManifestForm.Html];

    private readonly StringBuilder text = new();

    public string Text()
    {
        // The filter for maintenance calls its answers faults (FI).
        Append(site.Maintenance, "response_flag_filter: { flags: [FI] }");
        foreach (var (status, page) in site.Gone.OrderBy(page => page.Key))
        {
            Append(page, string.Create(
                CultureInfo.InvariantCulture,
                $"status_code_filter: {{ comparison: {{ op: EQ, value: {{ default_value: {status}, "
                + $"runtime_key: downpage.status_{status} }} }} }}"));
        }

        return text.ToString();
    }

    private void Append(FrontEndPage page, string condition)
    {
        foreach (var form in Forms)
        {
            foreach (var culture in site.Cultures.Skip(1))
            {
                if (page.Of(form, culture) is { } file)
                {
                    Append(page, file, [condition, .. Accepts(form), Language(culture)]);
                }
            }

            if (page.Of(form) is { } standard)
            {
                Append(page, standard, [condition, .. Accepts(form)]);
            }
        }
    }

    private void Append(FrontEndPage page, FrontEndFile file, IReadOnlyList<string> conditions)
    {
        // 'and_filter' wants two at least.
        text.Append(conditions.Count == 1
            ? $"    - filter: {{ {conditions[0]} }}\n"
            : "    - filter:\n        and_filter:\n          filters:\n"
                + string.Concat(conditions.Select(condition => $"            - {condition}\n")));
        text.Append(CultureInfo.InvariantCulture, $$"""
                  status_code: {{page.StatusCode}}
                  body: { filename: {{YamlText.Quote(site.PagesRoot + "/" + file.Path)}} }
                  body_format_override:
                    text_format_source: { inline_string: "%LOCAL_REPLY_BODY%" }
                    content_type: {{YamlText.Quote(file.ContentType)}}
                  headers_to_add:

            """);
        foreach (var (name, value) in Headers(page, file))
        {
            text.Append(CultureInfo.InvariantCulture, $$"""
                        - header: { key: {{YamlText.Quote(name)}}, value: {{EnvoyText.QuoteFormat(value)}} }
                          append_action: OVERWRITE_IF_EXISTS_OR_ADD

                """);
        }
    }

    private IEnumerable<KeyValuePair<string, string>> Headers(FrontEndPage page, FrontEndFile file)
    {
        yield return new("cache-control", "no-store");
        yield return new("x-robots-tag", "noindex");
        if (page.RetryAfter is { } seconds)
        {
            yield return new("retry-after", seconds.ToString(CultureInfo.InvariantCulture));
        }

        if (file.Culture is { } culture)
        {
            yield return new("content-language", culture);
        }

        var vary = new[]
        {
            site.HasJson || site.HasText ? "Accept" : null, site.Cultures.Count > 1 ? "Accept-Language" : null,
        }.OfType<string>().ToList();
        if (vary.Count > 0)
        {
            yield return new("vary", string.Join(", ", vary));
        }

        foreach (var header in site.Headers)
        {
            yield return header;
        }
    }

    // Who takes HTML, whatever else, gets HTML. An expression is for the whole value.
    private static IEnumerable<string> Accepts(ManifestForm form) => form switch
    {
        ManifestForm.Json => [Header("accept", "(?i).*(?:application/(?:problem\\+)?json|text/json).*"), NoHtml],
        ManifestForm.Text => [Header("accept", "(?i).*text/plain.*"), NoHtml],
        _ => [],
    };

    private static string NoHtml => Header("accept", "(?i).*text/html.*", ", invert_match: true");

    // The first that is listed.
    private static string Language(string culture)
        => Header("accept-language", $"(?i)\\s*{UrlExpression.Of(culture)}(?:[-,;\\s].*)?");

    private static string Header(string name, string expression, string more = "")
        => $"header_filter: {{ header: {{ name: {name}, "
            + $"string_match: {{ safe_regex: {{ regex: {YamlText.Quote(expression)} }} }}{more} }} }}";
}
