using DownPage.Servers.Tests.Harness;

namespace DownPage.Servers.Tests.Servers;

/// <summary>nginx, with workers that run as another user.</summary>
/// <param name="isFull">Whether with the two files that choose by what the client takes, or the one that does
/// not.</param>
internal sealed class NginxServer(bool isFull) : FrontServer
{
    public override string Name => isFull ? "nginx-full" : "nginx";

    public override string Title => isFull ? "nginx, full" : "nginx";

    public override string Configuration => "nginx";

    public override string Program => "nginx";

    public override string StopSignal => "QUIT";

    public override ServerFacts Facts { get; } = new()
    {
        Refused = 502,
        Hanging = 504,
        Aborted = 502,
        UpgradeRefused = 502,
        Forms = isFull ? Choosing.Weighted : Choosing.None,
        Languages = isFull ? Choosing.Weighted : Choosing.None,
        Encodings = ["gzip"],
        Missing = 502,
        Unreadable = 403,
    };

    public override void Write(ServerSetup setup) => setup.Write("nginx.conf", $$"""
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
            {{(isFull ? $"include {setup.ConfigRoot}/full/downpage.http.conf;" : "")}}
            server {
                include {{setup.ConfigRoot}}/{{(isFull ? "full/" : "")}}downpage.conf;
                listen 127.0.0.1:{{setup.Port}} default_server;
                listen 127.0.0.1:{{setup.TlsPort}} ssl http2 default_server;
                ssl_certificate {{setup.Certificate}};
                ssl_certificate_key {{setup.CertificateKey}};
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
                include {{setup.ConfigRoot}}/{{(isFull ? "full/" : "")}}downpage.conf;
                listen 127.0.0.1:{{setup.Port}};
                server_name second.test;
                # A site of a user has more than one location.
                location / { proxy_pass http://127.0.0.1:{{setup.AppPort}}; }
                location ~ \.(css|png)$ { proxy_pass http://127.0.0.1:{{setup.AppPort}}; expires 1h; }
            }
        }
        """);

    public override IReadOnlyList<string> Arguments(ServerSetup setup)
        => ["-p", setup.Folder, "-e", "stderr", "-c", setup.PathOf("nginx.conf")];

    public override IReadOnlyList<string> CheckArguments(ServerSetup setup) => ["-t", .. Arguments(setup)];
}
