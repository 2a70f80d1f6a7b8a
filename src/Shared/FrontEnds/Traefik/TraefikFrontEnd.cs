using DownPage.FrontEnds.Kubernetes;

namespace DownPage.FrontEnds.Traefik;

/// <summary>Traefik: a middleware that fetches pages from an error backend, and a router that takes the site down.</summary>
internal sealed class TraefikFrontEnd : IFrontEnd
{
    public string Name => "traefik";

    public bool NeedsDeployRoot => false;

    public IReadOnlyList<ConfigFile> Write(FrontEndSite site) =>
    [
        Middleware(site), Maintenance(site), KubernetesFrontEnd.Backend("traefik/errorbackend.conf", site),
    ];

    private static ConfigFile Middleware(FrontEndSite site)
    {
        var name = KubernetesName.Of(site.Application);
        return ConfigStamp.Sign("traefik/downpage.yaml", "#", site.Generator, $$"""
            # The pages of {{site.Application}} for Traefik 3: fetched from an error backend, errorbackend.conf beside this file.
            #
            # Where it goes:  into the folder of the file provider (--providers.file.directory=/etc/traefik/dynamic), and into
            #                 the routers of the app:
            #
            #                     middlewares: [{{name}}]                                          in a file
            #                     traefik.http.routers.ROUTER.middlewares={{name}}@file            as a label
            #
            # How to test:    stop the app, then: curl -i https://SITE/ (502 and the page). Traefik's log names what is wrong.
            # How to reload:  Traefik does, as soon as the file is there.
            # What it replaces: 502, 503 and 504, Traefik's and, as it cannot tell them apart, the app's own as well.
            #                 Leave out 503 where the app's own maintenance page is to pass: it has networks, paths, testers.
            http:
              middlewares:
                {{name}}:
                  errors:
                    status: ["502-504"]
                    service: {{name}}
                    query: "/{status}.html"
              services:
                {{name}}:
                  loadBalancer:
                    servers:
                      - url: "http://{{name}}:8080"
            """);
    }

    private static ConfigFile Maintenance(FrontEndSite site)
    {
        var name = KubernetesName.Of(site.Application);
        var rule = YamlText.Quote(TraefikRule.Of(site));
        return ConfigStamp.Sign("traefik/maintenance.yaml", "#", site.Generator, $$"""
            # Takes {{site.Application}} down at Traefik 3 while this file is in the folder of the file provider: everybody gets the
            # maintenance page, but for allowed networks, bypass paths, and testers with their cookie, whom the app judges.
            #
            # Where it goes:  write the host of your site in the place of shop.example, keep the file beside, and
            #                     cp maintenance.yaml /etc/traefik/dynamic/       the site is down
            #                     rm /etc/traefik/dynamic/maintenance.yaml        the site is up
            #                 downpage.yaml is there all the time: it has no service of its own for this.
            # How to test:    curl -i https://SITE/ (503 and the page)
            # How to reload:  Traefik does.
            http:
              routers:
                {{name}}-maintenance:
                  rule: {{rule}}
                  priority: 1000000
                  service: {{name}}-maintenance
                {{name}}-maintenance-tls:
                  rule: {{rule}}
                  priority: 1000000
                  service: {{name}}-maintenance
                  tls: {}
              services:
                {{name}}-maintenance:
                  loadBalancer:
                    servers:
                      - url: "http://{{name}}:8081"
            """);
    }
}
