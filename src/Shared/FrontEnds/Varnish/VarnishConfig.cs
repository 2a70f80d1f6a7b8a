using System.Globalization;
using System.Text;

namespace DownPage.FrontEnds.Varnish;

/// <summary>The file that a user's own configuration includes.</summary>
internal sealed class VarnishConfig(FrontEndSite site)
{
    // By this vcl_synth knows that it is meant: only configuration can say it, never a client or the app.
    private const string Mark = "DownPage maintenance";

    private readonly VclChoice client = new(site, "req");
    private readonly VclChoice backend = new(site, "bereq");
    private readonly VclPages pages = new(Shown(site).Prepend(site.Maintenance));

    public string Text() => $$"""
        # DownPage for Varnish 6.0 and newer: the site's pages while it is gone or down for maintenance.
        #
        # 1. In /etc/varnish/default.vcl, below the backends, above your own subroutines:
        #        include "{{Comment(site.ConfigRoot)}}/varnish/downpage.vcl";
        # 2. Test: varnishd -C -f /etc/varnish/default.vcl > /dev/null
        # 3. After each publish: systemctl reload varnish. The pages are in this file: they are shown as they were when it
        #    was loaded.
        #
        # Maintenance, without a reload: by the file {{Comment(site.FlagFile)}}
        # ('downpage down' writes it). It must not be below /tmp or /home, which varnish.service does not see.
        # What Varnish has in its cache it goes on serving while the app is gone. Let it do so for longer than it may keep
        # it: 'set beresp.grace = 6h;' in your vcl_backend_response.

        import std;

        {{Allow()}}{{client.Subroutine()}}{{backend.Subroutine()}}{{pages.Subroutines()}}sub vcl_recv {
            if (req.url ~ "^{{UrlExpression.Of(site.Prefix)}}/probe(?:\?|$)") {
                return (synth(503, "{{Mark}}"));
            }
            if (std.file_exists({{VclText.QuoteLine(site.FlagFile)}})) {
                std.collect(req.http.Cookie, "; ");
                if (req.http.Cookie !~ "{{FrontEndSite.BypassCookieExpression}}"{{Conditions()}}) {
                    return (synth(503, "{{Mark}}"));
                }
            }
        }

        sub vcl_synth {
            if (resp.reason == "{{Mark}}") {
                set resp.reason = "Service Unavailable";
                call {{client.Name}};
        {{Headers(site.Maintenance, "resp")}}{{pages.Answer(site.Maintenance, "req", "resp", "        ")}}        return (deliver);
            }
        }

        {{Intercept()}}sub vcl_backend_error {
        {{string.Concat(Shown(site).Select(Gone))}}}
        """;

    /// <summary>Varnish itself gives 503 alone, whatever is wrong with the app.</summary>
    private static IEnumerable<FrontEndPage> Shown(FrontEndSite site)
        => site.Gone.Where(page => page.Key == 503 || (site.Intercept && page.Key != 500))
            .OrderBy(page => page.Key).Select(page => page.Value);

    private string Gone(FrontEndPage page) => $$"""
            if (beresp.status == {{page.StatusCode.ToString(CultureInfo.InvariantCulture)}}) {
                # A copy that is past its time is better than a page: it stays.
                if (bereq.is_bgfetch) {
                    return (abandon);
                }
                # Not kept; and whoever waits for the same address does not wait for one another.
                set beresp.ttl = 1s;
                set beresp.grace = 0s;
                set beresp.uncacheable = true;
                call {{backend.Name}};
        {{Headers(page, "beresp")}}{{pages.Answer(page, "bereq", "beresp", "        ")}}        return (deliver);
            }

        """;

    private string Allow()
    {
        if (site.Allow.Count == 0)
        {
            return "";
        }

        var text = new StringBuilder("acl downpage_allow {\n");
        foreach (var network in site.Allow)
        {
            text.Append(CultureInfo.InvariantCulture, $"    \"{network.Address}\"/{network.PrefixLength};\n");
        }

        return text.Append("}\n\n").ToString();
    }

    private string Conditions()
    {
        var text = new StringBuilder(site.Allow.Count > 0 ? And("client.ip !~ downpage_allow") : "");
        if (site.AssetAddress is { } assets)
        {
            text.Append(Below(UrlExpression.Of(assets.TrimEnd('/')) + "/"));
        }

        foreach (var path in site.Bypass)
        {
            var expression = UrlExpression.Of(path.Path);
            text.Append(path.WithAllBelow
                ? Below(expression + "(?:[/?]|$)")
                : And($"req.url !~ \"(?i)^{expression}(?:\\?|$)\""));
        }

        return text.ToString();
    }

    // The app would resolve dots and slashes, and the path could end elsewhere.
    private static string Below(string expression)
        => And($"(req.url !~ \"(?i)^{expression}\"\n                "
            + "|| req.url ~ \"(?i)^[^?]*(?://|/\\.\\.?(?:[/?]|$)|%2e|%2f|%5c|\\x5c)\")");

    private static string And(string condition) => "\n            && " + condition;

    private string Headers(FrontEndPage page, string response)
    {
        var headers = new List<KeyValuePair<string, string>>
        {
            new("Cache-Control", "no-store"),
            new("X-Robots-Tag", "noindex"),
        };
        if (page.RetryAfter is { } seconds)
        {
            headers.Add(new("Retry-After", seconds.ToString(CultureInfo.InvariantCulture)));
        }

        if (client.Vary is { } vary)
        {
            headers.Add(new("Vary", vary));
        }

        return string.Concat(headers.Concat(site.Headers).Select(header =>
            $"        set {response}.http.{VclText.HeaderName(header.Key)} = {VclText.Quote(header.Value)};\n"));
    }

    private string Intercept() => !site.Intercept ? "" : """
        sub vcl_backend_response {
            if (beresp.status == 502 || beresp.status == 503 || beresp.status == 504) {
                return (error(beresp.status, beresp.reason));
            }
        }


        """;

    private static string Comment(string path) => path.Any(char.IsControl) ? VclText.QuoteLine(path) : path;
}
