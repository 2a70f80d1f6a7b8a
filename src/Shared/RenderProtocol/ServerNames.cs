namespace DownPage.RenderProtocol;

/// <summary>The servers and services that can be named in <c>DownPageServers</c>, as they are written there.</summary>
internal static class ServerNames
{
    public const string Alb = "alb";
    public const string AppGateway = "appgateway";
    public const string AppService = "appservice";
    public const string Cloudflare = "cloudflare";
    public const string CloudflarePages = "cloudflare-pages";
    public const string HAProxy = "haproxy";
    public const string Waf = "waf";

    /// <summary>All names, in alphabetic order; upper and lower case do not count.</summary>
    public static readonly string[] All =
    [
        Alb, "apache", AppGateway, AppService, "caddy", Cloudflare, CloudflarePages, "cloudfront", "envoy", "frontdoor",
        HAProxy, "iis", "kubernetes", "lighttpd", "nginx", "traefik", "varnish", Waf, "yarp",
    ];
}
