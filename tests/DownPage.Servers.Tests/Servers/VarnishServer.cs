using System.Globalization;
using DownPage.Servers.Tests.Harness;

namespace DownPage.Servers.Tests.Servers;

/// <summary>Varnish before an app whose answers it does not keep, but for those below <c>/shop/kept</c>.</summary>
internal sealed class VarnishServer : FrontServer
{
    private int loaded;

    public override string Name => "varnish";

    public override string Title => "Varnish";

    public override string Program => "varnishd";

    public override IReadOnlyList<string> VersionArguments => ["-V"];

    public override ServerFacts Facts { get; } = new()
    {
        Refused = 503,
        Hanging = 503,
        Aborted = 503,
        UpgradeRefused = 0,
        Forms = Choosing.Weighted,
        Languages = Choosing.Weighted,
        Http2 = false,
        PagesNeedReload = true,
        HeadSaysLength = false,
    };

    public override void Write(ServerSetup setup) => setup.Write("default.vcl", $$"""
        vcl 4.1;
        backend default {
            .host = "127.0.0.1";
            .port = "{{setup.AppPort}}";
            .connect_timeout = 1s;
            .first_byte_timeout = 1s;
            .between_bytes_timeout = 1s;
        }
        include "{{setup.ConfigRoot}}/downpage.vcl";
        include "{{setup.ConfigRoot}}/downpage-assets.vcl";
        sub vcl_recv {
            if (req.http.Upgrade ~ "(?i)websocket") {
                return (pipe);
            }
            if (req.url !~ "^/shop/kept") {
                return (pass);
            }
        }
        sub vcl_pipe {
            if (req.http.Upgrade) {
                set bereq.http.Upgrade = req.http.Upgrade;
                set bereq.http.Connection = req.http.Connection;
            }
        }
        sub vcl_backend_response {
            if (bereq.url ~ "^/shop/kept") {
                set beresp.ttl = 1s;
                set beresp.grace = 1h;
            }
        }

        """);

    public override IReadOnlyList<string> Arguments(ServerSetup setup) =>
    [
        "-F", "-n", setup.PathOf("varnish"), "-f", setup.PathOf("default.vcl"), "-a", "127.0.0.1:" + setup.Port,
        "-s", "malloc,32M",
    ];

    public override IReadOnlyList<string> CheckArguments(ServerSetup setup)
        => ["-C", "-n", setup.PathOf("check"), "-f", setup.PathOf("default.vcl")];

    public override async Task ReloadAsync(ServerSetup setup, ChildProcess process, CancellationToken cancellationToken)
    {
        VarnishPages.Publish(setup);
        var name = string.Create(CultureInfo.InvariantCulture, $"reload{Interlocked.Increment(ref loaded)}");
        (await AdminAsync(setup, cancellationToken, "vcl.load", name, setup.PathOf("default.vcl"))).EnsureSuccess();
        (await AdminAsync(setup, cancellationToken, "vcl.use", name)).EnsureSuccess();
    }

    /// <summary>What <c>systemctl reload</c> asks of the running Varnish.</summary>
    public static Task<DotnetResult> AdminAsync(
        ServerSetup setup, CancellationToken cancellationToken, params string[] command)
        => Command.RunAsync(
            "varnishadm", ["-n", setup.PathOf("varnish"), .. command], setup.Folder, new Dictionary<string, string>(),
            cancellationToken);
}
