using DownPage.Servers.Tests.Harness;

namespace DownPage.Servers.Tests.Servers;

/// <summary>Apache httpd, with the modules that Debian has on, and those that the guide has a user turn on.</summary>
internal sealed class ApacheServer : FrontServer
{
    // On in Debian, then those of the guide, then what a site with TLS and HTTP/2 has besides.
    private static readonly string[] Modules =
    [
        "mpm_event", "authn_core", "authz_core", "authz_host", "alias", "dir", "env", "filter", "mime",
        "negotiation", "setenvif", "headers", "proxy", "proxy_http", "rewrite", "ssl", "socache_shmcb", "http2",
        "proxy_balancer", "lbmethod_byrequests", "slotmem_shm",
    ];

    public override string Name => "apache";

    public override string Title => "Apache";

    public override string Program => "apache2";

    public override ServerFacts Facts { get; } = new()
    {
        Refused = 503,
        Hanging = 502,
        Aborted = 502,
        UpgradeRefused = 503,
        Forms = Choosing.Weighted,
        Languages = Choosing.Weighted,
        Encodings = ["br", "gzip"],
        KeepsConnection = false,
        Missing = 503,
        Unreadable = 503,
        // AllowEncodedSlashes is off by default.
        OwnAnswers = new Dictionary<string, int> { ["/a%2Fb"] = 404 },
    };

    public override void Write(ServerSetup setup) => setup.Write("apache.conf", Frame(setup) + $$"""

        <VirtualHost *:{{setup.Port}}>
            ServerName shop.test
        {{Site(setup)}}
        </VirtualHost>
        <VirtualHost *:{{setup.Port}}>
            ServerName second.test
        {{Site(setup)}}
        </VirtualHost>
        <VirtualHost *:{{setup.TlsPort}}>
            ServerName shop.test
            SSLEngine on
            SSLCertificateFile {{setup.Certificate}}
            SSLCertificateKeyFile {{setup.CertificateKey}}
        {{Site(setup)}}
        </VirtualHost>

        """);

    public override IReadOnlyList<string> Arguments(ServerSetup setup)
        => ["-f", setup.PathOf("apache.conf"), "-DFOREGROUND"];

    public override IReadOnlyList<string> CheckArguments(ServerSetup setup)
        => ["-t", "-f", setup.PathOf("apache.conf")];

    /// <summary>All but the hosts, as Debian has it.</summary>
    public static string Frame(ServerSetup setup) => $$"""
        ServerRoot {{setup.Folder}}
        DefaultRuntimeDir {{setup.Folder}}
        PidFile {{setup.Folder}}/apache.pid
        Mutex pthread default
        ErrorLog /dev/stderr
        ServerName localhost
        {{(System.Environment.IsPrivilegedProcess ? "User www-data\nGroup www-data" : "")}}
        Listen 127.0.0.1:{{setup.Port}}
        Listen 127.0.0.1:{{setup.TlsPort}}
        {{string.Join('\n', Modules.Select(Load))}}
        TypesConfig /etc/mime.types
        Protocols h2 h2c http/1.1
        <Directory />
            Options FollowSymLinks
            AllowOverride None
            Require all denied
        </Directory>

        """;

    private static string Load(string module) => $"LoadModule {module}_module /usr/lib/apache2/modules/mod_{module}.so";

    private static string Site(ServerSetup setup) => $$"""
            Include "{{setup.ConfigRoot}}/downpage.conf"
            ProxyPreserveHost On
            ProxyPass / http://127.0.0.1:{{setup.AppPort}}/ upgrade=websocket timeout=1 connectiontimeout=1
        """;
}
