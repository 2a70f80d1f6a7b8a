namespace DownPage.FrontEnds.Nginx;

/// <summary>Lines that are the same for every site.</summary>
internal static class NginxParts
{
    /// <summary>What a location of pages turns off: the server's own settings are for what is asked of the app.</summary>
    public const string Served = """
        etag off;
        gzip_static on;
        gzip_vary off;
        # brotli_static on;        # with the module ngx_brotli: a few per cent less
        open_file_cache off;
        client_max_body_size 0;
        auth_basic off;
        auth_request off;
        allow all;
        uninitialized_variable_warn off;
        """;

    /// <summary>The app's own 502, 503 and 504 are replaced as well.</summary>
    public const string Intercept = """

        # DownPageIntercept: the app's own 502, 503 and 504 are replaced as well, and so is every status that you
        # have an error_page line for.
        proxy_intercept_errors on;

        """;
}
