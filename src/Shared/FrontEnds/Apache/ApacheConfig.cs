using System.Globalization;

namespace DownPage.FrontEnds.Apache;

/// <summary>The file that a virtual host includes.</summary>
internal sealed class ApacheConfig(FrontEndSite site, ApacheVariants variants)
{
    private const string Internal = "-n reqenv('REDIRECT_STATUS')";
    private const string External = "-z reqenv('REDIRECT_STATUS')";

    private readonly ApacheConditions conditions = new(site);

    private string Front => site.Prefix + "/front/";

    /// <summary>All but the stamp.</summary>
    public string Text() => string.Join("\n\n", Parts().Where(part => part.Length > 0)) + "\n";

    private IEnumerable<string> Parts()
    {
        yield return Head();
        yield return Addresses();
        yield return Down();
        yield return Pages();
        yield return Maps();
        yield return conditions.AssetPattern is { } assets ? Assets(assets) : "";
        yield return site.Intercept ? "ProxyErrorOverride On 502 503 504" : "";
    }

    private string Head() => $$"""
        #
        # DownPage for Apache httpd 2.4: what {{site.Application}} shows while it is down.
        #
        # Where:   at the top of the <VirtualHost> of the site, before RewriteRules of your own:
        #              Include {{ApacheText.Include(site.ConfigRoot + "/apache/downpage.conf")}}
        # Needs:   a2enmod headers proxy proxy_http
        # Test:    apache2ctl configtest
        # Reload:  systemctl reload apache2
        # Switch:  downpage down, and downpage up: by {{site.FlagFile}}; no reload.
        #          By hand, touch and rm, where the app has no maintenance mode, which keeps the file itself.
        # Manual:  docs/guides/apache.md
        """;

    private string Addresses() => string.Join('\n',
    [
        "# The app is gone: refused is 503 here, silent or broken off is 502.",
        .. Keys().Where(key => key != site.Maintenance.Key).Select(key => $"ErrorDocument {key} {Front}{key}.var"),
        "",
        "# Addresses of the front end itself. All others go to the app.",
        .. Keys().Select(key => $"Alias \"{Front}{key}/\" {ApacheText.Quote(site.PagesRoot + "/")}"),
        $"Alias \"{Front}\" {ApacheText.Quote(site.ConfigRoot + "/apache/")}",
        .. site.AssetAddress is { } assets
            ? [$"Alias {ApacheText.Quote(assets)} {ApacheText.Quote(site.PagesRoot + "/assets/")}"]
            : Array.Empty<string>(),
        $"SetEnvIf Request_URI {ApacheText.Quote(conditions.OwnPattern)} no-proxy",
        "<IfModule mod_rewrite.c>",
        // mod_rewrite leaves backslashes as they are.
        $"    RewriteRule \"{conditions.OwnPattern}\" \"-\" [END]",
        "</IfModule>",
    ]);

    private string Down() => $$"""
        # The flag file is there: everybody gets the maintenance page, but for whom a line with '!' lets pass.
        <If {{conditions.Down()}}>
            ErrorDocument 503 {{Front}}{{site.Maintenance.Key}}.var
            Redirect 503 "/"
            Require all granted
        </If>
        """;

    private string Pages() => $$"""
        # The pages: nobody can ask for them.
        <If "%{REQUEST_URI} =~ m#^{{Front}}# && {{External}}">
            Require all granted
            Redirect 404 "/"
        </If>
        <If "%{REQUEST_URI} =~ m#^{{Front}}# && {{Internal}}">
            Require all granted
            SetHandler default-handler
            FileETag None
        {{Indented(variants.EndingLines())}}
        {{Indented(Headers())}}
        </If>
        """;

    private string Maps() => $$"""
        # Type-maps choose by weight. The edits see to it that something is always acceptable, that what is named counts
        # more than "*/*", and that de-AT takes de.
        <If "%{REQUEST_URI} =~ m#^{{Front}}[a-z0-9]+\.var\z# && {{Internal}}">
            SetHandler type-map
        {{Indented(Languages())}}
            RequestHeader edit* Accept "\*/\*\s*(?:;\s*q=0(?:\.0*)?\s*)?(?=,|$)" "*/*;q=0.01"
            RequestHeader edit Accept "$" ", */*;q=0.001"
            RequestHeader edit* Accept-Encoding "(?:\bidentity|\*)\s*;\s*q=0(?:\.0*)?\s*(?=,|$)" "identity;q=0.001"
            RequestHeader unset Accept-Charset
        </If>
        """;

    private static string Assets(string pattern) => $$"""
        # What lies beside the pages. Its name is its hash.
        <If "%{REQUEST_URI} =~ m#{{ApacheText.Escape(pattern)}}#">
            Require all granted
            SetHandler default-handler
            Header set Cache-Control "public, max-age=31536000, immutable"
            Header set X-Content-Type-Options "nosniff"
        </If>
        """;

    private IEnumerable<string> Headers() =>
    [
        "Header unset Last-Modified",
        "Header unset Accept-Ranges",
        "Header always unset TCN",
        "Header always unset Content-Location",
        .. variants.Vary() is { Length: > 0 } vary ? [$"Header always set Vary \"{vary}\""] : Array.Empty<string>(),
        .. RetryAfter(),
        "Header always set Cache-Control \"no-store\"",
        "Header always set X-Robots-Tag \"noindex\"",
        .. site.Headers.Select(header
            => $"Header always set {ApacheText.Quote(header.Key)} {ApacheText.HeaderValue(header.Value)}"),
    ];

    private IEnumerable<string> RetryAfter()
    {
        var delays = site.Pages.Where(page => page.Key != "500").ToLookup(page => page.RetryAfter, page => page.Key);
        return delays.Where(delay => delay.Key is not null).Select(delay => string.Create(
            CultureInfo.InvariantCulture, $"Header always set Retry-After \"{delay.Key}\"")
            + (delays.Count == 1 ? "" : $" \"expr=%{{REQUEST_URI}} =~ m#^{Front}(?:{string.Join('|', delay)})/#\""));
    }

    private IEnumerable<string> Languages() => site.Cultures.Count < 2 ? [] :
    [
        "LanguagePriority " + string.Join(' ', site.Cultures),
        "ForceLanguagePriority Prefer Fallback",
        """
        RequestHeader edit* Accept-Language "\b([a-zA-Z]{2,3})((?:-\w+)+)((?:\s*;\s*q=[0-9.]+)?)" "$1$2$3, $1$3"
        """,
        "RequestHeader edit Accept-Language \"$\" \", *;q=0.001\"",
    ];

    private IEnumerable<string> Keys() => site.Pages.Select(page => page.Key).Where(key => key != "500");

    private static string Indented(IEnumerable<string> lines) => string.Join('\n', lines.Select(line => "    " + line));
}
