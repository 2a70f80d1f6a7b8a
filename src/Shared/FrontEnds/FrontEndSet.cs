using DownPage.FrontEnds.Apache;
using DownPage.FrontEnds.Caddy;
using DownPage.FrontEnds.Clouds;
using DownPage.FrontEnds.Envoy;
using DownPage.FrontEnds.HAProxy;
using DownPage.FrontEnds.Iis;
using DownPage.FrontEnds.Kubernetes;
using DownPage.FrontEnds.Lighttpd;
using DownPage.FrontEnds.Nginx;
using DownPage.FrontEnds.Traefik;
using DownPage.FrontEnds.Varnish;

namespace DownPage.FrontEnds;

/// <summary>All front ends that configuration can be written for.</summary>
internal static class FrontEndSet
{
    /// <summary>In alphabetic order of their names. YARP is not among them: it is ASP.NET Core, and needs none.</summary>
    public static readonly IReadOnlyList<IFrontEnd> All =
    [
        new AlbFrontEnd(),
        new ApacheFrontEnd(),
        new AppGatewayFrontEnd(),
        new AppServiceFrontEnd(),
        new CaddyFrontEnd(),
        new CloudflareFrontEnd(),
        new CloudflarePagesFrontEnd(),
        new CloudFrontFrontEnd(),
        new EnvoyFrontEnd(),
        new FrontDoorFrontEnd(),
        new HAProxyFrontEnd(),
        new IisFrontEnd(),
        new KubernetesFrontEnd(),
        new LighttpdFrontEnd(),
        new NginxFrontEnd(),
        new TraefikFrontEnd(),
        new VarnishFrontEnd(),
        new WafFrontEnd(),
    ];

    /// <summary>The front end of a name in <c>DownPageServers</c>. Null: that one needs no configuration.</summary>
    public static IFrontEnd? Find(string name)
        => All.FirstOrDefault(frontEnd => frontEnd.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
