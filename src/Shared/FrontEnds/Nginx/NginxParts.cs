namespace DownPage.FrontEnds.Nginx;

/// <summary>Lines that are much the same for every site.</summary>
internal static class NginxParts
{
    /// <summary>What a location of pages turns off: the server's own settings are for what is asked of the app.</summary>
    public const string Served = """
        etag off;
        gzip_static on;
        gzip_vary off;
        # brotli_static on;  in your server block, where nginx has that module, sends the .br files, too
        open_file_cache off;
        client_max_body_size 0;
        auth_basic off;
        auth_request off;
        allow all;
        uninitialized_variable_warn off;
        """;

    /// <summary>Above the switch.</summary>
    public const string SwitchComment = """
        # The switch: who is let through while the flag file is there. Networks are compared with the connection's
        # address (that of set_real_ip_from where you have it), never with a header.
        """;

    /// <summary>How to test, reload and switch, and what to know.</summary>
    public static string Usage(FrontEndSite site) => $"""
        # How to test:    nginx -t
        # How to reload:  systemctl reload nginx   (after a change of this file; pages change without)
        # Down, and up:   downpage down, and downpage up: by {Shell(site.FlagFile)}; no reload.
        #                 By hand, touch and rm, where the app has no maintenance mode, which keeps the file itself.
        #
        # Why the first:  of two error_page lines for one status nginx takes the first, and rewrites below this line
        #                 leave the pages alone.
        # Mind:           a location with an error_page line of its own knows none of these;
        #                 with open_file_cache above this server, the switch takes effect late: open_file_cache off;
        """;

    /// <summary>The app's own 502, 503 and 504 are replaced as well.</summary>
    public static string Intercept(FrontEndSite site) => site.Intercept ? """

        # DownPageIntercept: the app's own 502, 503 and 504 are replaced as well, and so is every status that you have
        # an error_page line for.
        proxy_intercept_errors on;

        """ : "";

    /// <summary>Above the probe.</summary>
    public static string ProbeComment(FrontEndSite site) => $"""

        # Always the maintenance page: for downpage verify --probe {site.Prefix}/probe
        """;

    private static string Shell(string path)
    {
        var text = NginxText.Comment(path);
        return text.Contains(' ', StringComparison.Ordinal) ? $"'{text}'" : text;
    }
}
