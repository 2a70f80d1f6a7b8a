using System.Globalization;
using DownPage.PageManifest;

namespace DownPage.FrontEnds.Caddy;

/// <summary>Which file is shown for which error, with which headers.</summary>
internal sealed class CaddyPages(FrontEndSite site)
{
    // Caddy answers 502 for an app that refuses or breaks off, 504 for one that hangs, 503 where no upstream is left.
    private static readonly int[] Statuses = [502, 503, 504];

    // Not a dash, which is Caddy's word for the default.
    private const string None = "none";

    private readonly CaddyChoices choices = new(site);

    private string Root => CaddyText.Path(site.PagesRoot, "The folder of the pages");

    public void Write(CaddyWriter file) => file.Block("handle_errors", () => WriteInside(file));

    /// <summary>What stands in <c>handle_errors</c>, also in one of the user's own.</summary>
    public void WriteInside(CaddyWriter file)
    {
        file.Line("@downpage vars {http.error.status_code} " + string.Join(' ', Statuses.Select(Text)));
        file.Block("handle @downpage", () => file.Block("route", () => WriteAnswer(file)));
    }

    /// <summary>Rows of the map: what the visitor takes, the file, its type, its language, when to come back.</summary>
    private IEnumerable<(string Key, FrontEndFile File, int? RetryAfter)> Rows()
        => from page in Shown()
           from form in choices.Forms()
           from culture in choices.HasLanguages ? site.Cultures : [""]
           select (Key(page.Key, form, culture), File(page, form, culture), page.RetryAfter);

    private IEnumerable<FrontEndPage> Shown() => [site.Maintenance, .. Statuses.Select(status => site.Gone[status])];

    private string Key(string page, ManifestForm form, string culture)
        => page + (choices.HasForms ? " " + CaddyChoices.Name(form) : "") + (culture.Length > 0 ? " " + culture : "");

    private static FrontEndFile File(FrontEndPage page, ManifestForm form, string culture)
        => page.Of(form, culture) ?? page.Of(form) ?? page.Of(ManifestForm.Html, culture) ?? page.Default;

    private void WriteAnswer(CaddyWriter file)
    {
        file.Line("@downpage_gone not vars {vars.downpage_page} maintenance");
        file.Line("vars @downpage_gone downpage_page {http.error.status_code}");
        choices.Write(file);
        WriteMap(file);
        WriteHeaders(file);
        file.Block("@downpage_found file", () =>
        {
            file.Line("root " + Root);
            file.Line("try_files {downpage_file}");
        });
        file.Block("handle @downpage_found", () => WriteFile(file));
        file.Comment("The page is not there.");
        file.Block("handle", () =>
        {
            file.Line("header Content-Type \"text/plain; charset=utf-8\"");
            file.Line("respond \"{http.error.status_code} {http.error.status_text}\"");
        });
    }

    private void WriteMap(CaddyWriter file)
    {
        var rows = Rows().ToList();
        var key = Key("{vars.downpage_page}", ManifestForm.Html, "")
            .Replace(" html", " {downpage_form}", StringComparison.Ordinal)
            + (choices.HasLanguages ? " {downpage_language}" : "");
        file.Comment("The file, its type, its language, when to come back (none: not said).");
        file.Block(
            $"map \"{key}\" {{downpage_file}} {{downpage_type}} {{downpage_content_language}} {{downpage_retry}}",
            () =>
            {
                foreach (var row in rows)
                {
                    file.Line($"\"{row.Key}\" {Values(row.File, row.RetryAfter)}");
                }

                var first = site.Gone[Statuses[1]];
                file.Line($"default {Values(first.Default, first.RetryAfter)}");
            });
    }

    private static string Values(FrontEndFile file, int? retryAfter) => string.Join(
        ' ',
        CaddyText.Path("/" + file.Path, "The page"),
        CaddyText.Quote(file.ContentType, "The content type"),
        CaddyText.Quote(file.Culture ?? None, "The language"),
        retryAfter is { } seconds ? Text(seconds) : None);

    private void WriteHeaders(CaddyWriter file)
    {
        file.Block("header", () =>
        {
            file.Line("Cache-Control no-store");
            file.Line("X-Robots-Tag noindex");
            file.Line("Vary \"" + string.Join(", ", Varying()) + "\"");
            foreach (var (name, value) in site.Headers)
            {
                file.Line($"{Name(name)} {CaddyText.Quote(value, "The header " + name)}");
            }

            file.Line("-Etag");
            file.Line("-Last-Modified");
            file.Line("-Accept-Ranges");
            file.Line("defer");
        });
        foreach (var (header, value) in new[] { ("Content-Language", "content_language"), ("Retry-After", "retry") })
        {
            file.Line($"@downpage_{value} not vars {{downpage_{value}}} {None}");
            file.Line($"header @downpage_{value} {header} {{downpage_{value}}}");
        }
    }

    private void WriteFile(CaddyWriter file)
    {
        file.Comment("With these, the file server would answer with a part of the page, or with nothing.");
        string[] partial = ["If-None-Match", "If-Modified-Since", "If-Match", "If-Unmodified-Since", "If-Range", "Range"];
        foreach (var header in partial)
        {
            file.Line("request_header -" + header);
        }

        file.Comment("It has files for GET and HEAD alone.");
        file.Line("@downpage_other_method not method GET HEAD");
        file.Line("method @downpage_other_method GET");
        file.Line("rewrite * {http.matchers.file.relative}");
        file.Block("header", () =>
        {
            file.Line("Content-Type {downpage_type}");
            file.Line("defer");
        });
        file.Block("file_server", () =>
        {
            file.Line("root " + Root);
            // A request whose path ends like the page's file would be sent there.
            file.Line("disable_canonical_uris");
            if (Encodings() is { Count: > 0 } encodings)
            {
                file.Line("precompressed " + string.Join(' ', encodings));
            }
        });
    }

    private IEnumerable<string> Varying()
    {
        if (choices.HasForms)
        {
            yield return "Accept";
        }

        if (choices.HasLanguages)
        {
            yield return "Accept-Language";
        }

        yield return "Accept-Encoding";
    }

    /// <summary>Caddy knows compressed files by their endings alone.</summary>
    private List<string> Encodings()
    {
        var files = Shown().SelectMany(page => page.Files).ToList();
        return [.. new[] { (Coding: "br", Ending: ".br"), (Coding: "gzip", Ending: ".gz") }
            .Where(known => files.Any(
                file => file.Encodings.TryGetValue(known.Coding, out var path) && path == file.Path + known.Ending))
            .Select(known => known.Coding)];
    }

    /// <summary>A sign before the name would say what to do with the header.</summary>
    private static string Name(string header)
        => header[0] is '+' or '-' or '?' or '>'
            ? throw new FrontEndException(
                DiagnosticCodes.FrontEndValueRefused,
                $"The header '{header}' cannot be written in a Caddyfile: its first character would say what to do with "
                + "the header. Choose another one, or take caddy out of DownPageServers.")
            : CaddyText.Quote(header, "The header");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
