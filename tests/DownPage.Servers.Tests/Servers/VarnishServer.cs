using DownPage.Servers.Tests.Harness;

namespace DownPage.Servers.Tests.Servers;

/// <summary>Not written yet.</summary>
internal sealed class VarnishServer : FrontServer
{
    public override string Name => "varnish";

    public override string Title => "Varnish";

    public override string Program => "varnishd";

    public override bool IsWritten => false;

    public override ServerFacts Facts { get; } = new()
    {
        Refused = 503,
        Hanging = 504,
        Aborted = 502,
        Forms = Choosing.None,
        Languages = Choosing.None,
    };

    public override void Write(ServerSetup setup) => setup.Write("varnish.conf", "");

    public override IReadOnlyList<string> Arguments(ServerSetup setup) => [];

    public override IReadOnlyList<string> CheckArguments(ServerSetup setup) => [];
}
