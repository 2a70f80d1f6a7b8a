using DownPage.Servers.Tests.Harness;

namespace DownPage.Servers.Tests.Servers;

/// <summary>Not written yet.</summary>
internal sealed class ApacheServer : FrontServer
{
    public override string Name => "apache";

    public override string Title => "Apache";

    public override string Program => "apache2";

    public override bool IsWritten => false;

    public override ServerFacts Facts { get; } = new()
    {
        Refused = 503,
        Hanging = 504,
        Aborted = 502,
        Forms = Choosing.None,
        Languages = Choosing.None,
    };

    public override void Write(ServerSetup setup) => setup.Write("apache.conf", "");

    public override IReadOnlyList<string> Arguments(ServerSetup setup) => [];

    public override IReadOnlyList<string> CheckArguments(ServerSetup setup) => [];
}
