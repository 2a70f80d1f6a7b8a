using DownPage.Servers.Tests.Harness;
using DownPage.Servers.Tests.Servers;

namespace DownPage.Servers.Tests.Caddy;

/// <summary>One Caddy with many sites, each with something of the user's own around the import.</summary>
internal sealed class CaddyHosts : FrontServer
{
    // Of the password "secret".
    private const string Hash = "$2a$14$nKDq806G8fxQNJM.73zaaua/fRtf7usAadksgdo0DprNalRHgttRa";

    private readonly CaddyServer plain = new();

    public override string Name => "caddy-hosts";

    public override string Title => "Caddy with sites of many kinds";

    public override string Program => plain.Program;

    public override ServerFacts Facts => plain.Facts;

    public override IReadOnlyList<string> Arguments(ServerSetup setup) => plain.Arguments(setup);

    public override IReadOnlyList<string> CheckArguments(ServerSetup setup) => plain.CheckArguments(setup);

    public override IReadOnlyDictionary<string, string> Environment(ServerSetup setup) => plain.Environment(setup);

    public override void Write(ServerSetup setup) => setup.Write("Caddyfile", $$"""
        {
            admin off
            auto_https off
            grace_period 1s
        }
        (import) {
            bind 127.0.0.1
            import {{setup.PagesRoot}}/conf/caddy/downpage.caddy
        }
        (app) {
            reverse_proxy 127.0.0.1:{{setup.AppPort}}
        }
        http://own-after.test:{{setup.Port}} {
            import import
            handle_errors {
                respond "own {err.status_code}"
            }
            import app
        }
        http://own-around.test:{{setup.Port}} {
            bind 127.0.0.1
            import {{setup.PagesRoot}}/conf/caddy/downpage-switch.caddy
            error /missing 404
            handle_errors {
                import {{setup.PagesRoot}}/conf/caddy/downpage-errors.caddy
                rewrite * /{err.status_code}.html
                respond "own {err.status_code}"
            }
            import app
        }
        http://own-unconditional-before.test:{{setup.Port}} {
            handle_errors {
                respond "own {err.status_code}"
            }
            import import
            import app
        }
        http://locked.test:{{setup.Port}} {
            import import
            basicauth {
                bob {{Hash}}
            }
            import app
        }
        http://blocks.test:{{setup.Port}} {
            redir /old /new
            rewrite /renamed* /shop/other
            handle /a/path/that/is/longer/than/any/of/ours/in/its/length/* {
                import app
            }
            handle_path /stripped/* {
                import app
            }
            route /routed/* {
                import app
            }
            handle /own {
                respond "own answer"
            }
            header Strict-Transport-Security max-age=5
            header Cache-Control "public, max-age=9"
            encode gzip
            handle {
                try_files {path} /shop/one-page
                import app
            }
            import import
        }
        http://failing.test:{{setup.Port}} {
            import import
            reverse_proxy 127.0.0.1:{{setup.AppPort}} {
                fail_duration 2s
            }
        }
        """);
}
