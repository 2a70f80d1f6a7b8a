namespace DownPage.RenderProtocol;

/// <summary>The servers that <c>DownPageServers</c> can name.</summary>
internal static class ServerNames
{
    public static readonly string[] All =
    [
        "nginx", "apache", "haproxy", "caddy", "lighttpd", "varnish", "iis", "yarp", "envoy", "traefik", "kubernetes",
        "cloudfront", "frontdoor", "appservice", "appgateway", "cloudflare", "cloudflare-pages", "alb", "waf",
    ];
}
