using DownPage.FrontEnds.Nginx;

namespace DownPage.FrontEnds.Kubernetes;

/// <summary>
/// nginx as a service of its own that sends the pages: for front ends that fetch them from somewhere. What it is asked
/// for is the contract of ingress-nginx (<c>X-Code</c>, <c>X-Format</c>), else the path: <c>/503</c>, <c>/503.html</c>.
/// </summary>
internal static class ErrorBackend
{
    /// <summary>Where the pages are in its container.</summary>
    public const string Folder = "/usr/share/downpage";

    private const string Address = "/answer/";

    /// <summary>A whole <c>nginx.conf</c>, but for what the file it is in opens with.</summary>
    public static string Configuration(FrontEndSite site)
    {
        var choice = new NginxChoice(site);
        var codes = string.Join('|', site.Gone.Keys.Order());
        return $$"""
            pid /tmp/nginx.pid;
            error_log stderr warn;
            worker_processes 1;
            events { worker_connections 1024; }

            http {
                access_log off;
                server_tokens off;
                client_body_temp_path /tmp/body;
                proxy_temp_path /tmp/proxy;
                fastcgi_temp_path /tmp/fastcgi;
                uwsgi_temp_path /tmp/uwsgi;
                scgi_temp_path /tmp/scgi;
                client_max_body_size 0;
                uninitialized_variable_warn off;
                gzip on;
                gzip_proxied any;
                gzip_types application/problem+json text/plain;

                # What is asked for: X-Code, else the path. Asked for nothing that there is a page for: 404.
                map $uri $downpage_path_code {
                    default 404;
                    "~^/(?<downpage_code_found>{{codes}})(?:\.html)?\z" $downpage_code_found;
                }
                map $http_x_code $downpage_code {
                    default $http_x_code;
                    "" $downpage_path_code;
                }
                map $http_x_format $downpage_accept {
                    default $http_x_format;
                    "" $http_accept;
                }

            {{NginxAnswers.Indent(choice.Maps("$downpage_accept"))}}

                # The page for a code.
                server {
                    listen 8080;
                    # listen [::]:8080;        # where pods have IPv6
                    location / {
            {{Returns(site)}}
                        return 404 "No page for this.\n";
                    }
                    location = /healthz { default_type text/plain; return 200 "ok\n"; }
            {{Common(site, choice)}}
                }

                # Maintenance: the page to everybody, whatever they ask for.
                server {
                    listen 8081;
                    # listen [::]:8081;
                    location / { return 599; }
            {{Common(site, choice)}}
                }
            }
            """;
    }

    private static string Returns(FrontEndSite site) => string.Join('\n', site.Gone.Keys.Order()
        .Select(code => $"            if ($downpage_code = {code}) {{ return {code}; }}"));

    private static string Common(FrontEndSite site, NginxChoice choice)
    {
        var errorPages = site.Gone.Keys.Order().Select(code => $"error_page {code} {Address}{code};")
            .Append($"error_page 599 =503 {Address}maintenance;");
        var pages = site.Pages.Select(page => NginxAnswers.Location(Address, page, "", choice.Files(page)));
        return NginxAnswers.Indent(NginxAnswers.Indent($$"""
            {{string.Join('\n', errorPages)}}
            location ^~ {{Address}} {
                internal;
                root {{Folder}};
                types {
            {{NginxAnswers.Indent(choice.Types())}}
                }
                default_type text/html;
                charset {{NginxAnswers.Charset(site.Maintenance.Default) ?? "utf-8"}};
                charset_types text/plain;
                etag off;
                gzip_static on;
            {{NginxAnswers.Indent(NginxAnswers.Headers(site, choice.Names.Of("sent"), $"\"{choice.Vary}\""))}}
            {{NginxAnswers.Indent(string.Join('\n', pages))}}
            }
            {{NginxAnswers.Assets(site, Folder)}}
            """.TrimEnd()));
    }
}
