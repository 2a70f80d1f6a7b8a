using DownPage.Servers.Tests.Harness;

namespace DownPage.Servers.Tests.Servers;

/// <summary>Caddy, as a user of its own, as Debian's package runs it.</summary>
internal sealed class CaddyServer : FrontServer
{
    public override string Name => "caddy";

    public override string Title => "Caddy";

    public override string User => "www-data";

    public override IReadOnlyList<string> VersionArguments => ["version"];

    public override ServerFacts Facts { get; } = new()
    {
        Refused = 502,
        Hanging = 504,
        Aborted = 502,
        UpgradeRefused = 502,
        Forms = Choosing.Weighted,
        Languages = Choosing.Weighted,
        Encodings = ["br", "gzip"],
        Missing = 502,
        Unreadable = 502,
    };

    public override void Write(ServerSetup setup) => setup.Write("Caddyfile", $$"""
        {
            admin off
            auto_https off
            grace_period 1s
        }
        (site) {
            import {{setup.ConfigRoot}}/downpage.caddy
            reverse_proxy 127.0.0.1:{{setup.AppPort}} {
                transport http {
                    dial_timeout 1s
                    response_header_timeout 1s
                }
            }
        }
        :{{setup.Port}} {
            bind 127.0.0.1
            import site
        }
        http://second.test:{{setup.Port}} {
            bind 127.0.0.1
            import site
        }
        :{{setup.TlsPort}} {
            bind 127.0.0.1
            tls {{setup.Certificate}} {{setup.CertificateKey}}
            import site
        }
        """);

    public override IReadOnlyList<string> Arguments(ServerSetup setup)
        => ["run", "--adapter", "caddyfile", "--config", setup.PathOf("Caddyfile")];

    public override IReadOnlyList<string> CheckArguments(ServerSetup setup)
        => ["validate", "--adapter", "caddyfile", "--config", setup.PathOf("Caddyfile")];

    public override IReadOnlyDictionary<string, string> Environment(ServerSetup setup) => new Dictionary<string, string>
    {
        ["HOME"] = setup.Folder,
        ["XDG_CONFIG_HOME"] = setup.Folder,
        ["XDG_DATA_HOME"] = setup.Folder,
    };
}
