using DownPage.Servers.Tests.Harness;
using DownPage.Servers.Tests.Http;

namespace DownPage.Servers.Tests.Haproxy;

/// <summary>A second HAProxy before the same site, with a configuration of the test's own.</summary>
internal sealed class SpareHaproxy : IAsyncDisposable
{
    private readonly FrontLease front;
    private readonly ChildProcess process;

    private SpareHaproxy(FrontLease front, ChildProcess process)
    {
        this.front = front;
        this.process = process;
    }

    /// <summary>What it has printed.</summary>
    public string Output => process.Output;

    /// <summary>Returns when it listens on the spare port.</summary>
    /// <param name="front">The site.</param>
    /// <param name="sections">Frontends and backends, and what <c>defaults</c> is to have more.</param>
    /// <param name="more">What <c>global</c> is to have more.</param>
    public static async Task<SpareHaproxy> StartAsync(FrontLease front, string sections, string more = "")
    {
        var file = front.Setup.Write("spare.cfg", Text(sections, more));
        var process = ChildProcess.Start(
            "haproxy", ["-db", "-f", Path.Combine(front.Setup.ConfigRoot, "downpage.cfg"), "-f", file], front.Setup.Folder,
            new Dictionary<string, string>());
        var spare = new SpareHaproxy(front, process);
        try
        {
            await front.UntilAsync(
                async () => (await spare.GetAsync("/")).Status > 0, TimeSpan.FromSeconds(20), "the spare port");
            return spare;
        }
        catch
        {
            await spare.DisposeAsync();
            throw new InvalidOperationException(spare.Output);
        }
    }

    /// <summary>A whole configuration.</summary>
    public static string Text(string sections, string more = "") => $"""
        global
            maxconn 128
            {more}
        defaults
            mode http
            timeout connect 1s
            timeout client 5s
            timeout server 1s
            retries 0
            errorfile 502 /etc/haproxy/errors/502.http
            errorfile 503 /etc/haproxy/errors/503.http
            errorfile 504 /etc/haproxy/errors/504.http
        {sections}

        """;

    public Task<RawAnswer> GetAsync(string target, params (string Name, string Value)[] headers)
        => RawConnection.AskAsync(
            front.Setup.SparePort, new RawRequest("GET", target, headers), front.CancellationToken);

    public async ValueTask DisposeAsync() => await process.EndAsync("TERM");
}
