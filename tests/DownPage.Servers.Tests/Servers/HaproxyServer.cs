using DownPage.Servers.Tests.Harness;

namespace DownPage.Servers.Tests.Servers;

/// <summary>Not written yet.</summary>
internal sealed class HaproxyServer : FrontServer
{
    public override string Name => "haproxy";

    public override string Title => "HAProxy";

    public override string Program => "haproxy";

    public override bool IsWritten => false;

    public override ServerFacts Facts { get; } = new()
    {
        Refused = 503,
        Hanging = 504,
        Aborted = 502,
        Forms = Choosing.None,
        Languages = Choosing.None,
    };

    public override void Write(ServerSetup setup) => setup.Write("haproxy.conf", "");

    public override IReadOnlyList<string> Arguments(ServerSetup setup) => [];

    public override IReadOnlyList<string> CheckArguments(ServerSetup setup) => [];
}
