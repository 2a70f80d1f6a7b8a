namespace DownPage.Soak.Running;

/// <summary>What stands in until the publish writes nginx's configuration.</summary>
internal static class HandWritten
{
    public static string Configuration(string pages, string flag) =>
        $$"""
        error_page 502      /_downpage/502.html;
        error_page 503      /_downpage/503.html;
        error_page 504      /_downpage/504.html;
        error_page 599 =503 /_downpage/maintenance.html;
        set $downpage "";
        if (-f {{flag}}) { set $downpage 1; }
        if ($uri ~ "^/_downpage/") { set $downpage ""; }
        if ($downpage)   { return 599; }
        location = /_downpage/502.html         { internal; alias {{pages}}/502.html;    {{Headers}} }
        location = /_downpage/503.html         { internal; alias {{pages}}/503.en.html; {{Headers}} }
        location = /_downpage/504.html         { internal; alias {{pages}}/502.html;    {{Headers}} }
        location = /_downpage/maintenance.html { internal; alias {{pages}}/503.html; {{Headers}} }

        """;

    private const string Headers = "charset utf-8; types { text/html html; } etag off; if_modified_since off; max_ranges 0; "
        + "add_header Last-Modified \"\"; add_header Retry-After 120 always; add_header Cache-Control no-store always;";
}
