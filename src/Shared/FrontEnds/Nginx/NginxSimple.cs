namespace DownPage.FrontEnds.Nginx;

/// <summary>One file, one include line: HTML in the default language, and all the rest.</summary>
internal static class NginxSimple
{
    public const string Path = "nginx/downpage.conf";

    public static ConfigFile Write(FrontEndSite site)
    {
        var file = NginxText.Word("The folder of the configuration", site.ConfigRoot + "/" + Path);
        var charset = NginxAnswers.Charset(site.Maintenance.Default) ?? "utf-8";
        return ConfigStamp.Sign(Path, "#", site.Generator, $$"""
            # The pages of {{site.Application}} on nginx 1.20 or later: when the app is gone, and while it is down.
            # HTML in the default language. By Accept and Accept-Language: the two files beside this one, in full/, do.
            #
            # Where it goes:  the first line of each server { } block that stands before the app:
            #
            #                     server {
            #                         include {{file}};
            #
            {{NginxParts.Usage(site)}}

            {{NginxAnswers.ErrorPages(site)}}
            {{NginxParts.Intercept(site)}}
            {{NginxParts.SwitchComment}}
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
            {{NginxAnswers.Indent(Maintenance(site))}}
            {{NginxAnswers.Indent(string.Join('\n', NginxAnswers.Shown(site).Select(page => Location(site, page))))}}
            }
            {{NginxAnswers.Assets(site, site.PagesRoot)}}
            {{NginxParts.ProbeComment(site)}}
            {{NginxAnswers.Probe(site)}}
            """);
    }

    private static string Maintenance(FrontEndSite site) => NginxAnswers.Maintenance(
        site, Language(site.Maintenance), NginxAnswers.File(site.Maintenance.Default));

    private static string Location(FrontEndSite site, FrontEndPage page) => NginxAnswers.Location(
        NginxAnswers.Address(site), page, Language(page), NginxAnswers.File(page.Default));

    private static string Language(FrontEndPage page)
    {
        var language = page.Default.Culture is { Length: > 0 } culture
            ? NginxText.Word("The language", culture)
            : "\"\"";
        return $"    set $downpage_language {language};\n";
    }
}
