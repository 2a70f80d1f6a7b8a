using DownPage.Servers.Tests.Harness;

namespace DownPage.Servers.Tests.Servers;

/// <summary>nginx, with workers that run as another user.</summary>
internal sealed class NginxServer : FrontServer
{
    public override string Name => "nginx";

    public override string Title => "nginx";

    public override string StopSignal => "QUIT";

    public override ServerFacts Facts { get; } = new()
    {
        Refused = 502,
        Hanging = 504,
        Aborted = 502,
        UpgradeRefused = 502,
        Forms = Choosing.None,
        Languages = Choosing.None,
        Encodings = ["gzip"],
        SaysLanguage = false,
        Missing = 502,
        Unreadable = 502,
    };

    public override void Write(ServerSetup setup)
    {
        setup.Write("downpage.conf", Snippet(setup));
        setup.Write("nginx.conf", $$"""
            user www-data;
            worker_processes 2;
            daemon off;
            pid {{setup.Folder}}/nginx.pid;
            error_log stderr warn;
            events { worker_connections 512; }
            http {
                access_log off;
                default_type application/octet-stream;
                client_body_temp_path {{setup.Folder}}/body;
                proxy_temp_path {{setup.Folder}}/proxy;
                fastcgi_temp_path {{setup.Folder}}/fastcgi;
                uwsgi_temp_path {{setup.Folder}}/uwsgi;
                scgi_temp_path {{setup.Folder}}/scgi;
                proxy_connect_timeout 1s;
                proxy_read_timeout 1s;
                proxy_send_timeout 1s;
                map $http_upgrade $connection_upgrade { default upgrade; "" ""; }
                server {
                    listen 127.0.0.1:{{setup.Port}} default_server;
                    listen 127.0.0.1:{{setup.TlsPort}} ssl http2 default_server;
                    ssl_certificate {{setup.Certificate}};
                    ssl_certificate_key {{setup.CertificateKey}};
                    include {{setup.Folder}}/downpage.conf;
                    location / {
                        proxy_pass http://127.0.0.1:{{setup.AppPort}};
                        proxy_http_version 1.1;
                        proxy_set_header Host $host;
                        proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
                        proxy_set_header Upgrade $http_upgrade;
                        proxy_set_header Connection $connection_upgrade;
                    }
                }
                server {
                    listen 127.0.0.1:{{setup.Port}};
                    server_name second.test;
                    include {{setup.Folder}}/downpage.conf;
                    location / {
                        proxy_pass http://127.0.0.1:{{setup.AppPort}};
                    }
                }
            }
            """);
    }

    public override IReadOnlyList<string> Arguments(ServerSetup setup)
        => ["-p", setup.Folder, "-e", "stderr", "-c", setup.PathOf("nginx.conf")];

    public override IReadOnlyList<string> CheckArguments(ServerSetup setup) => ["-t", .. Arguments(setup)];

    // Until the publish writes it.
    private static string Snippet(ServerSetup setup) => $$"""
        error_page 502      /_downpage/502.html;
        error_page 503      /_downpage/503.html;
        error_page 504      /_downpage/504.html;
        error_page 599 =503 /_downpage/maintenance.html;
        set $downpage "";
        if (-f {{setup.FlagFile}}) { set $downpage 1; }
        if ($remote_addr ~ "^(?:127\.0\.0\.2)$") { set $downpage ""; }
        if ($uri ~* "^/(?:_downpage/pass|_downpage/assets/.*|healthz|hooks(/.*)?)$") { set $downpage ""; }
        if ($http_cookie ~ "(^|;\s*)(__Host-|__Secure-)?downpage-pass=") { set $downpage ""; }
        if ($downpage) { return 599; }
        location ^~ /_downpage/assets/ {
            root {{setup.SiteRoot}};
            add_header Cache-Control "public, max-age=31536000, immutable";
            types { image/png png; }
            etag off;
            try_files $uri =404;
        }
        location = /_downpage/probe { return 599; }
        {{Page(setup, "502", 502, 120)}}
        {{Page(setup, "503", 503, 30)}}
        {{Page(setup, "504", 504, 120)}}
        {{Page(setup, "maintenance", 503, 600)}}
        """;

    private static string Page(ServerSetup setup, string page, int status, int seconds) => $$"""
        location = /_downpage/{{page}}.html {
            internal;
            root {{setup.SiteRoot}};
            types { text/html html; }
            charset utf-8;
            etag off;
            gzip_static on;
            add_header Last-Modified "";
            add_header Retry-After {{seconds}} always;
            add_header Cache-Control "no-store" always;
            add_header X-Robots-Tag "noindex" always;
            add_header Vary "Accept-Encoding" always;
            add_header Strict-Transport-Security "max-age=31536000; includeSubDomains" always;
            add_header X-Extra "one \"two\"; 3% #4" always;
            try_files $uri ={{status}};
        }
        """;
}
