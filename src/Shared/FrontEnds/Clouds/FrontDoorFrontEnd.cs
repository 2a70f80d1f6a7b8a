using DownPage.FrontEnds.Nginx;

namespace DownPage.FrontEnds.Clouds;

/// <summary>
/// Azure Front Door, which has no page of its own to give: a container for its second origin, which answers everything
/// with the page as 503 when the first is gone. The server in it is nginx; the rest is after the documentation.
/// </summary>
internal sealed class FrontDoorFrontEnd : IFrontEnd
{
    private const string Health = "/healthz";

    private const string Container = """
        # The second origin of Azure Front Door: nginx with one page. Build and start it in this folder:
        #   az containerapp up --name downpage --source . --ingress external --target-port 8080
        FROM nginx:stable-alpine
        COPY downpage.conf /etc/nginx/conf.d/default.conf
        COPY 503.html /usr/share/nginx/html/503.html
        """;

    private static readonly HostedService Service = new("frontdoor", "a second origin of Azure Front Door");

    public string Name => Service.Name;

    public bool NeedsDeployRoot => false;

    public IReadOnlyList<ConfigFile> Write(FrontEndSite site)
    {
        var page = site.Gone[503];
        return
        [
            ConfigStamp.Sign($"{Name}/downpage.conf", "#", site.Generator, Server(site, page)),
            ConfigStamp.Sign($"{Name}/Dockerfile", "#", site.Generator, Container),
            HostedPage.Of(site, page, Service).At($"{Name}/503.html"),
        ];
    }

    private static string Server(FrontEndSite site, FrontEndPage page) => $$"""
        # The server of the second origin of Azure Front Door. It belongs into the container that the Dockerfile
        # beside it describes. To try it: docker build -t downpage . && docker run -p 8080:8080 downpage
        # Test: nginx -t    Reload: nginx -s reload
        server {
            listen 8080;
            root /usr/share/nginx/html;
            server_tokens off;
            client_max_body_size 0;

            # The probe of the origin group must find this origin well, so it asks this path of both.
            location = {{ProbePath(site)}} { default_type text/plain; return 200 "up\n"; }

            location / { return 503; }
            error_page 503 /503.html;
            error_page 404 =503 /503.html;
            location = /503.html {
                internal;
                charset utf-8;
                etag off;
                if_modified_since off;
                max_ranges 0;
        {{string.Join('\n', HostedHeaders.Of(site, page).Select(Header))}}
            }
        }
        """;

    /// <summary>The first path that passes to the app: where its own health is asked for, as a rule.</summary>
    private static string ProbePath(FrontEndSite site)
        => site.Bypass.Skip(1).FirstOrDefault(path => !path.WithAllBelow && path.Path.Length > 1
            && path.Path.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '/' or '-' or '_' or '.'))?.Path
            ?? Health;

    private static string Header(KeyValuePair<string, string> header)
        => $"        add_header {header.Key} {NginxText.Quote($"The header {header.Key}", header.Value)} always;";
}
