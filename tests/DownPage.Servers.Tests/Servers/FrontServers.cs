namespace DownPage.Servers.Tests.Servers;

/// <summary>All servers that the scenarios run over.</summary>
internal static class FrontServers
{
    /// <summary>In the order of the columns of <c>docs/guides/results.md</c>.</summary>
    public static readonly IReadOnlyList<FrontServer> All =
    [
        new NginxServer(isFull: false),
        new NginxServer(isFull: true),
        new ApacheServer(),
        new HaproxyServer(),
        new CaddyServer(),
        new LighttpdServer(),
        new VarnishServer(),
    ];

    /// <summary>For <c>[DynamicData(nameof(FrontServers.Names), typeof(FrontServers))]</c>.</summary>
    public static IEnumerable<object[]> Names => All.Select(server => new object[] { server.Name });

    /// <summary>The server of a name in <c>DownPageServers</c>.</summary>
    public static FrontServer Find(string name) => All.Single(server => server.Name == name);
}
