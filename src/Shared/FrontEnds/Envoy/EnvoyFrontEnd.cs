namespace DownPage.FrontEnds.Envoy;

/// <summary>
/// Envoy 1.29 and newer: what it answers itself when the app is gone becomes the page; what the app answers passes.
/// Written by its documentation: it was not run.
/// </summary>
internal sealed class EnvoyFrontEnd : IFrontEnd
{
    public string Name => "envoy";

    public bool NeedsDeployRoot => true;

    public IReadOnlyList<ConfigFile> Write(FrontEndSite site)
        => [ConfigStamp.Sign("envoy/downpage.yaml", "#", site.Generator, Text(site))];

    private static string Text(FrontEndSite site) => $$"""
        # DownPage for Envoy 1.29 and newer: the site's pages while it is gone or down for maintenance.
        #
        # 1. Envoy cannot include a file. Copy what follows into the HttpConnectionManager of your listener (typed_config of
        #    envoy.filters.network.http_connection_manager), beside 'route_config'; the filter before all of your own.
        # 2. Test: envoy --mode validate -c /etc/envoy/envoy.yaml
        # 3. Envoy reads the pages as it starts, and does not start without them: restart it after each publish.
        #
        # Maintenance, by the admin interface, with a layer 'admin_layer: {}' in your 'layered_runtime':
        #        curl -X POST "http://127.0.0.1:9901/runtime_modify?downpage.maintenance=100"
        #        curl -X POST "http://127.0.0.1:9901/runtime_modify?downpage.maintenance=0"
        # A restart forgets it, and the flag file is nothing to Envoy. Addresses that pass (Allow) are not heeded.

        local_reply_config:
          mappers:
        {{new EnvoyMappers(site).Text()}}
        http_filters:
          - name: envoy.filters.http.fault
            typed_config:
              "@type": type.googleapis.com/envoy.extensions.filters.http.fault.v3.HTTPFault
              abort_percent_runtime: downpage.maintenance
              abort:
                http_status: 503
                percentage: { numerator: 0, denominator: HUNDRED }
              headers:
        {{Passing(site)}}
        """;

    /// <summary>Requests that pass while the site is down: each of these must not be so.</summary>
    private static string Passing(FrontEndSite site)
    {
        var below = site.Bypass.Where(path => path.WithAllBelow).Select(path => UrlExpression.Of(path.Path) + "(?:[/?].*)?");
        var paths = site.Bypass.Where(path => !path.WithAllBelow).Select(path => UrlExpression.Of(path.Path) + "(?:\\?.*)?")
            .Concat(below)
            .Concat(site.AssetAddress is { } assets ? [UrlExpression.Of(assets) + ".*"] : []);
        return Except(":path", $"(?i)(?:{string.Join('|', paths)})")
            + Except("cookie", $"(?:.*;\\s*)?(?:__Host-|__Secure-)?{FrontEndSite.BypassCookie}=.*");
    }

    private static string Except(string name, string expression) => $$"""
                - name: "{{name}}"
                  string_match: { safe_regex: { regex: {{YamlText.Quote(expression)}} } }
                  invert_match: true
                  treat_missing_header_as_empty: true

        """;
}
