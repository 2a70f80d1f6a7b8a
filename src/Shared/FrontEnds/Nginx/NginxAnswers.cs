using System.Globalization;
using System.Text;

namespace DownPage.FrontEnds.Nginx;

/// <summary>
/// Which page is shown when, the addresses within nginx that stand for the pages, and what they are sent with.
/// </summary>
internal static class NginxAnswers
{
    /// <summary>The address that those of the pages are below. Nobody can ask for them: they are <c>internal</c>.</summary>
    public static string Address(FrontEndSite site) => site.Prefix + "/answer/";

    /// <summary>The pages by status.</summary>
    public static string ErrorPages(FrontEndSite site) => string.Join(
        '\n', Gone(site).Select(status => $"error_page {status} {Address(site)}{status};"));

    /// <summary>
    /// How maintenance is answered: by an error of its own, 599, which nothing else has; so the page is sent to every
    /// method, and a 503 of nginx itself stays one. Its page may be missing or unreadable: that is a 503 all the same,
    /// where nginx would say 403, for which search engines forget a site.
    /// </summary>
    public static string Maintenance(FrontEndSite site, string settings, string files)
    {
        var address = Address(site);
        var guard = $"    error_page 403 500 =503 {address}nothing;\n";
        return $$"""
            location = {{address}}down {
                recursive_error_pages on;
                error_page 599 =503 {{address}}maintenance;
                return 599;
            }
            location = {{address}}nothing {
                return 503;
            }
            {{Location(address, site.Maintenance, guard + settings, files)}}
            """;
    }

    /// <summary>To the maintenance page.</summary>
    public static string GoDown(FrontEndSite site) => $"rewrite ^ {Address(site)}down last;";

    /// <summary>
    /// The statuses that have a page. Where the app's own answers are replaced, not 500: only 502, 503 and 504 are to be.
    /// </summary>
    public static IEnumerable<int> Gone(FrontEndSite site)
        => site.Gone.Keys.Order().Where(status => status != 500 || !site.Intercept);

    /// <summary>The pages that are shown when the app is gone.</summary>
    public static IEnumerable<FrontEndPage> Shown(FrontEndSite site) => Gone(site).Select(status => site.Gone[status]);

    /// <summary>The headers of every page; those that differ from page to page are variables.</summary>
    public static string Headers(FrontEndSite site, string language, string vary)
    {
        var lines = new StringBuilder();
        Add("Retry-After", "$downpage_retry_after");
        Add("Cache-Control", "no-store");
        Add("Content-Language", language);
        Add("Vary", vary);
        Add("X-Robots-Tag", "noindex");
        Add("Last-Modified", "\"\"");
        foreach (var (name, value) in site.Headers)
        {
            Add(NginxText.Word("The header", name), NginxText.Quote("The header " + name + ":", value));
        }

        return lines.ToString().TrimEnd('\n');

        void Add(string name, string value)
            => lines.Append("add_header ").Append(name).Append(' ').Append(value).Append(" always;\n");
    }

    /// <summary>What lies beside the pages, whose names are hashes. Empty: nothing does.</summary>
    /// <param name="site">The site.</param>
    /// <param name="root">The folder of the pages.</param>
    public static string Assets(FrontEndSite site, string root)
    {
        if (site.AssetAddress is not { } address)
        {
            return "";
        }

        return $$"""

            # What pages ask for besides themselves; its names are hashes of what it is.
            location ^~ {{NginxText.Word("The address of the files beside the pages", address)}} {
                alias {{NginxText.Quote("The folder of the pages", root + "/assets/")}};
                types {
                    text/css css;
                    text/javascript js mjs;
                    application/json json map webmanifest;
                    image/png png;
                    image/jpeg jpg jpeg;
                    image/gif gif;
                    image/webp webp;
                    image/avif avif;
                    image/svg+xml svg;
                    image/x-icon ico;
                    font/woff2 woff2;
                    font/woff woff;
                    font/ttf ttf;
                    font/otf otf;
                }
                charset utf-8;
                charset_types text/css text/javascript;
                auth_basic off;
                auth_request off;
                allow all;
                expires off;
                open_file_cache off;
                add_header Cache-Control "public, max-age=31536000, immutable";
                add_header X-Content-Type-Options nosniff;
            }
            """;
    }

    /// <summary>The address that always answers with the maintenance page, for <c>downpage verify</c>.</summary>
    public static string Probe(FrontEndSite site) => $"location = {site.Prefix}/probe {{ {GoDown(site)} }}";

    /// <summary>The location of one page.</summary>
    /// <param name="address">What it is below.</param>
    /// <param name="page">The page.</param>
    /// <param name="settings">Whole lines that are its own, with their ends.</param>
    /// <param name="files">What is tried, in nginx's syntax.</param>
    public static string Location(string address, FrontEndPage page, string settings, string files)
    {
        var retryAfter = page.RetryAfter is { } seconds ? seconds.ToString(CultureInfo.InvariantCulture) : "\"\"";
        return string.Create(CultureInfo.InvariantCulture, $$"""
            location = {{address}}{{page.Key}} {
                set $downpage_retry_after {{retryAfter}};
            {{settings}}    try_files {{files}} ={{page.StatusCode}};
            }
            """);
    }

    /// <summary>A file of the pages' folder, as <c>try_files</c> takes it.</summary>
    public static string File(FrontEndFile file) => NginxText.Word("The page", "/" + file.Path);

    /// <summary>The charset that a content type names. Null: none.</summary>
    public static string? Charset(FrontEndFile file)
    {
        const string Mark = "charset=";
        var at = file.ContentType.IndexOf(Mark, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? null : file.ContentType[(at + Mark.Length)..].Split(';')[0].Trim(' ', '"');
    }

    /// <summary>Lines, each further in, but for empty ones.</summary>
    public static string Indent(string lines) => string.Join(
        '\n', lines.ReplaceLineEndings("\n").Split('\n').Select(line => line.Length == 0 ? "" : "    " + line));
}
