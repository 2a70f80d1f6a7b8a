using System.Globalization;
using System.Text;
using DownPage.PageManifest;

namespace DownPage.FrontEnds.Varnish;

/// <summary>
/// What lies beside the pages, for Varnish 7.1 and newer: older ones cannot answer with bytes that are no text, so it is
/// a file of its own.
/// </summary>
internal static class VarnishAssets
{
    // In base64, and compiled: what is larger is left to the app, and to the cache.
    private const long Largest = 500_000;

    public static bool Takes(ManifestAsset asset) => asset.Bytes <= Largest;

    /// <param name="site">The site.</param>
    /// <param name="address">Its address of assets.</param>
    public static string Text(FrontEndSite site, string address)
    {
        var assets = site.Assets.Where(Takes).ToList();
        var (values, requests, answers) = (new StringBuilder(), new StringBuilder(), new StringBuilder());
        for (var index = 0; index < assets.Count; index++)
        {
            var (asset, mark) = (assets[index], string.Create(CultureInfo.InvariantCulture, $"DownPage asset {index}"));
            var path = UrlExpression.Of(address + asset.File[(asset.File.LastIndexOf('/') + 1)..]);
            values.Append(CultureInfo.InvariantCulture, $"    new downpage_asset_{index} = blob.blob(BASE64,\n")
                .Append("        \"").Append(Convert.ToBase64String(site.ReadAsset(asset))).Append("\");\n");
            requests.Append(CultureInfo.InvariantCulture, $$"""
                    if (req.url ~ "^{{path}}(?:\?|$)") {
                        return (synth(200, "{{mark}}"));
                    }

                """);
            answers.Append(CultureInfo.InvariantCulture, $$"""
                    if (resp.reason == "{{mark}}") {
                        set resp.reason = "OK";
                        set resp.http.Content-Type = {{VclText.QuoteLine(asset.MediaType)}};
                        set resp.http.Cache-Control = "public, max-age=31536000, immutable";
                        set resp.http.X-Content-Type-Options = "nosniff";
                        set resp.body = downpage_asset_{{index}}.get();
                        return (deliver);
                    }

                """);
        }

        // Where each is here, what is not is nowhere.
        if (assets.Count == site.Assets.Count)
        {
            requests.Append(CultureInfo.InvariantCulture, $$"""
                    if (req.url ~ "^{{UrlExpression.Of(address)}}") {
                        return (synth(404, "DownPage none"));
                    }

                """);
            answers.Append("""
                    if (resp.reason == "DownPage none") {
                        set resp.reason = "Not Found";
                        set resp.http.Content-Type = "text/plain";
                        set resp.http.Cache-Control = "no-store";
                        synthetic("Not found");
                        return (deliver);
                    }

                """);
        }

        return $$"""
            # DownPage for Varnish 7.1 and newer: what lies beside the site's pages, also while the app is gone.
            #
            # 1. In /etc/varnish/default.vcl, beside the line for downpage.vcl:
            #        include "{{site.ConfigRoot}}/varnish/downpage-assets.vcl";
            # 2. Test: varnishd -C -f /etc/varnish/default.vcl > /dev/null
            # 3. After each publish: systemctl reload varnish.

            import blob;

            sub vcl_init {
            {{values}}}

            sub vcl_recv {
            {{requests}}}

            sub vcl_synth {
            {{answers}}}
            """;
    }
}
