using DownPage.Servers.Tests.Harness;

namespace DownPage.Servers.Tests.Servers;

/// <summary>lighttpd with mod_magnet, as Debian sets it up.</summary>
internal sealed class LighttpdServer : FrontServer
{
    private const string Account = "server.username = \"www-data\"\nserver.groupname = \"www-data\"";

    public override string Name => "lighttpd";

    public override string Title => "lighttpd";

    public override IReadOnlyList<string> NeededFiles =>
        ["/usr/lib/lighttpd/mod_magnet.so", "/usr/lib/lighttpd/mod_openssl.so"];

    public override ServerFacts Facts { get; } = new()
    {
        Refused = 503,
        Hanging = 504,
        // It looks at its time limits now and then.
        HangingTakes = TimeSpan.FromSeconds(5),
        Aborted = 502,
        UpgradeRefused = 503,
        Forms = Choosing.Weighted,
        Languages = Choosing.Weighted,
        Encodings = ["br", "gzip"],
        ReturnTakes = TimeSpan.FromSeconds(4),
        Missing = 503,
        Unreadable = 503,
    };

    public override void Write(ServerSetup setup) => setup.Write("lighttpd.conf", $$"""
        server.modules = ( "mod_access", "mod_alias", "mod_redirect", "mod_openssl" )
        server.document-root = "{{setup.Folder}}"
        server.pid-file = "{{setup.Folder}}/lighttpd.pid"
        server.upload-dirs = ( "{{setup.Folder}}" )
        {{(System.Environment.IsPrivilegedProcess ? Account : "")}}
        server.bind = "127.0.0.1"
        server.port = {{setup.Port}}
        server.feature-flags += ( "server.h2proto" => "enable", "server.h2c" => "enable" )
        server.http-parseopts = (
            "header-strict" => "enable", "host-strict" => "enable", "host-normalize" => "enable",
            "url-normalize-unreserved" => "enable", "url-normalize-required" => "enable",
            "url-ctrls-reject" => "enable", "url-path-2f-decode" => "enable",
            "url-path-dotseg-remove" => "enable"
        )
        $SERVER["socket"] == "127.0.0.1:{{setup.TlsPort}}" {
            ssl.engine = "enable"
            ssl.pemfile = "{{setup.CertificateAndKey}}"
        }
        include "{{setup.ConfigRoot}}/downpage.conf"
        server.modules += ( "mod_proxy" )
        server.stream-response-body = 2
        proxy.server = ( "" => ((
            "host" => "127.0.0.1", "port" => {{setup.AppPort}},
            "connect-timeout" => 1, "read-timeout" => 1, "write-timeout" => 1
        )) )
        proxy.header = ( "upgrade" => "enable" )

        """);

    public override IReadOnlyList<string> Arguments(ServerSetup setup) => ["-D", "-f", setup.PathOf("lighttpd.conf")];

    public override IReadOnlyList<string> CheckArguments(ServerSetup setup)
        => ["-tt", "-f", setup.PathOf("lighttpd.conf")];
}
