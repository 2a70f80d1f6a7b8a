using DownPage.RenderProtocol;

namespace DownPage.StandAlone.Checks;

/// <summary>The limits of the servers that have one.</summary>
internal static class ServerLimits
{
    /// <summary>What a connection carries before the client answers: ten segments of 1,460 bytes (RFC 6928).</summary>
    public const int FirstFlight = 14_600;

    public static readonly IReadOnlyList<ServerLimit> All =
    [
        new(ServerNames.Alb, "a fixed response of an AWS load balancer", 1_024, CountsText: true),
        new(ServerNames.AppGateway, "an error page of Azure Application Gateway", 1_000_000),
        new(ServerNames.AppService, "an error page of Azure App Service", 10_240),
        new(ServerNames.Cloudflare, "a custom error rule of Cloudflare", 10_240),
        new(ServerNames.CloudflarePages, "an error page of Cloudflare", 1_500_000),

        // The buffer less the head that DownPage's snippet writes: less its reserve for changes, and all of it.
        new(ServerNames.HAProxy, "an errorfile of HAProxy", 15_108, Refused: 16_140),
        new(ServerNames.Waf, "a custom response of AWS WAF", 10_240),
    ];

    /// <summary>The limit of a server; null: it has none.</summary>
    public static ServerLimit? Find(string server)
        => All.FirstOrDefault(limit => limit.Server.Equals(server, StringComparison.OrdinalIgnoreCase));
}
