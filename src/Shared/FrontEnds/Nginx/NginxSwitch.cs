namespace DownPage.FrontEnds.Nginx;

/// <summary>
/// The lines that take the site down while the flag file is there. They stand in <c>server</c>, where nginx goes through
/// them for each request, and once more when it goes to a page: pages and what lies beside them are let through.
/// </summary>
internal static class NginxSwitch
{
    /// <summary>The lines.</summary>
    /// <param name="site">The site.</param>
    /// <param name="allow">The lines that let the allowed networks through, if there are any.</param>
    public static string Lines(FrontEndSite site, string allow)
    {
        var flag = NginxText.Quote("The flag file", site.FlagFile);
        return $$"""
            set $downpage "";
            if (-f {{flag}}) { set $downpage on; }
            {{allow}}set $downpage_path $uri;
            if ($request_uri ~ "[#]") { set $downpage_path ""; }  # nginx ends the path there, the app does not
            if ($downpage_path ~* "{{Bypass(site)}}") { set $downpage ""; }
            if ($http_cookie ~ "{{FrontEndSite.BypassCookieExpression}}") { set $downpage ""; }
            if ($uri ~ "{{Own(site)}}") { set $downpage ""; }
            if ($downpage) { {{NginxAnswers.GoDown(site)}} }
            if ($uri ~ "^{{NginxText.Regex(NginxAnswers.Address(site))}}") { break; }
            """;
    }

    /// <summary>One line a network, for where there is no <c>geo</c>.</summary>
    public static string Networks(FrontEndSite site) => string.Concat(site.Allow.Select(network =>
        $"if ($binary_remote_addr ~ \"{NginxNetwork.Regex(network)}\") {{ set $downpage \"\"; }}  # {network}\n"));

    // "\z" and not "$", which also matches before a newline at the end: "/healthz%0A".
    private static string Bypass(FrontEndSite site)
        => "^(?:" + string.Join('|', site.Bypass.Select(path =>
            NginxText.Regex(path.Path) + (path.WithAllBelow ? @"(?:/|\z)" : @"\z"))) + ")";

    private static string Own(FrontEndSite site)
        => "^(?:" + NginxText.Regex(NginxAnswers.Address(site))
            + (site.AssetAddress is { } assets ? "|" + NginxText.Regex(assets) : "") + ")";
}
