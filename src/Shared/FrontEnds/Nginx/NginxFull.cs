namespace DownPage.FrontEnds.Nginx;

/// <summary>
/// Two files: what must stand in <c>http</c> chooses form and language, what stands in <c>server</c> does the rest.
/// </summary>
internal sealed class NginxFull(FrontEndSite site)
{
    public const string HttpPath = "nginx/full/downpage.http.conf";
    public const string Path = "nginx/full/downpage.conf";

    private readonly NginxChoice choice = new(site);

    public IReadOnlyList<ConfigFile> Write() => [Http(), Server()];

    private ConfigFile Http() => ConfigStamp.Sign(HttpPath, "#", site.Generator, $$"""
        # The pages of {{site.Application}} on nginx 1.20 or later, part 1 of 2: what must stand in http { }.
        #
        # Where it goes:  into http { }, once. Where nginx includes conf.d/*.conf there, as Debian's does:
        #
        #                     ln -s {{File(HttpPath)}} /etc/nginx/conf.d/downpage-{{choice.Names.Application}}.conf
        #
        #                 Part 2 then goes into each server { }: {{File(Path)}}
        # How to test:    nginx -t
        # How to reload:  systemctl reload nginx

        {{Networks()}}{{choice.Maps()}}
        """);

    private ConfigFile Server() => ConfigStamp.Sign(Path, "#", site.Generator, $$"""
        # The pages of {{site.Application}} on nginx 1.20 or later, part 2 of 2: when the app is gone, and while it is down.
        # JSON and text by Accept, the language by Accept-Language, networks by geo.
        #
        # Where it goes:  part 1 into http { } ({{File(HttpPath)}} says how),
        #                 and this the first line of each server { } block that stands before the app:
        #
        #                     server {
        #                         include {{File(Path)}};
        #
        {{NginxParts.Usage(site)}}

        {{NginxAnswers.ErrorPages(site)}}
        {{NginxParts.Intercept(site)}}
        {{NginxParts.SwitchComment}}
        {{NginxSwitch.Lines(site, Allow())}}

        # The pages. Nobody can ask for these addresses; all others below {{site.Prefix}} are the app's.
        location ^~ {{NginxAnswers.Address(site)}} {
            internal;
            root {{NginxText.Quote("The folder of the pages", site.PagesRoot)}};
            types {
        {{NginxAnswers.Indent(choice.Types())}}
            }
            default_type text/html;
            charset {{NginxAnswers.Charset(site.Maintenance.Default) ?? "utf-8"}};
            charset_types text/plain;
        {{NginxAnswers.Indent(NginxParts.Served)}}
        {{NginxAnswers.Indent(NginxAnswers.Headers(site, choice.Names.Of("sent"), $"\"{choice.Vary}\""))}}
        {{NginxAnswers.Indent(NginxAnswers.Maintenance(site, "", choice.Files(site.Maintenance)))}}
        {{NginxAnswers.Indent(string.Join('\n', NginxAnswers.Shown(site).Select(Location)))}}
        }
        {{NginxAnswers.Assets(site, site.PagesRoot)}}
        {{NginxParts.ProbeComment(site)}}
        {{NginxAnswers.Probe(site)}}
        """);

    private string Location(FrontEndPage page)
        => NginxAnswers.Location(NginxAnswers.Address(site), page, "", choice.Files(page));

    private string File(string path) => NginxText.Word("The folder of the configuration", site.ConfigRoot + "/" + path);

    private string Allow()
        => site.Allow.Count == 0 ? "" : $"if ({choice.Names.Of("allow")}) {{ set $downpage \"\"; }}\n";

    private string Networks()
    {
        if (site.Allow.Count == 0)
        {
            return "";
        }

        var lines = site.Allow.SelectMany(Halves).Select(network => $"    {network} 1;");
        return $$"""
            # Who is let through while the site is down.
            geo {{choice.Names.Of("allow")}} {
                default 0;
            {{string.Join('\n', lines)}}
            }


            """;
    }

    // All of a family in two halves: the whole is what nginx calls default, of both families.
    private static IEnumerable<string> Halves(AllowedNetwork network)
        => network.PrefixLength > 0 ? [network.ToString()]
            : network.IsV6 ? ["::/1", "8000::/1"]
            : ["0.0.0.0/1", "128.0.0.0/1"];
}
