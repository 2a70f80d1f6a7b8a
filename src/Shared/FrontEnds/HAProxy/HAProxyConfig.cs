using System.Globalization;
using System.Text;

namespace DownPage.FrontEnds.HAProxy;

/// <summary>The file that HAProxy is started with before the user's own.</summary>
internal static class HAProxyConfig
{
    public static string Text(FrontEndSite site)
    {
        var root = site.ConfigRoot + "/haproxy";
        return $$"""
            # DownPage for HAProxy 2.2 and newer: the site's pages while it is gone or down for maintenance.
            #
            # 1. HAProxy has no 'include'. Load this file before your own, in /etc/default/haproxy:
            #        CONFIG="{{root}}/downpage.cfg"
            #        EXTRAOPTS="-f /etc/haproxy/haproxy.cfg -S /run/haproxy-master.sock"
            # 2. In your frontend, before every other 'use_backend':
            #        use_backend downpage if { lua.downpage -m bool }
            #    and in each backend of the site (in 'defaults' and in a frontend others win):
            #        errorfiles downpage
            {{Intercept(site)}}# 3. Test: haproxy -c -f {{root}}/downpage.cfg -f /etc/haproxy/haproxy.cfg
            # 4. Begin: systemctl restart haproxy. After each publish: systemctl reload haproxy, for HAProxy reads
            #    everything as it starts.
            #
            # Maintenance, without a reload:
            #    by the file {{site.FlagFile}} ('downpage down' writes it). In a 'chroot', which
            #    Debian's haproxy.cfg has, HAProxy does not see it (and says so in its log). Let it: 'systemctl edit haproxy',
            #        [Service]
            #        BindReadOnlyPaths={{Folder(site.FlagFile)}}:/var/lib/haproxy{{Folder(site.FlagFile)}}
            #    or by the runtime API, which needs no file; a reload forgets it:
            #        echo "add map {{root}}/downpage.map on 1" | socat - /run/haproxy/admin.sock
            #        echo "del map {{root}}/downpage.map on" | socat - /run/haproxy/admin.sock
            #
            # Optional, in your frontend, below the line above: pages by language and as JSON as soon as no server of the
            # backend 'app' is up, which its health checks find out ('check' in its 'server' lines):
            #        use_backend downpage_gone if { nbsrv(app) lt 1 }

            global
                lua-load {{HAProxyText.Quote(root + "/downpage.lua")}}

            {{Sections(site, root)}}
            backend downpage
                mode http
                timeout connect 5s
                timeout server 30s
                http-request use-service lua.downpage

            backend downpage_gone
                mode http
                timeout connect 5s
                timeout server 30s
                http-request use-service lua.downpage_gone
            """;
    }

    private static string Sections(FrontEndSite site, string root)
    {
        var text = new StringBuilder();
        foreach (var variant in PageVariant.Of(site))
        {
            text.Append("http-errors ").Append(variant.Section).Append('\n');
            foreach (var (status, page) in site.Gone.OrderBy(page => page.Key))
            {
                var file = HAProxyText.Quote($"{root}/errors/{variant.FileName(page)}");
                text.Append(CultureInfo.InvariantCulture, $"    errorfile {status} {file}\n");
            }

            text.Append('\n');
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static string Intercept(FrontEndSite site)
    {
        if (!site.Intercept)
        {
            return "";
        }

        var lines = site.Gone.Keys.Where(status => status != 500).Order().Select(status => string.Create(
            CultureInfo.InvariantCulture,
            $"#        http-response return status {status} errorfiles downpage if {{ status {status} }}\n"));
        return "#    The app's own are replaced too, by these lines in the backend:\n" + string.Concat(lines);
    }

    private static string Folder(string file) => file[..file.LastIndexOf('/')] is { Length: > 0 } folder ? folder : "/";
}
