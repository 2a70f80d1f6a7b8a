namespace DownPage.FrontEnds.Nginx;

/// <summary>One file, one include line: HTML in the default language, and all the rest.</summary>
internal static class NginxSimple
{
    public const string Path = "nginx/downpage.conf";

    public static ConfigFile Write(FrontEndSite site)
    {
        var file = NginxText.Word("The folder of the configuration", site.ConfigRoot + "/" + Path);
        var charset = NginxAnswers.Charset(site.Maintenance.Default) ?? "utf-8";
        var pages = site.Pages.Where(page => page.Key == "maintenance" || NginxAnswers.Gone(site).Contains(page.StatusCode));
        return ConfigStamp.Sign(Path, "#", site.Generator, $$"""
            # The pages of {{site.Application}} on nginx 1.20 or later: when the app is gone, and while it is down for maintenance.
            #
            # Where it goes:  the first line of each server { } block that stands before the app:
            #
            #                     server {
            #                         include {{file}};
            #
            # How to test:    nginx -t
            # How to reload:  systemctl reload nginx   (after a change of this file; pages change without)
            # Down, and up:   touch {{NginxText.Comment(site.FlagFile)}}, and rm it; no reload
            #
            # Why the first:  of two error_page lines for one status nginx takes the first; and rewrites below this line
            #                 leave the pages alone. A location with an error_page line of its own knows none of these.
            # One language:   this file sends HTML in the default language. By Accept and Accept-Language, the two files in
            #                 {{NginxText.Comment(site.ConfigRoot)}}/nginx/full do; include them in the place of this one.

            {{NginxAnswers.ErrorPages(site)}}
            {{Intercept(site)}}
            # The switch: who is let through while the flag file is there. Networks are compared with the connection's
            # address (that of set_real_ip_from where you have it), never with a header.
            {{NginxSwitch.Lines(site, NginxSwitch.Networks(site))}}

            # The pages. Nobody can ask for these addresses; all others below {{site.Prefix}} are the app's.
            location ^~ {{NginxAnswers.Address(site)}} {
                internal;
                root {{NginxText.Quote("The folder of the pages", site.PagesRoot)}};
                types { }
                default_type text/html;
                charset {{charset}};
            {{NginxAnswers.Indent(NginxParts.Served)}}
            {{NginxAnswers.Indent(NginxAnswers.Headers(site, "$downpage_language", "Accept-Encoding"))}}
            {{NginxAnswers.Indent(string.Join('\n', pages.Select(page => Location(site, page))))}}
            }
            {{NginxAnswers.Assets(site)}}

            # Always the maintenance page: for downpage verify --probe {{site.Prefix}}/probe
            {{NginxAnswers.Probe(site)}}
            """);
    }

    private static string Intercept(FrontEndSite site) => site.Intercept ? NginxParts.Intercept : "";

    private static string Location(FrontEndSite site, FrontEndPage page)
    {
        var language = page.Default.Culture is { Length: > 0 } culture
            ? NginxText.Word("The language", culture)
            : "\"\"";
        return NginxAnswers.Location(
            site, page, $"set $downpage_language {language}; ", NginxAnswers.File(page.Default));
    }
}
